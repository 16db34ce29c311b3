import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { isCountry } from '../../codes/countries.ts';
import { countryOf, manifestOf, receivingCustoms } from '../../institutions.ts';
import { officeKey, officeRegister } from '../../registers.ts';
import { dayOf } from '../days.ts';
import { finding } from '../finding.ts';
import { instantOf, instants } from '../moments.ts';
import { leadOf, officeFindings, officeOf } from '../offices.ts';
import { bothCustoms } from '../sides.ts';

/** From the country of the service that sends it to that of a customs service among the recipients. */
export const route: Rule = {
  name: 'countries match the institutions',
  check(statement) {
    const { dispatch, destination } = manifestOf(statement);
    const found: Finding[] = [];
    if (countryOf(statement.issuer) !== dispatch) {
      found.push(finding('dispatch-country-differs', 'refuse', '/dispatch', { country: dispatch }));
    }
    if (destination === dispatch) {
      found.push(finding('destination-same', 'refuse', '/destination', { country: destination }));
    } else if (receivingCustoms(statement) === undefined) {
      found.push(finding('destination-recipient-missing', 'refuse', '/destination', { country: destination }));
    }
    return found;
  },
};

export const countries: Rule = {
  name: 'countries exist',
  check(statement) {
    const { consignor, consignee, carrier, declarant, lines, means } = manifestOf(statement);
    const parties = Object.entries({ consignor, consignee, carrier, declarant });
    const places = [
      ...parties.map(([role, party]) => [`/${role}/country`, party?.country] as const),
      ...lines.map(({ origin }, index) => [`/lines/${index}/origin`, origin] as const),
      ...means.map(({ country }, index) => [`/means/${index}/country`, country] as const),
    ];
    return places.flatMap(([path, country]) =>
      country === undefined || isCountry(country) ? [] : [finding('country-unknown', 'refuse', path, { country })],
    );
  },
};

/** Offices as their services registered them, and whether the manifest came early enough for the one at the border. */
export const offices: Rule = {
  name: 'offices are registered, and the manifest is early enough',
  askedOf: bothCustoms,
  reads(statement) {
    const { departureOffice, entryOffice } = manifestOf(statement);
    const receiving = receivingCustoms(statement) ?? '';
    return [
      { register: officeRegister, key: officeKey(statement.issuer, departureOffice) },
      { register: officeRegister, key: officeKey(receiving, entryOffice) },
    ];
  },
  check(statement, view) {
    const { departureOffice, entryOffice, mode } = manifestOf(statement);
    const day = dayOf(statement.time);
    const receiving = receivingCustoms(statement) ?? '';
    const found: Finding[] = [
      ...officeFindings(view, statement.issuer, departureOffice, day, '/departureOffice'),
      ...officeFindings(view, receiving, entryOffice, day, '/entryOffice'),
    ];
    const entry = officeOf(view, receiving, entryOffice);
    const lead = leadOf(statement, entry);
    if (entry === undefined || lead === undefined) return found;
    if (!entry.modes.includes(mode)) {
      found.push(finding('office-other-mode', 'warn', '/entryOffice', { office: entryOffice }));
    }
    const { given, asked } = lead;
    if (asked !== undefined && given < asked) {
      found.push(finding('manifest-late', 'warn', '/expected', { minutes: Math.max(0, given), lead: asked }));
    }
    return found;
  },
};

export const expectedArrival: Rule = {
  name: 'arrival is an instant to come',
  check(statement) {
    const { expected } = manifestOf(statement);
    const arrival = instantOf(expected);
    if (arrival === undefined) return instants({ '/expected': expected });
    return arrival > statement.time ? [] : [finding('expected-past', 'warn', '/expected', { expected })];
  },
};
