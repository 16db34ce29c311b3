/** Choices made again, as people and programs read them. */
import type { JsonObject } from '../kernel/canonical.ts';
import type { EntryName, SelectionReport } from '../kernel/exchange/selection-audit.ts';
import { Refusal, type RefusalDetail } from '../kernel/refusal.ts';
import type { Choice } from '../kernel/selection.ts';
import { sentence } from '../kernel/words.ts';
import type { Context } from './command.ts';
import { localTime, pairs, printable, shortId, table } from './text-output.ts';
import type { CliWord } from './words.ts';

/** Entries told one by one; of more only the number. */
const maxTold = 50;

export function selectionText(context: Context, report: SelectionReport): string {
  const { say, language } = context;
  const { declared, commitment, institution, choices, differences } = report;
  const again = choices.filter((one) => one.again).length;
  return [
    pairs([
      [say('selection-of'), `${declared.title[language]} (${commitment.selection})`],
      [say('selection-by'), institution],
      [say('selection-period'), `${localTime(commitment.from)} – ${localTime(commitment.until)}`],
      [say('selection-commitment'), commitment.id],
    ]),
    `\n+ ${say('selection-bound')}\n`,
    table(
      [`  ${say('channel')}`, say('selection-entries')],
      report.channels.map(({ origin, from, until }) => [`  ${origin}`, `${from} … ${until}`]),
    ),
    `\n${say('selection-made-again', { count: choices.length, again })}\n`,
    choices.length === 0 ? '' : countsText(context, report),
    differences.length === 0
      ? `\n+ ${say('selection-holds')}\n`
      : `\n! ${say('selection-differs', { count: differences.length })}\n`,
    ...differences.slice(0, maxTold).map(({ refusal, ...place }) => {
      const about = place.origin === undefined ? '' : `${placeText(place)}: `;
      const worded = new Refusal(refusal.code, wordsIn(context, report, refusal.detail));
      const told = `${about}${sentence(worded, language)}${decidedUnder(context, report, refusal.detail)}`;
      return `  ${printable(told)} [${refusal.code}]\n`;
    }),
    more(differences.length),
    reroutesText(context, report),
    decidedText(context, report),
    ...(
      [
        ['selection-not-shown', report.notShown],
        ['selection-without-effect', report.withoutEffect],
        ['selection-moved', report.moved],
        ['selection-unproved', report.unproved],
      ] as const
    ).map(([word, entries]) => entriesText(context, word, entries)),
    report.gaps.length === 0 ? '' : `\n- ${say('selection-gaps')}\n`,
    ...report.gaps.map(({ origin, from, until }) => `  ${origin}  ${from} … ${until}\n`),
    report.absent.length === 0 ? '' : `\n- ${say('selection-absent', { names: report.absent.join(', ') })}\n`,
    `\n${say('selection-limit')}\n`,
  ].join('');
}

/** Choices in a detail, `outcome/ground/criterion`, in the words of the profile. */
function wordsIn({ language }: Context, { declared }: SelectionReport, detail: RefusalDetail): RefusalDetail {
  const worded = ['told', 'found'].flatMap((member) => {
    const [outcome, ground, ...criterion] = String(detail[member] ?? '').split('/');
    if (!outcome || !ground) return [];
    const reason = [declared.grounds[ground]?.[language] ?? ground, criterion.join('/')].filter((one) => one !== '');
    return [[member, `«${declared.outcomes[outcome]?.[language] ?? outcome}: ${reason.join(', ')}»`]];
  });
  return { ...detail, ...Object.fromEntries(worded) };
}

/** What held, and what the decision states. */
function decidedUnder({ language }: Context, { declared }: SelectionReport, { held, stated }: RefusalDetail): string {
  if (held === undefined || stated === undefined) return '';
  const [from, to] = [held, stated].map((name) => declared.outcomes[String(name)]?.[language] ?? String(name));
  return ` (${from} → ${to})`;
}

