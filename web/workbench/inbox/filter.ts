/** What of the inbox, or of all records, is asked for. It stands in the page's address, and in saved views. */
import { type Lane, lanes } from '../api/shapes.ts';

export interface Filter {
  readonly lane: Lane;
  readonly q: string;
  /** `profile/type`; empty: all. */
  readonly type: string;
  readonly state: string;
  /** Issuer. */
  readonly from: string;
  readonly direction: '' | 'issued' | 'received';
  readonly order: 'due' | 'newest';
}

/** Of every filter the value that lets all pass; lane and order are none. */
export const unfiltered: Omit<Filter, 'lane' | 'order'> = { q: '', type: '', state: '', from: '', direction: '' };

export const everything: Filter = { lane: 'all', ...unfiltered, order: 'due' };

const patterns: Readonly<Record<'type' | 'state' | 'from', RegExp>> = {
  type: /^[a-z][a-z0-9-]{0,63}\/[a-z][a-z0-9-]{0,63}$/,
  state: /^[a-z][a-z0-9-]{0,63}$/,
  from: /^[a-z]{2}(\.[a-z0-9-]{1,61})+$/,
};

/** Of an address or a saved view; what the server would refuse is left out. */
export function readFilter(search: Readonly<Record<string, unknown>>): Filter {
  const text = (name: 'type' | 'state' | 'from'): string => {
    const value = search[name];
    return typeof value === 'string' && patterns[name].test(value) ? value : '';
  };
  const { lane, q, direction, order } = search;
  return {
    lane: lanes.find((one) => one === lane) ?? 'all',
    q: typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) : '',
    type: text('type'),
    state: text('state'),
    from: text('from'),
    direction: direction === 'issued' || direction === 'received' ? direction : '',
    order: order === 'newest' ? 'newest' : 'due',
  };
}

/** Only what differs from everything. */
export function searchOf(filter: Filter): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => value !== everything[name as keyof Filter]),
  );
}

/** Query of the request; equal filters give equal texts. */
export function queryOf(filter: Filter): string {
  const { q, ...rest } = searchOf(filter);
  return new URLSearchParams({ ...rest, ...(q?.trim() && { q: q.trim() }) }).toString();
}

export const isFiltered = ({ lane: _, order: __, ...rest }: Filter): boolean =>
  Object.values(rest).some((value) => value !== '');
