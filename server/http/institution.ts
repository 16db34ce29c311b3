/** Who the caller is, and which profiles are in force. */
import { hash } from 'node:crypto';
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

  let profiles: Promise<readonly object[]> | undefined;
  let answer: { readonly terms: number; readonly text: string; readonly tag: string } | undefined;
  app.get(
    '/api/profiles',
    {
      config: { access: 'read', action: 'own' },
      schema: {
        operationId: 'listProfiles',
        summary: 'Profiles with types, schemas, states, reasons and their words in every language',
        description:
          '`inForce` holds the highest version of each type that the common terms name. Changes with the terms and the software alone: ask again with If-None-Match.',
        tags: ['institution'],
        querystring: NoQuery,
        response: {
          200: media('All profiles.', 'application/json', { type: 'object' }),
          304: { type: 'null', description: 'As it was.' },
          ...problems(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const trust = callerOf(request).service.trust();
      const terms = trust.terms.length;
      if (answer?.terms !== terms) {
        profiles ??= profilesOf(options.catalogue);
        const inForce = termsAt(trust, terms)?.terms.profiles ?? {};
        const text = JSON.stringify({ inForce, items: await profiles });
        answer = { terms, text, tag: `"${hash('sha256', text, 'base64url').slice(0, 22)}"` };
      }
      const { text, tag } = answer;
      reply.header('etag', tag).header('cache-control', 'private, no-cache');
      const asked = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
      if (asked.includes(tag)) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').serializer(String).send(text);
    },
  );
}

/** By the newest trust list part; the bare id while no part names it. */
export function namesOf(service: InstitutionService): Text {
  const { id } = service;
  return currentInstitution(service.trust(), id)?.names ?? { az: id, ru: id, en: id };
}

function profilesOf(catalogue: Catalogue): Promise<readonly object[]> {
  return Promise.all(
    catalogue.profiles.map(async (profile: Profile) => ({
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
      labels: profile.labels ?? {},
      evident: profile.evident ?? [],
      codes: profile.codes ?? {},
      ...(profile.measure && { measure: profile.measure }),
      figures: Object.entries(profile.figures ?? {}).map(([name, { title, of, measure, types, rows = {} }]) => ({
        name,
        title,
        of,
        measure,
        types,
        rows,
      })),
      panels: await panelsOf(profile),
    })),
  );
}

function panelsOf({ panels = {} }: Profile): Promise<readonly object[]> {
  return Promise.all(
    Object.entries(panels).map(async ([name, load]) => {
      const { title, types, first = false } = await load();
      return { name, title, types, first };
    }),
  );
}

function typeOf(profile: Profile, name: string, type: RecordType): object {
  const { title, version, schemas, issuedBy, sentTo, follows, lifeCycle, appliedFor, leftToOffice, approvals } = type;
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
    ...(appliedFor === undefined ? {} : { appliedFor, leftToOffice: leftToOffice ?? [] }),
    ...(type.decides === undefined ? {} : { decides: true }),
    ...(type.impact === undefined ? {} : { impact: true }),
    ...(type.paper === undefined ? {} : { paper: true }),
    approvals: approvals ?? 1,
  };
}
