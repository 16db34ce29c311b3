import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, View } from '../../../../kernel/profile.ts';
import { type AdmissionQuery, type Admitted, admittedNeeds, admittedOn } from '../../admitted.ts';
import type { Source } from '../../claims/line.ts';
import type { Requirement } from '../../claims/requirement.ts';
import {
  type AdmissionValue,
  admissionKey,
  admissionRegister,
  type GrowerValue,
  growerKey,
  growerRegister,
} from '../../registers.ts';
import { stated } from '../finding.ts';
import { broken, type Consignment } from './consignment.ts';
import type { Asked, AskedLine } from './requirements-in-force.ts';
import type { Asking } from './suspensions.ts';

function queryOf({ grower, member, site, packingHouse, product, season }: Source, asking: Asking): AdmissionQuery {
  const { importer, exporter, day, instant } = asking;
  const sites = [site, packingHouse].filter((id) => id !== undefined);
  const query = { importer, exporter, grower, sites, product, season, day, instant };
  return member === undefined ? query : { ...query, member };
}

export const sourceNeeds = (source: Source, asking: Asking): readonly Need[] => admittedNeeds(queryOf(source, asking));

/** Sources of a line of the products that a requirement is for, with their paths. */
export const sourcesAsked = ({ line, path, products }: AskedLine) =>
  (line.sources ?? [])
    .map((source, index) => ({ source, path: `${path}/sources/${index}` }))
    .filter(({ source }) => products.length === 0 || products.includes(source.product));

/** A line says whose its goods are, for each product that the requirement is for. */
export function growersNamed(requirement: Requirement, asked: AskedLine): readonly Finding[] {
  const { line, path, products } = asked;
  const sources = sourcesAsked(asked);
  const named = new Set(sources.map(({ source }) => source.product));
  if (sources.length > 0 && products.every((product) => named.has(product))) return [];
  return [broken('grower-missing', `${path}/sources`, requirement, { line: line.sequence })];
}

/** All goods come from registered growers that are admitted for them, through a checkpoint of their admission. */
export function admittedGrowers({ requirement, lines }: Asked, consignment: Consignment): readonly Finding[] {
  const { entryPoint } = consignment.claims;
  return lines.flatMap((asked) => [
    ...growersNamed(requirement, asked),
    ...sourcesAsked(asked).flatMap(({ source, path }) => [
      ...admissionFindings(admittedOn(consignment.view, queryOf(source, consignment)), source, path, requirement),
      ...registrationFindings(consignment, source, path, requirement),
      ...admittedCheckpoint(consignment.view, source, consignment, requirement, entryPoint?.code, '/entryPoint/code'),
    ]),
  ]);
}

function admissionFindings(
  result: Admitted,
  source: Source,
  path: string,
  requirement: Requirement,
): readonly Finding[] {
  if (result.admitted) return [];
  const { grower, product, season } = source;
  const member = (id: string) => Object.entries(source).find(([, value]) => value === id)?.[0] ?? 'grower';
  switch (result.why) {
    case 'not-registered':
    case 'ceased': {
      const code = result.why === 'ceased' ? 'grower-ceased' : 'grower-unregistered';
      return [broken(code, `${path}/${member(result.grower)}`, requirement, { grower: result.grower })];
    }
    case 'not-member':
      return [broken('member-unknown', `${path}/member`, requirement, { member: result.grower, grower })];
    case 'no-admission':
      return [broken('grower-not-admitted', `${path}/grower`, requirement, { grower, product, season })];
    case 'before': {
      const { from } = result.admission;
      return [broken('admission-not-yet', `${path}/grower`, requirement, { grower, product, season, from })];
    }
    case 'after': {
      const { to } = result.admission;
      return [broken('admission-ended', `${path}/grower`, requirement, { grower, product, season, to })];
    }
    // That rule stands by itself: see `notSuspended`.
    case 'suspended':
      return [];
  }
}

/** What a source says of itself agrees with the registrations: a cooperative's member, the operator of a site. */
function registrationFindings(
  { view, exporter }: Consignment,
  { grower, member, site }: Source,
  path: string,
  requirement: Requirement,
): readonly Finding[] {
  const registered = (id: string) =>
    view.register(growerRegister, growerKey(exporter, id)) as unknown as GrowerValue | undefined;
  const found: Finding[] = [];
  if (member === undefined && registered(grower)?.kind === 'cooperative') {
    found.push(broken('member-missing', `${path}/member`, requirement, { grower }));
  }
  const operator = site === undefined ? undefined : registered(site)?.operator;
  if (operator !== undefined && operator !== grower && operator !== member) {
    found.push(broken('site-of-another', `${path}/site`, requirement, stated({ site, operator, grower })));
  }
  return found;
}

/** An admission that names checkpoints lets the goods through these alone. */
export function admittedCheckpoint(
  view: View,
  { grower, product, season }: Source,
  { importer, exporter }: Pick<Asking, 'importer' | 'exporter'>,
  requirement: Requirement,
  checkpoint: string | undefined,
  path: string,
): readonly Finding[] {
  const key = admissionKey(importer, exporter, grower, product, season);
  const admission = view.register(admissionRegister, key) as unknown as AdmissionValue | undefined;
  if (admission?.checkpoints === undefined) return [];
  if (checkpoint === undefined) return [broken('checkpoint-missing', path, requirement)];
  if (admission.checkpoints.includes(checkpoint)) return [];
  const permitted = admission.checkpoints.join(', ');
  return [broken('checkpoint-not-admitted', path, requirement, { grower, product, checkpoint, permitted })];
}
