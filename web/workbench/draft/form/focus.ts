/** Of what was just opened: where one would write. */
export function focusFirst(id: string): void {
  const place = document.getElementById(id);
  const first = place?.matches('input, select, textarea')
    ? place
    : place?.querySelector<HTMLElement>('input, select, textarea, .form-add');
  (first ?? place)?.focus();
}
