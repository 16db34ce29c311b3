/** Calendar days as `YYYY-MM-DD`. */
const dayMs = 86_400_000;

/** The UTC day that an instant (milliseconds since 1970) lies in. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Days from one day to another, negative when `to` comes first. Of a moment its day as written counts. */
export const daysFrom = (from: string, to: string): number => numberOf(to) - numberOf(from);

function numberOf(moment: string): number {
  const [year, month, day] = moment.slice(0, 10).split('-').map(Number) as [number, number, number];
  return Math.round(Date.UTC(year, month - 1, day) / dayMs);
}
