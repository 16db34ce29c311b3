import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../kernel/catalogue.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { parcelProfile } from '../../../kernel/testing/parcel-profile.ts';
import type { RecordView } from '../../institution/service.ts';
import { compileSchema } from '../../schema-compiler.ts';
import type { ApplicationView } from './application-view.ts';
import { progressOf } from './progress.ts';

const catalogue = loadCatalogue([parcelProfile], compileSchema);
if (catalogue instanceof Refusal) throw new Error(catalogue.path);

const application: ApplicationView = {
  id: 'a',
  number: 'A-1',
  profile: 'parcel',
  type: 'parcel',
  title: '',
  state: 'issued',
  revision: 3,
  acts: [],
  mine: true,
  created: 1_000,
  changed: 5_000,
  contents: { title: '', to: [], claims: {}, annexes: [] },
  edition: 1,
  history: [
    { time: 2_000, act: 'send', state: 'sent', side: 'applicant', edition: 1 },
    { time: 5_000, act: 'issue', state: 'issued', side: 'server' },
  ],
};

const record: RecordView = {
  id: 'r',
  seq: 1,
  direction: 'issued',
  profile: 'parcel',
  type: 'parcel',
  version: 1,
  issuer: 'az.post',
  to: ['ru.post', 'ru.customs'],
  time: 5_400,
  number: '7',
  title: '',
  state: 'accepted',
  clock: { turn: ['ru.post'], limit: 'parcel.handing-over', overdue: false, seen: true },
  claims: {},
  annexes: [],
  findings: [],
  refusals: [],
  // Receipts bear whole seconds, so that this one seems to come before the entry.
  placements: [
    { origin: 'o/1', recipient: 'ru.customs', index: 4 },
    { origin: 'o/2', recipient: 'ru.post', index: 9, receipt: { size: 10, time: 5_000 } },
  ],
  followUps: [{ id: 'f', type: 'acceptance', event: 'accept', issuer: 'ru.post', time: 9_000, outcome: 'effective' }],
  approvals: [],
  demonstration: true,
};

test('every step in its order, and whose turn it is', () => {
  const progress = progressOf(application, 'az.post', record, catalogue);
  expect(progress.steps.map(({ code, by }) => `${code} ${by}`)).toEqual([
    'begin applicant',
    'send applicant',
    'issue az.post',
    'logged ru.customs',
    'logged ru.post',
    'received ru.post',
    'follow-up ru.post',
  ]);
  expect(progress).toMatchObject({
    turn: ['ru.post'],
    clock: record.clock,
    record: { id: 'r', number: '7', state: 'accepted', title: { en: 'accepted' } },
  });
  expect(progress.steps.at(-1)?.title?.en).toBe('accept');
});

test.each([
  ['draft', 'applicant', ['applicant']],
  ['taken', 'office', ['az.post']],
  ['declined', undefined, []],
] as const)('before there is a record, in state %s', (state, turn, whose) => {
  const { turn: _, ...rest } = application;
  const now = { ...rest, state, ...(turn && { turn }) };
  expect(progressOf(now, 'az.post', undefined, catalogue)).toMatchObject({ state, turn: whose });
});
