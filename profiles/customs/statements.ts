/** What manifests state in registers. */
import type { RegisterStatement, Statement, Subject } from '../../kernel/profile.ts';
import { evenReference } from '../../kernel/reference.ts';
import { manifestOf } from './institutions.ts';
import {
  type ManifestNumberValue,
  type MovementValue,
  manifestNumberKey,
  manifestNumberRegister,
  movementKey,
  movementRegister,
} from './manifest-registers.ts';

function takeNumber({ issuer, claims, time }: Statement): RegisterStatement {
  const value: ManifestNumberValue = { sent: new Date(time).toISOString() };
  const key = manifestNumberKey(issuer, manifestOf({ claims }).number);
  return { register: manifestNumberRegister, key, value: { ...value } };
}

function announce({ issuer, claims }: Statement): RegisterStatement {
  const manifest = manifestOf({ claims });
  const value: MovementValue = {
    number: manifest.number,
    means: manifest.means.map(({ number }) => evenReference(number)),
  };
  return { register: movementRegister, key: movementKey(issuer, manifest), value: { ...value } };
}

/** The movement of a manifest that is taken back may be announced again. */
export const freeMovement = ({ issuer, claims }: Pick<Subject, 'issuer' | 'claims'>): RegisterStatement => ({
  register: movementRegister,
  key: movementKey(issuer, manifestOf({ claims })),
  value: null,
});

/** One statement for each key: what a replacing manifest announces again is not freed. */
export function manifestStatements(statement: Statement): readonly RegisterStatement[] {
  const freed = statement.subject === undefined ? [] : [freeMovement(statement.subject)];
  const all = [...freed, announce(statement), takeNumber(statement)];
  return [...new Map(all.map((one) => [JSON.stringify([one.register, ...one.key]), one])).values()];
}
