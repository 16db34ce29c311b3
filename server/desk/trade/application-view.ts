/** What people are shown of an application. An applicant is never told which officer did something. */
import type { ApplicationTable, EventRow } from '../../store/desk/trade.ts';
import type { Person } from '../people/person.ts';
import { matrix, type Role } from '../roles.ts';
import {
  type ApplicationAct,
  type ApplicationState,
  actsOf,
  type Contents,
  readContents,
  type Side,
  turnOf,
} from './application.ts';
import type { OfficeClaims } from './office-claims.ts';

export interface ApplicationLine {
  readonly id: string;
  /** What people call it by. */
  readonly number: string;
  readonly profile: string;
  readonly type: string;
  readonly title: string;
  readonly state: ApplicationState;
  /** To be named by whoever changes it. */
  readonly revision: number;
  readonly turn?: 'applicant' | 'office';
  /** What the reader may do now. */
  readonly acts: readonly ApplicationAct[];
  readonly mine: boolean;
  /** Times in ms. */
  readonly created: number;
  readonly changed: number;
  /** Hex id of the record that was issued. */
  readonly record?: string;
  /** For officers. */
  readonly applicant?: string;
  readonly officer?: { readonly id: string; readonly name: string };
}

export interface ApplicationEvent {
  readonly time: number;
  readonly act: ApplicationAct;
  readonly state: ApplicationState;
  readonly side: Side;
  /** For officers, and of oneself. */
  readonly name?: string;
  readonly text?: string;
  /** What was sent then. */
  readonly edition?: number;
}

export interface ApplicationView extends ApplicationLine {
  /** To its applicant as last written, to officers as last sent. */
  readonly contents: Contents;
  readonly edition: number;
  readonly history: readonly ApplicationEvent[];
  /** For officers, once one of them has stated something. */
  readonly office?: OfficeClaims;
}

/** From where a person sees an application; undefined: they do not. */
export function sideOf(person: Person, row: Pick<ApplicationTable, 'person' | 'state'>): Side | undefined {
  if (row.person === person.id) return 'applicant';
  return row.state !== 'draft' && seesAll(person) ? 'office' : undefined;
}

/** A trader's right to read is one to read their own. */
export function seesAll({ roles }: Pick<Person, 'roles'>): boolean {
  const all: readonly Role[] = matrix['applications.read'];
  return roles.some((role) => role !== 'trader' && all.includes(role));
}

export function numberOf({ serial }: Pick<ApplicationTable, 'serial'>): string {
  return `A-${serial}`;
}

/** `names`: of people, by id. */
export function lineOf(
  row: ApplicationTable,
  contents: Contents,
  side: Side,
  names: ReadonlyMap<string, string>,
): ApplicationLine {
  const state = row.state as ApplicationState;
  const turn = turnOf(state);
  return {
    id: row.id,
    number: numberOf(row),
    profile: row.profile,
    type: row.type,
    title: contents.title,
    state,
    revision: row.revision,
    ...(turn && { turn }),
    acts: actsOf(state, side),
    mine: side === 'applicant',
    created: row.created,
    changed: row.changed,
    ...(row.record !== null && { record: row.record }),
    ...(side === 'office' && { applicant: names.get(row.person) ?? '' }),
    ...(side === 'office' &&
      row.officer !== null && { officer: { id: row.officer, name: names.get(row.officer) ?? '' } }),
  };
}

/** A recommendation is for colleagues: its words stay inside. */
export function eventOf(row: EventRow, side: Side): ApplicationEvent {
  const inside = side === 'applicant' && row.side !== 'applicant';
  const hidden = inside && row.act !== 'query' && row.act !== 'decline';
  return {
    time: row.time,
    act: row.act as ApplicationAct,
    state: row.state as ApplicationState,
    side: row.side as Side,
    ...(!inside && row.name !== '' && { name: row.name }),
    ...(!hidden && row.text !== null && { text: row.text }),
    ...(row.edition !== null && { edition: row.edition }),
  };
}

export function viewOf(
  row: ApplicationTable,
  sent: string | undefined,
  events: readonly EventRow[],
  side: Side,
  names: ReadonlyMap<string, string>,
  office?: OfficeClaims,
): ApplicationView {
  const contents = readContents(side === 'applicant' ? row.contents : (sent ?? row.contents));
  return {
    ...lineOf(row, contents, side, names),
    contents,
    edition: row.edition,
    history: events.map((event) => eventOf(event, side)),
    ...(side === 'office' && office && { office }),
  };
}
