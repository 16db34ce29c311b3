/** What a service binds itself to before it draws lanes. */
import type { Finding, Severity } from '../../kernel/finding.ts';
import type { RecordType, RegisterDeclaration, Rule, Statement } from '../../kernel/profile.ts';
import type { RefusalDetail } from '../../kernel/refusal.ts';
import type { LaneCommitment } from './claims/commitment.ts';
import { laneCommitmentSchema } from './claims/schemas.ts';
import { customsPart } from './parts.ts';
import type { SelectionCode } from './selection/words.ts';
import { summed } from './summaries.ts';

export const commitmentRegister = 'lane-commitment';

const commitmentOf = ({ claims }: Pick<Statement, 'claims'>): LaneCommitment => claims as unknown as LaneCommitment;
const keyOf = (statement: Statement) => [statement.issuer, commitmentOf(statement).selection];

const refuse = (code: SelectionCode, path: string, detail: RefusalDetail = {}): Finding => ({
  code,
  severity: 'refuse' satisfies Severity,
  path,
  detail,
});

/** The one text of an instant: `2026-11-22T00:00:00Z`. */
function isInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && `${new Date(ms).toISOString().slice(0, 19)}Z` === text;
}

/** To the minute; what is no instant as it stands. */
const minuteOf = (text: string): string => (isInstant(text) ? text.slice(0, 16).replace('T', ' ') : text);

const commitmentContents: Rule = {
  name: 'commitment-contents',
  contents: true,
  check(statement) {
    const { selection, from, until } = commitmentOf(statement);
    const named = selection === 'customs/lanes';
    const misfit = Object.entries({ from, until }).filter(([, text]) => !isInstant(text));
    const findings = [
      ...(named ? [] : [refuse('commitment-selection-unknown', '/selection', { name: selection })]),
      ...misfit.map(([member]) => refuse('commitment-moment', `/${member}`)),
    ];
    if (misfit.length > 0) return findings;
    if (Date.parse(until) <= Date.parse(from)) findings.push(refuse('commitment-empty', '/until'));
    return findings;
  },
};

/** Whoever could begin one in the past would take the secret that suits. */
const commitmentsInOrder: Rule = {
  name: 'commitments-in-order',
  reads: (statement) => [{ register: commitmentRegister, key: keyOf(statement) }],
  check(statement, view) {
    const held = view.register(commitmentRegister, keyOf(statement)) as LaneCommitment | undefined;
    const behind = held !== undefined && Date.parse(commitmentOf(statement).from) < Date.parse(held.from);
    return behind ? [refuse('commitment-behind', '/from', { from: held.from })] : [];
  },
};

export const commitmentDeclaration: RegisterDeclaration = {
  title: {
    az: 'Dəhliz seçiminin öhdəlikləri',
    ru: 'Обязательства по выбору коридоров',
    en: 'Commitments to lane draws',
  },
  owner: 'customs',
  parts: [customsPart, { az: 'Seçim', ru: 'Отбор', en: 'Selection' }],
};

export const laneCommitment: RecordType = {
  title: { az: 'Dəhliz seçiminin öhdəliyi', ru: 'Обязательство по выбору коридоров', en: 'Commitment to a lane draw' },
  version: 1,
  schemas: { 1: laneCommitmentSchema },
  issuedBy: 'customs',
  sentTo: ['customs'],
  /** Recipients can only object: what it binds its issuer to, it has said. */
  stands: true,
  rules: [commitmentContents, commitmentsInOrder],
  statements: (statement) => [{ register: commitmentRegister, key: keyOf(statement), value: statement.claims }],
  summary(claims) {
    const { from, until, selection } = commitmentOf({ claims });
    return summed('', `${minuteOf(from)} – ${minuteOf(until)}${isInstant(until) ? ' UTC' : ''}`, [selection]);
  },
};
