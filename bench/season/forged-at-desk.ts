/** What honest servers are asked for by officers who err or cheat: refused before anything is signed. */
import { notice, numberOf } from './claims.ts';
import { inspection } from './claims-border.ts';
import type { ImporterThread } from './corridor.ts';
import type { Exporter } from './exporter.ts';
import type { Forgery } from './forgery.ts';
import type { Grower } from './growers.ts';
import { claimsOf, elsewhere, enlarged, type LateLot, type LateLots } from './late-lots.ts';
import type { Year } from './plan.ts';
import type { Attempt } from './side.ts';

/** What is left of a grower's balance, in whole kilograms. */
export async function balanceOf({ side }: Exporter, { id }: Grower): Promise<number> {
  const page = await side.institution.ledger('phytosanitary/season-balance', { prefix: [], limit: 10_000 });
  if (!('items' in page)) throw new Error(page.code);
  return Math.floor(Number(page.items.find(({ key }) => key[2] === id)?.available));
}

export async function forgedAtDesk(
  year: Year,
  exporting: Exporter,
  importing: ImporterThread,
  { travelling, stopped, tight }: LateLots,
  day: number,
): Promise<Forgery[]> {
  const { side } = exporting;
  const codes = async (kind: string, code: string, attempts: readonly Promise<Attempt>[]) => {
    const answers = await Promise.all(attempts);
    return { kind, code, planted: answers.length, refused: answers.filter((one) => one.codes.includes(code)).length };
  };
  const [first, second] = travelling as [LateLots['travelling'][number], LateLots['travelling'][number]];
  const used = year.lots.slice(0, 20).map((lot) => ({ ...claimsOf(first, day), number: numberOf(lot) }));
  const moved = travelling.map(({ lot, certificate: id }) => {
    const other = { ...lot, index: lot.index + 50, checkpoint: elsewhere(lot.checkpoint) };
    return side.attempt({ type: 'prior-notice', claims: notice(other, id) });
  });
  const inspected = { ...second.lot, arrival: day };
  const inspections = [inspected, { ...inspected, checkpoint: elsewhere(inspected.checkpoint) }].map((lot) => {
    const { notice: _, ...claims } = inspection(lot, day, '');
    return importing.attempt({ type: 'inspection', claims, about: second.certificate });
  });
  const pair = tight[0] as LateLot;
  const share = Math.ceil((await balanceOf(exporting, pair.lot.grower)) * 0.6);
  const both = ['P', 'Q'].map((series) =>
    side.attempt({ type: 'certificate', claims: claimsOf(enlarged(pair, share), day, series) }),
  );
  const refusedOf = async (attempts: readonly Promise<Attempt>[]) =>
    (await Promise.all(attempts)).filter((answer) => answer.codes.length > 0).map((answer) => Promise.resolve(answer));
  return [
    await codes(
      'reused certificate number, at the desk',
      'number-used',
      used.map((claims) => side.attempt({ type: 'certificate', claims })),
    ),
    await codes('second notice of one certificate at another checkpoint, at the desk', 'already-announced', moved),
    await codes(
      'second inspection of one certificate at another checkpoint',
      'state.out-of-turn',
      await refusedOf(inspections),
    ),
    await codes('two certificates at once that together overdraw', 'ledger.insufficient', await refusedOf(both)),
    await codes('certificate for a grower just stopped, at the desk', 'grower-suspended', [
      side.attempt({ type: 'certificate', claims: claimsOf(stopped, day, 'X') }),
    ]),
  ];
}
