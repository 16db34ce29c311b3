/**
 * Who has to be told for a record to reach its side: a plant protection service. Customs hold no registers of growers
 * and no requirements, so what goes to them alone would be held against a service that never had it.
 */
import type { RecordType } from '../../kernel/profile.ts';
import { importingInstitution } from './institutions.ts';
import { exporterNamed } from './rules/registers/exporter.ts';
import { receivingInstitution } from './rules/shipment/notice.ts';

type Receiver = NonNullable<RecordType['receiver']>;
type Recipients = Parameters<Receiver['of']>[0];

/** Recipients stand by function, plant protection services first. */
const first = ({ to }: Recipients) => to[0];

/** Of what names nobody: some service. */
export const anyService: Receiver = { of: first, function: 'nppo' };

/** The exporting service that the claims name. */
export const exporterReached: Receiver = {
  of: (statement) => {
    const exporter = exporterNamed(statement);
    return statement.to.includes(exporter) ? exporter : first(statement);
  },
  function: 'nppo',
};

/** Of the countries named, each that is told is told through its service: customs would stand last. */
export const countriesReached: Receiver = {
  of: (statement) => {
    const countries = (statement.claims['countries'] ?? []) as readonly string[];
    const told = new Set(countries.map((country) => importingInstitution(statement.to, country)));
    return statement.to.findLast((id) => told.has(id)) ?? first(statement);
  },
  function: 'nppo',
};

/** The institution of the checkpoint's country. */
export const checkpointReached: Receiver = {
  of: (statement) => receivingInstitution(statement) ?? first(statement),
  function: 'nppo',
};
