/** What an officer can write off for a manifest: reserve what its lines need, consume it, give it back. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Text } from '../../../kernel/finding.ts';
import type { PanelAction } from '../../../kernel/panel.ts';
import type { WriteOff, WriteOffLine } from '../claims/write-off.ts';
import { kilograms, toMass } from '../mass.ts';
import { certificateLedger, institutionsOf, nameOf, positionsIn } from '../positions.ts';
import { declarationsOf, takenBy } from '../rules/coverage.ts';
import type { Situation } from './situation.ts';
import type { Teller } from './told.ts';

/** What the lines of a manifest need of one line of a certificate, 10^-6 kg. */
interface Need {
  readonly line: WriteOffLine;
  readonly mass: bigint;
}

const kept = (mass: bigint) => ({ value: kilograms(mass), unit: 'KGM' });

/** Of certificates that are held: of others it is not known whose they are. */
function needsOf({ manifest, view }: Situation): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>();
  for (const { hs, net, certificate } of manifest.lines) {
    const offered = certificate && view.offered(certificateLedger, certificate.record);
    const account = offered?.accounts.find(({ part }) => part === certificate?.line);
    const mass = toMass(net);
    if (!certificate || !offered || !account || mass === undefined) continue;
    const [exporting = '', importing = ''] = account.key;
    const named = { record: offered.id, number: offered.number, exporting, importing };
    const line = { certificate: named, line: account.part, hs, reserved: kept(0n), consumed: kept(0n) };
    const { line: first = line, mass: before = 0n } = needs.get(nameOf(line)) ?? {};
    needs.set(nameOf(line), { line: first, mass: before + mass });
  }
  return needs;
}

/** 10^-6 kg that the lines of the manifest need and none of its declarations has taken yet, by account. */
export function uncovered(situation: Situation): readonly Need[] {
  const taken = takenBy(declarationsOf(situation.shown, situation.view));
  return [...needsOf(situation)].flatMap(([name, { line, mass }]) => {
    const lacking = mass - (taken.get(name) ?? 0n);
    return lacking > 0n ? [{ line, mass: lacking }] : [];
  });
}

const reserving = new Set([
  ...['sent', 'registered', 'queried', 'arrived', 'queried-at-border'],
  ...['recognised', 'recontrolled', 'detained', 'released', 'released-for-audit'],
]);
const consuming = new Set(['recognised', 'recontrolled', 'released', 'released-for-audit', 'closed']);
const freeing = new Set(['returned', 'withdrawn', 'replaced', 'rejected', 'closed']);
const crediting = new Set(['returned', 'closed']);

/** Of the receiving side, in the order in which they come. */
export function writeOffActions(situation: Situation, told: Teller, office: string): readonly PanelAction[] {
  const { shown, receiving, view } = situation;
  const declared = declarationsOf(shown, view);
  const begin = (act: WriteOff['act'], lines: readonly WriteOffLine[], declaration?: string): PanelAction => {
    const claims = { ...(declaration !== undefined && { declaration }), act, office, manifest: shown.id, lines };
    // How much came back is for whoever saw it to say.
    const ready = declaration !== undefined && act !== 'return';
    const title = writeOffWords[act][told.language];
    return {
      title: `${title}${declared.length > 1 && declaration !== undefined ? `: ${declaration}` : ''}${ready ? '' : '…'}`,
      type: 'write-off',
      to: [...new Set([shown.issuer, ...lines.flatMap(institutionsOf)])].filter((id) => id !== receiving).sort(),
      claims: claims as unknown as JsonObject,
      ready,
    };
  };
  const restated = (act: WriteOff['act'], isMeant: (one: Amounts) => boolean, change: (one: Amounts) => Amounts) =>
    declared.flatMap((position) => {
      const before = positionsIn(position);
      if (!before.some(isMeant)) return [];
      const lines = before.map((one) => withAmounts(one.line, change(one)));
      return [begin(act, lines, position.declaration)];
    });
  const lacking = reserving.has(shown.state) ? uncovered(situation) : [];
  const former = declared.length === 1 && !positionsIn(declared[0]!).some(hasConsumed) ? declared[0] : undefined;
  return [
    ...(lacking.length === 0 ? [] : [begin('reserve', withMore(former, lacking), former?.declaration)]),
    ...(consuming.has(shown.state)
      ? restated('consume', hasReserved, ({ reserved, consumed }) => ({ reserved: 0n, consumed: consumed + reserved }))
      : []),
    ...(freeing.has(shown.state) ? restated('free', hasReserved, ({ consumed }) => ({ reserved: 0n, consumed })) : []),
    ...(crediting.has(shown.state)
      ? restated('return', hasConsumed, ({ reserved }) => ({ reserved, consumed: 0n }))
      : []),
  ];
}

/** 10^-6 kg. */
interface Amounts {
  readonly reserved: bigint;
  readonly consumed: bigint;
}

const hasReserved = ({ reserved }: Amounts): boolean => reserved > 0n;
const hasConsumed = ({ consumed }: Amounts): boolean => consumed > 0n;

const withAmounts = (line: WriteOffLine, { reserved, consumed }: Amounts): WriteOffLine => ({
  ...line,
  reserved: kept(reserved),
  consumed: kept(consumed),
});

/** The whole position: what the declaration had stays in it. */
function withMore(former: WriteOff | undefined, lacking: readonly Need[]): readonly WriteOffLine[] {
  const more = new Map(lacking.map(({ line, mass }) => [nameOf(line), mass]));
  const before = former === undefined ? [] : positionsIn(former);
  const had = new Set(before.map(({ line }) => nameOf(line)));
  return [
    ...before.map(({ line, reserved, consumed }) =>
      withAmounts(line, { reserved: reserved + (more.get(nameOf(line)) ?? 0n), consumed }),
    ),
    ...lacking
      .filter(({ line }) => !had.has(nameOf(line)))
      .map(({ line, mass }) => withAmounts(line, { reserved: mass, consumed: 0n })),
  ];
}

const writeOffWords = {
  reserve: { az: 'Sertifikat üzrə ayırmaq', ru: 'Зарезервировать по сертификату', en: 'Reserve on the certificate' },
  consume: { az: 'Sertifikat üzrə silmək', ru: 'Списать по сертификату', en: 'Write off on the certificate' },
  free: { az: 'Ayrılanı azad etmək', ru: 'Снять резерв по сертификату', en: 'Free what is reserved' },
  return: { az: 'Qaytarılan malı geri yazmaq', ru: 'Восстановить возвращённое', en: 'Credit back returned goods' },
} satisfies Readonly<Record<WriteOff['act'], Text>>;
