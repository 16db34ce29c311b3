import { refuseMember, type Shape } from './shape.ts';

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Milliseconds since 1970 of an RFC 3339 UTC time with whole seconds; undefined for any other text. */
export function parseInstant(text: string): number | undefined {
  if (!form.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) || formatInstant(time) !== text ? undefined : time;
}

/** `2026-11-21T18:00:00Z` for milliseconds since 1970; parts of a second are dropped. */
export function formatInstant(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A time as documents carry it, kept as text: in this one form, text order is time order. */
export const instant: Shape<string> = (value, path) =>
  typeof value === 'string' && parseInstant(value) !== undefined ? value : refuseMember('input.bad-value', path);
