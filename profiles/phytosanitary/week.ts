/** Weeks of ISO 8601, UTC: Monday to Sunday; week 1 holds the first Thursday of its year. */
const dayMs = 86_400_000;
export const weekMs = 7 * dayMs;

/** Weeks since that of 1 January 1970, a Thursday. */
const mondaysUpTo = (ms: number): number => Math.floor((Math.floor(ms / dayMs) + 3) / 7);

/** Weeks from that of one instant to that of another; 0 within one week. */
export const weeksFrom = (from: number, to: number): number => mondaysUpTo(to) - mondaysUpTo(from);

/** Name of the week that the instant (milliseconds since 1970) lies in, as `2026-W47`. */
export function weekOf(ms: number): string {
  const thursday = mondaysUpTo(ms) * 7;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  const newYear = Math.floor(Date.UTC(year, 0, 1) / dayMs);
  const week = Math.floor((thursday - newYear) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The `count` weeks before the one that the instant lies in, nearest first. */
export function weeksBefore(ms: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => weekOf(ms - (index + 1) * weekMs));
}
