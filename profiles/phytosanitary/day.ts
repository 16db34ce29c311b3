/** Calendar days as `YYYY-MM-DD`. */
const dayMs = 86_400_000;

/** The day that was written last: most are asked for again at once, and writing one takes long. */
let written = { number: Number.NaN, text: '' };

/** The UTC day that an instant (milliseconds since 1970) lies in. */
export function dayOf(ms: number): string {
  const number = Math.floor(ms / dayMs);
  if (written.number !== number) written = { number, text: new Date(ms).toISOString().slice(0, 10) };
  return written.text;
}

/** Days from one day to another, negative when `to` comes first. Of a moment its day as written counts. */
export const daysFrom = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** The day that lies `count` days before one. */
export const dayBefore = (day: string, count: number): string => dayOf((numberOf(day) - count) * dayMs);

function numberOf(moment: string): number {
  const [year, month, day] = moment.slice(0, 10).split('-').map(Number) as [number, number, number];
  return Math.round(Date.UTC(year, month - 1, day) / dayMs);
}
