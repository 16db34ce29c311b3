/** A verification as people and programs read it: two answers, each with its steps, never one verdict over both. */

import type { JsonObject } from '../kernel/canonical.ts';
import { approvalLines } from '../kernel/exchange/approval-words.ts';
import type { CheckedStep, EvidenceReport } from '../kernel/exchange/evidence.ts';
import { fill, sentence, stepWords, verdictWords } from '../kernel/words.ts';
import type { Context } from './command.ts';
import { localTime, pairs, printable, shortId, stateText, table, typeText } from './text-output.ts';

const marks = { holds: '+', 'does-not-hold': '!', 'not-checked': '-' } as const;

export function reportText(context: Context, report: EvidenceReport): string {
  const { authenticity, state, record, subject = '' } = report;
  const { say, language } = context;
  const lines = [`${say('record')}  ${subject || '?'}\n`];
  if (record) {
    const { profile, type, issuer, to } = record.payload.samur;
    const { number, title } = record.type.declaration.summary(record.payload.claims);
    lines.push(
      pairs(
        [
          [say('type'), typeText(context.catalogue, profile, type, language)],
          [say('number'), number],
          [say('title'), title],
          [say('from'), issuer],
          [say('to'), to.join(', ')],
        ],
        '  ',
      ),
    );
  }
  lines.push(`\n1. ${say('authenticity')}\n`, ...authenticity.steps.map((step) => stepLine(context, step)));
  lines.push(`  ${verdictWords[authenticity.verdict][language]}\n`, ...timeLines(context, report));
  if (report.approvals)
    lines.push(...approvalLines(report.approvals, 'in-file', language).map((line) => `  ${line}\n`));
  lines.push(
    `\n2. ${say('state')}\n`,
    ...state.steps.map((step) => stepLine(context, step)),
    ...stateLines(context, report),
  );
  return lines.join('');
}

function stepLine(context: Context, { step, outcome, refusal, record }: CheckedStep): string {
  const { language } = context;
  const about = record === undefined ? '' : ` (${shortId(record)})`;
  const line = `  ${marks[outcome]} ${stepWords[step][language]}${about}: ${verdictWords[outcome][language]}\n`;
  if (!refusal) return line;
  const path = refusal.path === '' ? '' : ` ${printable(refusal.path)}`;
  return `${line}      ${printable(sentence(refusal, language))} [${refusal.code}]${path}\n`;
}

function timeLines({ say }: Context, { authenticity, record }: EvidenceReport): string[] {
  if (!record) return [];
  const { provedTime } = authenticity;
  if (!provedTime) return [`  ${say('time-not-proved', { time: localTime(record.payload.time) })}\n`];
  const { notAfter, notBefore } = provedTime;
  return [
    `  ${say('time-proved', { time: localTime(notAfter) })}\n`,
    ...(notBefore === undefined ? [] : [`  ${say('time-proved-from', { time: localTime(notBefore) })}\n`]),
  ];
}

function stateLines(context: Context, { state, record }: EvidenceReport): string[] {
  const { say, language } = context;
  const [oldest] = state.asOf.toSorted((a, b) => a.time - b.time);
  const lines: string[] = [];
  if (record && state.state !== undefined && oldest) {
    const { profile, type } = record.payload.samur;
    const shown = stateText(context.catalogue, { profile, type, state: state.state }, language);
    const filling = { state: shown, time: localTime(oldest.time * 1000), size: oldest.size };
    lines.push(`  ${fill(verdictWords['state-as-of'][language], filling)}\n`);
  } else lines.push(`  ${say('state-unknown')}\n`);
  if (state.asOf.length > 0) {
    const head = [`  ${say('channel')}`, say('size'), say('time')];
    const rows = state.asOf.map((one) => [`  ${one.origin}`, String(one.size), localTime(one.time * 1000)]);
    lines.push(table(head, rows), `  ${say('state-limit')}\n`);
  }
  if (state.tooOld) lines.push(`  ! ${say('too-old')} [evidence.too-old]\n`);
  return lines;
}

export function reportJson(context: Context, report: EvidenceReport): JsonObject {
  const { subject, authenticity, state, record, demonstration } = report;
  const { provedTime } = authenticity;
  return {
    ...(subject !== undefined && { subject }),
    demonstration,
    authenticity: {
      verdict: authenticity.verdict,
      steps: authenticity.steps.map((step) => stepJson(context, step)),
      ...(provedTime && {
        provedTime: {
          notAfter: localTime(provedTime.notAfter),
          ...(provedTime.notBefore !== undefined && { notBefore: localTime(provedTime.notBefore) }),
        },
      }),
    },
    state: {
      ...(state.state !== undefined && { state: state.state }),
      ...(state.since !== undefined && { since: state.since }),
      steps: state.steps.map((step) => stepJson(context, step)),
      asOf: state.asOf.map(({ origin, size, time }) => ({ origin, size, time: localTime(time * 1000) })),
      ...(state.ageSeconds !== undefined && { ageSeconds: state.ageSeconds }),
      tooOld: state.tooOld,
    },
    ...(report.approvals && {
      approvals: report.approvals.map((one) => ({ ...one, time: localTime(one.time) })),
    }),
    ...(record && {
      record: {
        issuer: record.payload.samur.issuer,
        to: record.payload.samur.to,
        profile: record.payload.samur.profile,
        type: record.payload.samur.type,
        statedTime: localTime(record.payload.time),
        claims: record.payload.claims,
      },
    }),
  };
}

function stepJson({ language }: Context, { step, outcome, refusal, record }: CheckedStep): JsonObject {
  return {
    step,
    outcome,
    ...(refusal && { code: refusal.code, path: refusal.path, text: sentence(refusal, language) }),
    ...(record !== undefined && { record }),
  };
}
