/** For tests that are about something else than which lane was drawn. */
import { expect } from 'vitest';
import type { Person } from '../server/desk/people/person.ts';
import { type Corridor, until } from './corridor.ts';

const officer: Person = {
  id: 'officer',
  name: 'An officer',
  roles: ['border-officer'],
  language: 'en',
  officer: 'officer',
  active: true,
  knownAs: [],
  demonstration: false,
};

/** Whatever was drawn for the manifest in Russia, it goes through the green lane. */
export async function putIntoGreen(corridor: Corridor, id: string): Promise<void> {
  const selections = corridor.servers.get('RU')?.desks.get('ru.fts')?.selections;
  if (!selections) throw new Error('no desk');
  const [choice] = await until(
    () => selections.choices(id),
    (choices) => choices.length > 0,
  );
  if (choice?.outcome === 'green') return;
  const rerouted = await selections.reroute('customs/lanes', id, 'green', 'Another test', officer);
  expect(rerouted).toMatchObject({ outcome: 'green' });
}
