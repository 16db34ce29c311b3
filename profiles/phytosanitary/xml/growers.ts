/** Growers of the sources of a line, among the producers of its place of origin: where other systems look for them. */
import type { Line } from '../claims/line.ts';
import type { Origin } from '../claims/party.ts';
import type { Claims } from './codec.ts';
import type { MarkedProducer } from './parties.ts';

type Subdivision = NonNullable<Origin['subdivisions']>[number];

/** The origins with growers of the sources added to the one place that a line names; of several none is theirs. */
export function originsWithGrowers({ origins, sources }: Pick<Line, 'origins' | 'sources'>): Line['origins'] {
  const [origin, another] = origins ?? [];
  const [place, second] = origin?.subdivisions ?? [];
  if (origin === undefined || another !== undefined || place === undefined || second !== undefined) return origins;
  const producers = place.producers ?? [];
  const named = new Set(producers.map(({ id }) => id));
  const growers = new Set((sources ?? []).map(({ grower }) => grower).filter((grower) => !named.has(grower)));
  if (growers.size === 0) return origins;
  const added: MarkedProducer[] = [...growers].map((id) => ({ id, marked: true }));
  const whole: Subdivision = { ...place, producers: [...producers, ...added] };
  return [{ ...origin, subdivisions: [whole] }];
}

/**
 * Takes away from a line just read the producers that were only written for its sources. One that no source names
 * was altered and stays, as the producer the document states.
 */
export function withoutGrowers(line: Claims): void {
  const { origins, sources } = line as Pick<Line, 'origins' | 'sources'>;
  const growers = new Set((sources ?? []).map(({ grower }) => grower));
  for (const { subdivisions = [] } of origins ?? []) {
    for (const place of subdivisions) {
      const producers: readonly MarkedProducer[] = place.producers ?? [];
      const kept = producers.flatMap(({ marked, ...stated }) =>
        marked && Object.keys(stated).length === 1 && growers.has(stated.id ?? '') ? [] : [stated],
      );
      if (kept.length > 0) place.producers = kept;
      else delete place.producers;
    }
  }
}
