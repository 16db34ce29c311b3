import type { JsonObject } from '../../kernel/canonical.ts';
import type { RecordType, Summary } from '../../kernel/profile.ts';
import type { Party } from './claims/manifest.ts';
import { manifestSchema } from './claims/schemas.ts';
import { manifestOf, receivingCustoms } from './institutions.ts';
import { manifestLifeCycle } from './life-cycle.ts';
import { manifestReferences } from './references.ts';
import { register, registrationReads } from './registration.ts';
import { documents, recordsNamed } from './rules/manifest/documents.ts';
import { lines } from './rules/manifest/lines.ts';
import { means, seals, taxNumbers } from './rules/manifest/means.ts';
import { movementOnce, numberForm, numberUnused, replacement } from './rules/manifest/number.ts';
import { participants } from './rules/manifest/participants.ts';
import { countries, expectedArrival, offices, route } from './rules/manifest/route.ts';
import { manifestStatements } from './statements.ts';
import { summed } from './summaries.ts';

/** A manifest may stand alone, or follow the one it replaces. */
export const manifest: RecordType = {
  title: { az: 'Elektron manifest', ru: 'Электронный манифест', en: 'Electronic manifest' },
  version: 1,
  schemas: { 1: manifestSchema },
  issuedBy: 'customs',
  sentTo: ['customs', 'nppo'],
  // Plant protection services cannot register it: sent to them alone, nobody would act.
  receiver: { of: (statement) => receivingCustoms(statement) ?? statement.to[0], function: 'customs' },
  follows: { types: ['manifest'], required: false, event: () => 'replace' },
  lifeCycle: manifestLifeCycle,
  rules: [
    numberForm,
    numberUnused,
    replacement,
    movementOnce,
    route,
    countries,
    expectedArrival,
    offices,
    lines,
    means,
    seals,
    taxNumbers,
    documents,
    recordsNamed,
    participants,
  ],
  statements: manifestStatements,
  answerReads: registrationReads,
  answers: register,
  summary,
  references: manifestReferences,
  appliedFor: true,
  leftToOffice: ['number'],
};

function summary(claims: JsonObject): Summary {
  const { number, declaration, transport, train, means, lines, documents, ...parties } = manifestOf({ claims });
  const goods = lines.map(({ description }) => description);
  const more = goods.length > 1 ? ` +${goods.length - 1}` : '';
  const wordsOfParty = (party: Party | undefined) => [party?.name, party?.id, party?.operator];
  return summed(number, `${means[0]?.number ?? ''}: ${goods[0] ?? ''}${more}`, [
    number,
    declaration,
    transport.number,
    train?.number,
    train?.index,
    ...means.flatMap((one) => [one.number, ...(one.seals ?? []).map((seal) => seal.number)]),
    ...(documents ?? []).map((document) => document.number),
    ...lines.flatMap((line) => [line.certificate?.number, line.hs]),
    ...wordsOfParty(parties.consignor),
    ...wordsOfParty(parties.consignee),
    ...wordsOfParty(parties.carrier),
    ...wordsOfParty(parties.declarant),
    ...goods,
  ]);
}
