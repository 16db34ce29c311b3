import type { JsonObject } from '../../kernel/canonical.ts';
import type { Text } from '../../kernel/finding.ts';
import type { RecordType, Rule, Summary } from '../../kernel/profile.ts';
import { certifiedAmounts } from './amounts.ts';
import { balanceLedger } from './balance.ts';
import type { Certificate } from './claims/certificate.ts';
import { certificateSchema } from './claims/schemas.ts';
import { creditLines, freeze, importerOf, lineLedger } from './ledgers/line.ts';
import { debitOriginals, reExportLedger } from './ledgers/re-export.ts';
import { debitBalances } from './ledgers/season-balance.ts';
import { countShipments, weeklyLedger } from './ledgers/weekly.ts';
import { certificateLifeCycle } from './life-cycle.ts';
import { certificateReferences } from './references.ts';
import { attachmentsEnclosed } from './rules/attachments.ts';
import { codes } from './rules/certificate/codes.ts';
import { lines, mandatoryParts, originalNamed } from './rules/certificate/content.ts';
import { numberUnused, replacement } from './rules/certificate/numbers.ts';
import { originals, originalsLeft } from './rules/certificate/originals.ts';
import { quantities } from './rules/certificate/quantities.ts';
import { balanceCovers, sources } from './rules/certificate/sources.ts';
import { datesExist, datesInOrder } from './rules/dates.ts';
import { originControl } from './rules/origin/control.ts';
import { countries, everyParty } from './rules/parties.ts';
import { importRequirements } from './rules/requirements/import-requirements.ts';
import { resultsHeld } from './rules/requirements/laboratory-tests.ts';
import { productStated } from './rules/requirements/product-unstated.ts';
import { notSuspended } from './rules/requirements/suspensions.ts';
import { settle, settlementReads } from './settlement.ts';
import { takeNumber, tellConveyances } from './statements.ts';
import { certificateTitle, reExportTitle } from './titles.ts';

const rules: readonly Rule[] = [
  countries,
  everyParty,
  mandatoryParts,
  lines,
  quantities,
  codes,
  datesExist,
  datesInOrder,
  numberUnused,
  replacement,
  sources,
  balanceCovers,
  originals,
  originalsLeft,
  productStated,
  notSuspended,
  importRequirements,
  resultsHeld,
  originControl,
  attachmentsEnclosed,
];

/** A certificate may stand alone, or follow the one it replaces. */
function certificateType(name: string, title: Text, ownRules: readonly Rule[]): RecordType {
  return {
    title,
    version: 1,
    schemas: { 1: certificateSchema },
    issuedBy: 'nppo',
    sentTo: ['nppo', 'customs'],
    // Customs hold no requirements, suspensions or balances, and cannot decide: sent to them alone, nothing would be asked.
    receiver: { of: importerOf, function: 'nppo' },
    follows: { types: [name], required: false, event: () => 'replace' },
    lifeCycle: certificateLifeCycle,
    rules: [...rules, ...ownRules],
    statements: (statement) => [...takeNumber(statement), ...tellConveyances(statement)],
    movements: (statement) => [
      ...creditLines(statement),
      ...debitBalances(statement),
      ...countShipments(statement),
      ...debitOriginals(statement),
      ...(statement.subject === undefined ? [] : freeze(statement.subject)),
    ],
    posts: [
      { ledger: lineLedger, movement: 'issued' },
      { ledger: lineLedger, movement: 'freeze' },
      { ledger: balanceLedger, movement: 'certified' },
      { ledger: weeklyLedger, movement: 'shipped' },
      { ledger: reExportLedger, movement: 're-exported' },
    ],
    answerReads: settlementReads,
    answers: settle,
    amounts: certifiedAmounts,
    summary,
    references: certificateReferences,
    appliedFor: true,
    leftToOffice: ['number', 'issued', 'issuingOrganisation', 'declarations', 'inspectionDates', 'signatories'],
    paper: async () => (await import('./paper/paper.ts')).certificatePaper,
  };
}

function summary(claims: JsonObject): Summary {
  const certificate = claims as unknown as Certificate;
  const goods = certificate.lines.map((line) => line.descriptions?.[0]?.text ?? line.botanicalNames?.[0]?.text ?? '');
  const named = goods.filter((text) => text !== '');
  const more = named.length > 1 ? ` +${named.length - 1}` : '';
  const words = [
    certificate.number,
    ...named,
    ...certificate.lines.flatMap((line) => [
      ...(line.descriptions ?? []).map(({ text }) => text),
      ...(line.commonNames ?? []).map(({ text }) => text),
      ...(line.botanicalNames ?? []).map(({ text }) => text),
      ...(line.eppoCodes ?? []),
      ...(line.hs ?? []).flatMap(({ code }) => code ?? []),
      ...(line.batches ?? []),
      ...(line.sources ?? []).flatMap(({ grower, member }) => [grower, member ?? '']),
      ...(line.originals ?? []).map(({ number }) => number),
    ]),
    certificate.consignor?.name ?? '',
    certificate.consignee?.name ?? '',
    ...(certificate.conveyances ?? []).flatMap(({ id }) => id ?? []),
    ...(certificate.containers ?? []).flatMap(({ number }) => number ?? []),
    certificate.replacement?.number ?? '',
  ];
  return {
    number: certificate.number,
    title: `${named[0] ?? ''}${more}`,
    search: [...new Set(words.filter((word) => word !== ''))].slice(0, 200),
  };
}

export const certificate = certificateType('certificate', certificateTitle, []);

export const reExportCertificate = certificateType('re-export-certificate', reExportTitle, [originalNamed]);
