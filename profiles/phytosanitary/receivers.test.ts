import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { addressees, type Entitlement, receiverFault } from '../../kernel/state/contribution.ts';
import { phytosanitary } from './profile.ts';

const functions: Readonly<Record<string, readonly string[]>> = {
  nppo: ['az.afsa', 'ge.nfa', 'kz.kmq', 'ru.fsvps'],
  customs: ['az.dgk', 'ge.rs', 'kz.kgd', 'ru.fcs'],
};
const entitlement: Entitlement = {
  holds: (institution, name) => functions[name]?.includes(institution) ?? false,
  firstHolder: () => undefined,
};

/** Who is asked to hold the function and does not; `to` in any order. */
function passedOver(name: string, issuer: string, to: readonly string[], claims: JsonObject): unknown {
  const type = phytosanitary.types[name];
  if (type === undefined) throw new Error(name);
  const statement = { type: name, issuer, to: addressees(type, to, {}, entitlement), claims, time: 0 };
  const fault = receiverFault(type, statement, {}, entitlement, '/to');
  if (fault !== undefined) expect(fault).toMatchObject({ code: 'record.wrong-recipients', path: '/to' });
  return fault?.detail['institution'];
}

describe('a record that goes past the service, to customs alone', () => {
  it.each<[string, string, string, JsonObject]>([
    ['grower', 'az.afsa', 'ru.fcs', {}],
    ['admission', 'ru.fsvps', 'az.dgk', { exporter: 'az.afsa' }],
    ['suspension', 'ru.fsvps', 'az.dgk', { exporter: 'az.afsa' }],
    ['suspension', 'ru.fsvps', 'az.dgk', { exporter: 'az.dgk' }],
    ['non-compliance', 'ru.fsvps', 'az.dgk', { exporter: 'az.afsa' }],
    ['requirement', 'ru.fsvps', 'az.dgk', {}],
    ['requirement', 'ru.fsvps', 'az.dgk', { countries: ['AZ'] }],
    ['prior-notice', 'az.afsa', 'ru.fcs', { checkpoint: 'RUSMU' }],
    ['certificate', 'az.afsa', 'ru.fcs', { importCountry: { code: 'RU' } }],
    ['re-export-certificate', 'az.afsa', 'ru.fcs', { importCountry: { code: 'RU' } }],
  ])('is refused: %s of %s to %s', (name, issuer, office, claims) => {
    expect(passedOver(name, issuer, [office], claims)).toBe(office);
    const service = issuer === 'az.afsa' ? 'ru.fsvps' : 'az.afsa';
    if (claims['exporter'] !== office) expect(passedOver(name, issuer, [office, service], claims)).toBeUndefined();
  });

  it('is refused also when the service of another country is told', () => {
    const toGeorgia = ['az.dgk', 'ge.nfa'];
    expect(passedOver('requirement', 'ru.fsvps', toGeorgia, { countries: ['AZ', 'GE'] })).toBe('az.dgk');
    expect(passedOver('requirement', 'ru.fsvps', toGeorgia, { countries: ['GE'] })).toBeUndefined();
    expect(passedOver('requirement', 'ru.fsvps', toGeorgia, { countries: ['KZ'] })).toBeUndefined();
    expect(passedOver('prior-notice', 'az.afsa', ['ge.nfa', 'ru.fcs'], { checkpoint: 'RUSMU' })).toBe('ru.fcs');
    expect(passedOver('prior-notice', 'az.afsa', ['ge.nfa', 'ru.fcs'], { checkpoint: 'GETBS' })).toBeUndefined();
  });
});
