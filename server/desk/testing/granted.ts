/** An application that a trader made and that was granted and signed, for tests of what comes after. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { until } from '../../../test/corridor.ts';
import { Rejected } from '../../institution/service.ts';
import type { Desk } from '../desk.ts';
import type { Person } from '../people/person.ts';

function done<T>(value: T | Rejected | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  if (value instanceof Rejected) throw new Error(JSON.stringify(value.findings));
  return value;
}

export interface Granted {
  /** Of the application. */
  readonly id: string;
  readonly record: string;
}

/** Of a certificate. The demonstration's people take it up and sign it. */
export async function grantedTo(
  { applications, passkeys, people, ground }: Desk,
  trader: Person,
  claims: JsonObject,
  to: readonly string[],
): Promise<Granted> {
  const all = await people.all();
  const whoIs = (role: 'inspector' | 'signatory') => {
    const found = all.find(({ roles, demonstration }) => demonstration && roles.includes(role));
    if (!found) throw new Error(role);
    return found;
  };
  const officer = whoIs('inspector');
  const type = { profile: 'phytosanitary', type: 'certificate' };
  const begun = done(
    await applications.begin(trader, type.profile, type.type, { title: '', to: [], claims, annexes: [] }),
  );
  const sent = done(await applications.act(trader, begun.id, { act: 'send', revision: begun.revision }));
  done(await applications.act(officer, begun.id, { act: 'take', revision: sent.revision }));
  const prepared = done(await ground.service.prepare({ ...type, to, claims, annexes: [] }));
  const fault = await applications.expected.expect(officer, begun.id, type, prepared.id);
  if (fault) throw new Error(fault.code);
  const record = Uint8Array.fromHex(prepared.id);
  const { means: _, ...said } = done(await passkeys.demonstration(whoIs('signatory'), record));
  done(await ground.service.issuePrepared(prepared.id, [{ of: 'record', ...said, demonstration: true }]));
  await until(
    () => applications.reader.show(trader, begun.id),
    (application) => application?.state === 'issued',
  );
  return { id: begun.id, record: prepared.id };
}
