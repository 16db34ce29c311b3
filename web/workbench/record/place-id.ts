/** The element that shows a member of the claims. */
export const placeId = (pointer: string): string => `at${pointer}`;

/** Leads there, and says so to whoever does not see it. */
export function leadTo(pointer: string): void {
  const place = document.getElementById(placeId(pointer));
  const motion = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  place?.scrollIntoView({ block: 'center', behavior: motion });
  place?.focus({ preventScroll: true });
}
