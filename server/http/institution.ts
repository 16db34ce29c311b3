/** Who the caller is, and which profiles are in force. */
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Text } from '../../kernel/finding.ts';
import type { Profile, RecordType } from '../../kernel/profile.ts';
import { currentInstitution, numbers, termsAt } from '../../kernel/trust/lookup.ts';
import type { InstitutionService } from '../institution/service.ts';
import { callerOf } from './access.ts';
import { json, media, problems } from './describe.ts';
import { followEvents } from './follow-events.ts';
import type { AppOptions } from './options.ts';
import type { App } from './route.ts';
import { NoQuery } from './schemas.ts';

export function institutionRoutes(app: App, options: AppOptions): void {
  app.get(
    '/api/institution',
    {
      config: { access: 'read', action: 'own' },
      schema: {
        operationId: 'whoAmI',
        summary: 'The institution and rights of the token',
        tags: ['institution'],
        querystring: NoQuery,
        response: { 200: json('The caller.', 'Institution'), ...problems(400, 401, 403) },
      },
    },
    (request, reply) => {
      const { service, name, rights } = callerOf(request);
      const trust = service.trust();
      const institution = currentInstitution(trust, service.id);
      const { id } = service;
      return reply.send({
        id,
        country: options.country,
        corridor: options.corridor,
        names: namesOf(service),
        functions: [...(institution?.functions ?? [])],
        client: name,
        rights,
        trust: numbers(trust),
        demonstration: service.demonstration,
      });
    },
  );

  const profiles = profilesOf(options.catalogue);
  app.get(
    '/api/profiles',
    {
      config: { access: 'read', action: 'own' },
      schema: {
        operationId: 'listProfiles',
        summary: 'Profiles with types, schemas, states, reasons and their words in every language',
        description: '`inForce` holds the highest version of each type that the common terms name.',
        tags: ['institution'],
        querystring: NoQuery,
        response: { 200: media('All profiles.', 'application/json', { type: 'object' }), ...problems(400, 401, 403) },
      },
    },
    (request, reply) => {
      const trust = callerOf(request).service.trust();
      const inForce = termsAt(trust, trust.terms.length)?.terms.profiles ?? {};
      return reply.send({ inForce, items: profiles });
    },
  );
}

/** By the newest trust list part; the bare id while no part names it. */
export function namesOf(service: InstitutionService): Text {
  const { id } = service;
  return currentInstitution(service.trust(), id)?.names ?? { az: id, ru: id, en: id };
}

function profilesOf(catalogue: Catalogue): readonly object[] {
  return catalogue.profiles.map((profile: Profile) => ({
    name: profile.name,
    title: profile.title,
    types: Object.entries(profile.types).map(([name, type]) => typeOf(profile, name, type)),
    registers: profile.registers,
    ledgers: profile.ledgers,
    functions: profile.functions,
    limits: profile.limits ?? {},
    signals: profile.signals ?? [],
    findings: profile.findings,
    reasons: profile.reasons,
    formats: Object.keys(profile.formats),
  }));
}

function typeOf(profile: Profile, name: string, type: RecordType): object {
  const { title, version, schemas, issuedBy, sentTo, follows, lifeCycle } = type;
  const { types, required } = follows ?? {};
  return {
    name,
    title,
    version,
    schemas,
    issuedBy,
    sentTo,
    ...(follows && { follows: { types, required, events: followEvents(profile, type) } }),
    ...(lifeCycle === undefined ? {} : { lifeCycle }),
  };
}
