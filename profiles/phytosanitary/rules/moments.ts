/** Order of moments that documents state with or without a time of day and its zone. */
const zoned = /(Z|[+-]\d\d:\d\d)$/;
const timed = /T/;

/** By the instant where both state their zone; otherwise by what is written, as far as both say it. */
export function isLater(a: string, b: string): boolean {
  if (zoned.test(a) && zoned.test(b) && timed.test(a) && timed.test(b)) return Date.parse(a) > Date.parse(b);
  const bothLocal = timed.test(a) && timed.test(b) && !zoned.test(a) && !zoned.test(b);
  return bothLocal ? a > b : a.slice(0, 10) > b.slice(0, 10);
}

const dayMs = 86_400_000;

/** Later than the instant (ms); without a zone a day is allowed, since somewhere it may already be that day. */
export function isAfter(moment: string, instant: number): boolean {
  if (timed.test(moment) && zoned.test(moment)) return Date.parse(moment) > instant;
  return moment.slice(0, 10) > new Date(instant + dayMs).toISOString().slice(0, 10);
}
