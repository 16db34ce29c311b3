/** Days and weeks of ISO 8601, UTC, as figures name them. */
const dayMs = 86_400_000;

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** `2026-W47` for a day as `2026-11-22`. Week 1 holds the first Thursday of its year. */
export function weekOf(day: string): string {
  const number = Math.floor(Date.parse(day) / dayMs);
  const thursday = Math.floor((number + 3) / 7) * 7;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / dayMs) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday and Sunday of a week, as days; undefined for one that its year does not have. */
export function daysOf(week: string): { readonly from: string; readonly to: string } | undefined {
  const [year, count] = week.split('-W').map(Number) as [number, number];
  const fourth = Math.floor(Date.UTC(year, 0, 4) / dayMs);
  const monday = Math.floor((fourth + 3) / 7) * 7 - 3 + (count - 1) * 7;
  const days = { from: dayOf(monday * dayMs), to: dayOf((monday + 6) * dayMs) };
  return weekOf(days.from) === week ? days : undefined;
}
