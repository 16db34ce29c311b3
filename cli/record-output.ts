import { contentsOf } from '../kernel/contents.ts';
import { approvalLines } from '../kernel/exchange/approval-words.ts';
import { stepWords } from '../kernel/words.ts';
import type { Context } from './command.ts';
import { findingLine } from './connection.ts';
import { contentText } from './content-text.ts';
import { openSteps } from './follow-up.ts';
import { localTime, pairs, printable, shortId, stateText, table, typeText } from './text-output.ts';
import type { Clock, Finding, RecordLine, RecordView } from './wire.ts';

export function recordTable(context: Context, lines: readonly RecordLine[]): string {
  const { catalogue, language, say } = context;
  const clocked = lines.some(({ clock }) => clock);
  const columns = ['id', 'time', 'type', 'number', 'from', 'to', 'state'] as const;
  const head = [...columns, ...(clocked ? (['turn', 'until'] as const) : [])].map((word) => say(word));
  const numbers = new Map(lines.map(({ id, number }) => [id, number]));
  const known = ({ number, about }: RecordLine) =>
    number !== '' || about === undefined ? number : `→ ${numbers.get(about) || shortId(about)}`;
  const rows = lines.map((line) => [
    shortId(line.id),
    localTime(line.time),
    typeText(catalogue, line.profile, line.type, language),
    known(line),
    line.issuer,
    line.to.join(','),
    stateText(catalogue, line, language),
    ...(line.clock ? [line.clock.turn.join(','), untilText(context, line.clock)] : []),
  ]);
  return table(head, rows, context.columns);
}

/** Whose turn it is, within which limit, since when and until when. */
function clockPairs(context: Context, { clock, profile }: RecordLine): [string, string][] {
  if (!clock) return [];
  const { catalogue, language, say } = context;
  const started = clock.since !== undefined;
  const limits = catalogue.profiles.find(({ name }) => name === profile)?.limits;
  const limit = limits?.[clock.limit.slice(profile.length + 1)]?.title[language] ?? clock.limit;
  return [
    [say('turn'), clock.turn.join(', ')],
    [say('limit'), limit],
    [say('since'), started ? localTime(clock.since) : untilText(context, clock)],
    [say('until'), started ? untilText(context, clock) : ''],
  ];
}

function untilText({ say }: Context, { since, until, overdue, seen }: Clock): string {
  if (since === undefined) return say(seen ? 'not-delivered' : 'not-seen');
  return until === undefined ? '' : `${localTime(until)}${overdue ? ` (${say('overdue')})` : ''}`;
}

export function findingLines(context: Context, findings: readonly Finding[]): string {
  return findings.map((finding) => `${printable(findingLine(finding, context.language))}\n`).join('');
}

/** A record in full, its content in words. */
export function recordText(context: Context, record: RecordView): string {
  const { catalogue, language, say } = context;
  const head = pairs([
    [say('id'), record.id],
    [say('type'), typeText(catalogue, record.profile, record.type, language)],
    [say('number'), record.number],
    [say('title'), record.title],
    [say('state'), stateText(catalogue, record, language)],
    ...clockPairs(context, record),
    [say('from'), record.issuer],
    [say('to'), record.to.join(', ')],
    [say('time'), localTime(record.time)],
    [say('about'), record.about ?? ''],
    [say('waits'), record.waitsFor ?? ''],
  ]);
  const outcome = (state: string) => stateText(catalogue, { profile: '', type: '', state }, language);
  const cycle = catalogue.type(record.profile, record.type)?.declaration.lifeCycle;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${printable(line)}\n`).join('')}`;
  const profile = catalogue.profiles.find(({ name }) => name === record.profile) ?? { types: {} };
  const content = contentsOf(profile, record.type, record.version, record.claims, language);
  return [
    head,
    record.findings.length === 0 ? '' : `\n${say('findings')}\n${findingLines(context, record.findings)}`,
    section(
      say('refusals'),
      record.refusals.map(({ by, code, id }) => `${by}  ${code}  ${shortId(id)}`),
    ),
    section(
      say('follow-ups'),
      record.followUps.map(
        (one) =>
          `${localTime(one.time)}  ${one.issuer}  ${typeText(catalogue, record.profile, one.type, language)} (${cycle?.events[one.event]?.[language] ?? one.event})  ${outcome(one.outcome)}  ${shortId(one.id)}`,
      ),
    ),
    section(
      stepWords.approvals[language],
      record.profile === 'exchange' ? [] : approvalLines(record.approvals, 'on-channel', language),
    ),
    section(
      say('open-steps'),
      openSteps(catalogue, record).map(([who, events]) => `${who}: ${events}`),
    ),
    section(
      say('annexes'),
      record.annexes.map(({ name, size, digest }) => `${name}  ${size}  ${shortId(digest)}`),
    ),
    section(
      say('receipts'),
      record.placements.map(({ origin, index, receipt }) => {
        const got = receipt ? `${say('received')} ${localTime(receipt.time)}` : say('not-received');
        return `${origin} [${index}]  ${got}`;
      }),
    ),
    `\n${say('claims')}\n${contentText(content)}`,
  ].join('');
}
