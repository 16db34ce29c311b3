/** An application from its beginning to the record, without anybody at a page. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { until } from '../../../test/corridor.ts';
import { Rejected } from '../../institution/service.ts';
import type { Desk } from '../desk.ts';
import type { Person } from '../people/person.ts';

interface Asked {
  readonly profile: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
}

/** Hex id of the record that a demonstration's signatory signs for an application of `trader`. */
export async function issuedFor(desk: Desk, trader: Person, officer: Person, asked: Asked): Promise<string> {
  const { applications, ground, passkeys, people } = desk;
  const { profile, type, claims } = asked;
  const begun = done(await applications.begin(trader, profile, type, { title: '', to: [], claims, annexes: [] }));
  const sent = done(await applications.act(trader, begun.id, { act: 'send', revision: begun.revision }));
  done(await applications.act(officer, begun.id, { act: 'take', revision: sent.revision }));
  const { id } = done(await ground.service.prepare({ ...asked, annexes: [] }));
  const fault = await applications.expected.expect(officer, begun.id, { profile, type }, id);
  if (fault !== undefined) throw new Error(fault.code);
  const all = await people.all();
  const signatory = all.find(({ roles, demonstration }) => demonstration && roles.includes('signatory'));
  if (signatory === undefined) throw new Error('nobody signs');
  const { means: _, ...said } = done(await passkeys.demonstration(signatory, Uint8Array.fromHex(id)));
  done(await ground.service.issuePrepared(id, [{ of: 'record', ...said, demonstration: true }]));
  await until(
    () => applications.recordOf(trader, begun.id),
    (record) => record === id,
  );
  return id;
}

function done<T>(value: T | Rejected | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  if (value instanceof Rejected) throw new Error(JSON.stringify(value.findings));
  return value;
}