/** How often each outcome was chosen on each ground. */
function countsText({ say, language }: Context, { declared, choices }: SelectionReport): string {
  const counts = Object.keys(declared.outcomes).flatMap((outcome) =>
    Object.keys(declared.grounds).map((ground) => ({
      outcome,
      ground,
      count: choices.filter(({ choice }) => choice.outcome === outcome && choice.ground === ground).length,
    })),
  );
  return table(
    [`  ${say('selection-outcome')}`, say('selection-ground'), say('selection-count')],
    counts
      .filter(({ count }) => count > 0)
      .map(({ outcome, ground, count }) => [
        `  ${declared.outcomes[outcome]?.[language] ?? outcome}`,
        declared.grounds[ground]?.[language] ?? ground,
        String(count),
      ]),
  );
}

function reroutesText({ say, language }: Context, { rerouted, declared }: SelectionReport): string {
  if (rerouted.length === 0) return '';
  const name = (outcome: string) => declared.outcomes[outcome]?.[language] ?? outcome;
  const lines = rerouted.slice(0, maxTold).map((one) => {
    const steps = one.by.map(({ outcome, reason, by, at }) => {
      const who = [by, localTime(at)].filter((part) => part !== '').join(', ');
      return `${name(outcome)} (${[who, reason].filter((part) => part !== '').join(': ')})`;
    });
    return `  ${printable(`${placeText(one)}: ${[name(one.choice.outcome), ...steps].join(' → ')}`)}\n`;
  });
  return `\n- ${say('selection-rerouted', { count: rerouted.length })}\n${lines.join('')}${more(rerouted.length)}`;
}

/** Decisions, as many as there are of each outcome that they state. */
function decidedText({ say, language }: Context, { decided, declared }: SelectionReport): string {
  const decisions = decided.flatMap((one) => one.decisions);
  if (decisions.length === 0) return '';
  const counts = Object.keys(declared.outcomes)
    .map((outcome) => ({ outcome, count: decisions.filter(({ applied }) => applied.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  const lines = counts.map(
    ({ outcome, count }) => `  ${declared.outcomes[outcome]?.[language] ?? outcome}: ${count}\n`,
  );
  return `\n- ${say('selection-decided', { count: decisions.length })}\n${lines.join('')}`;
}

function entriesText({ say }: Context, word: CliWord, entries: readonly EntryName[]): string {
  if (entries.length === 0) return '';
  const lines = entries.slice(0, maxTold).map((one) => `  ${placeText(one)}\n`);
  return `\n- ${say(word, { count: entries.length })}\n${lines.join('')}${more(entries.length)}`;
}

const more = (count: number): string => (count > maxTold ? `  … ${count - maxTold}\n` : '');

const placeText = ({ origin, index, id }: Partial<EntryName>): string =>
  [origin, index, id && `(${shortId(id)})`].filter((part) => part !== undefined).join(' ');

export function selectionJson({ language }: Context, report: SelectionReport): JsonObject {
  const { commitment, choices, differences, rerouted } = report;
  const choiceJson = ({ outcome, ground, criterion }: Choice): JsonObject => ({
    outcome,
    ground,
    ...(criterion !== undefined && { criterion }),
  });
  return {
    demonstration: report.demonstration,
    institution: report.institution,
    commitment: { ...commitment, from: localTime(commitment.from), until: localTime(commitment.until) },
    verdict: report.verdict,
    channels: report.channels.map(({ last, ...one }) => ({
      ...one,
      ...(last !== undefined && { last: localTime(last * 1000) }),
    })),
    choices: choices.map(({ choice, time, ...one }) => ({
      ...one,
      time: localTime(time * 1000),
      ...choiceJson(choice),
    })),
    differences: differences.map(({ refusal, ...one }) => ({
      ...one,
      code: refusal.code,
      text: sentence(refusal, language),
    })),
    rerouted: rerouted.map(({ choice, by, ...one }) => ({
      ...one,
      ...choiceJson(choice),
      by: by.map((step) => ({ ...step, at: localTime(step.at) })),
    })),
    decided: report.decided.map(({ choice, decisions, ...one }) => ({
      ...one,
      ...choiceJson(choice),
      decisions: decisions.map(({ record, held, applied }) => ({ record, held, ...applied })),
    })),
    unproved: report.unproved.map((one) => ({ ...one })),
    moved: report.moved.map((one) => ({ ...one })),
    notShown: report.notShown.map((one) => ({ ...one })),
    withoutEffect: report.withoutEffect.map((one) => ({ ...one })),
    gaps: report.gaps.map((one) => ({ ...one })),
    absent: report.absent,
  };
}
