/** How the corridor stands: its crossings, its channels, its trust list and keys. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { Channels } from './channels.tsx';
import { Drawing } from './drawing.tsx';
import type { Channel, CorridorView } from './shapes.ts';
import { Institutions, TrustParts } from './trust.tsx';
import './corridor.css';

const corridorQuery = queryOptions({
  queryKey: ['corridor'],
  queryFn: () => ask<CorridorView>('/api/desk/corridor'),
});
const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => ask<{ readonly items: readonly Channel[] }>('/api/channels'),
  refetchInterval: 10_000,
});

export function CorridorPage() {
  const { data: corridor } = useSuspenseQuery(corridorQuery);
  const { data: channels } = useSuspenseQuery(channelsQuery);
  return (
    <>
      <title>{`${m.corridor_title()} · Samur`}</title>
      <h1>{m.corridor_title()}</h1>
      {corridor.lines.length > 0 && (
        <section>
          <h2>{m.corridor_crossings()}</h2>
          <p className="corridor-hint">{m.corridor_schematic()}</p>
          <Drawing lines={corridor.lines} countries={corridor.corridor.toUpperCase().split('-')} />
        </section>
      )}
      <section>
        <h2>{m.corridor_channels()}</h2>
        <p className="corridor-hint">{m.corridor_channels_hint()}</p>
        <Channels channels={channels.items} institutions={corridor.institutions} />
      </section>
      <section>
        <h2>{m.corridor_trust()}</h2>
        <TrustParts parts={corridor.trust} now={corridor.now} />
        <Institutions institutions={corridor.institutions} now={corridor.now} />
      </section>
    </>
  );
}
