/** What the audit trail is asked for: kept in the page's address, so that it can be sent to a colleague. */
export interface TrailFilter {
  readonly person?: string;
  readonly action?: string;
  readonly about?: string;
  /** Days, YYYY-MM-DD. */
  readonly from?: string;
  readonly to?: string;
}

const forms: Readonly<Record<keyof TrailFilter, RegExp>> = {
  person: /^[A-Za-z0-9_-]{1,64}$/,
  action: /^[a-z.-]{1,40}$/,
  about: /^[A-Za-z0-9_-]{1,64}$/,
  from: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  to: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
};

/** What is no filter is left out. */
export function filterIn(search: Readonly<Record<string, unknown>>): TrailFilter {
  return Object.fromEntries(
    Object.entries(forms).flatMap(([name, form]) => {
      // The address's own reader turns digits into numbers.
      const value = typeof search[name] === 'number' ? String(search[name]) : search[name];
      return typeof value === 'string' && form.test(value) ? [[name, value]] : [];
    }),
  );
}

export function trailPath(
  filter: TrailFilter,
  ending: '' | '.csv',
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ ...filter, ...more });
  return `/api/desk/trail${ending}${query.size === 0 ? '' : `?${query}`}`;
}
