/** Which records an institution looks at closely: its settings, what it committed to, what was chosen and why. */
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { Rejected } from '../../institution/service.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { type FindingWords, leadingRefusal } from '../finding-words.ts';
import { acceptJson } from '../json-body.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import {
  Choices,
  CountedNumber,
  of,
  ofRecord,
  Preview,
  PreviewBody,
  Rerouting,
  ReroutingBody,
  SelectionList,
  SettingsBody,
  Version,
} from './selection-shapes.ts';

const usualRecords = 1000;
const tags = ['desk'];

export function selectionRoutes(app: App, words: FindingWords, bodyLimit: number): void {
  acceptJson(app, bodyLimit);
  settingsRoutes(app, words);
  choiceRoutes(app);
}

function settingsRoutes(app: App, words: FindingWords): void {
  app.get(
    '/api/desk/selections',
    {
      config: { action: 'selections.read' },
      schema: {
        operationId: 'listSelections',
        summary: 'How records are chosen: settings, commitments, counts',
        description: 'Settings are the institution’s own. No secret is told here.',
        tags,
        querystring: NoQuery,
        response: { 200: media('All of them.', 'application/json', SelectionList), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ items: await deskOf(request).desk.selections.list() }),
  );

  app.get(
    '/api/desk/selections/:profile/:name/settings/:version',
    {
      config: { action: 'selections.read' },
      schema: {
        operationId: 'showSelectionSettings',
        summary: 'Settings as they were saved once',
        tags,
        params: Type.Object({ ...of, version: CountedNumber }),
        querystring: NoQuery,
        response: { 200: media('The version.', 'application/json', Version), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { profile, name, version } = request.params;
      const { selections } = deskOf(request).desk;
      const held = await selections.version(`${profile}/${name}`, Number(version));
      return held ?? sendProblem(reply, refuse('request.not-found'));
    },
  );

  app.put(
    '/api/desk/selections/:profile/:name/settings',
    {
      config: { action: 'selections.manage' },
      schema: {
        operationId: 'saveSelectionSettings',
        summary: 'Save new settings; a commitment to them is issued at once',
        description:
          'Refused with `desk.changed-elsewhere` when they were saved from elsewhere since `revision`, with findings when they cannot be used.',
        tags,
        params: Type.Object(of),
        querystring: NoQuery,
        body: SettingsBody,
        response: {
          200: media('The new version.', 'application/json', Version),
          ...problems(400, 401, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { profile, name } = request.params;
      const { revision, settings, reason } = request.body;
      const saved = await desk.selections.save(`${profile}/${name}`, person, revision, settings, reason.trim());
      if (saved instanceof Rejected) {
        const findings = words(profile, saved.findings, languageOf(reply));
        return sendProblem(reply, leadingRefusal(saved.findings), { status: 422, findings });
      }
      if (!(saved instanceof Refusal)) return saved;
      const held = saved.detail['number'];
      return sendProblem(reply, saved, typeof held === 'number' ? { members: { revision: held } } : {});
    },
  );

  app.post(
    '/api/desk/selections/:profile/:name/preview',
    {
      config: { action: 'selections.manage' },
      schema: {
        operationId: 'previewSelection',
        summary: 'How the last records would have been chosen under a draft of settings',
        description: 'Beside the settings that hold, with the same draws under a secret that is thrown away.',
        tags,
        params: Type.Object(of),
        querystring: NoQuery,
        body: PreviewBody,
        response: {
          200: media('Counts.', 'application/json', Preview),
          ...problems(400, 401, 403, 404, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { desk } = deskOf(request);
      const { profile, name } = request.params;
      const { settings, records = usualRecords } = request.body;
      const answer = await desk.selections.preview(`${profile}/${name}`, settings, records);
      if (answer instanceof Refusal) return sendProblem(reply, answer);
      const findings = words(profile, answer.findings, languageOf(reply));
      if (answer instanceof Rejected)
        return sendProblem(reply, leadingRefusal(answer.findings), { status: 422, findings });
      return { ...answer, findings };
    },
  );

  app.get(
    '/api/desk/selections/:profile/:name/commitments/:number/file',
    {
      config: { action: 'selections.audit' },
      schema: {
        operationId: 'exportSelectionPeriod',
        summary: 'The auditor’s file of a commitment whose period is over',
        description: 'Secret, settings and every entry with its choice: `samur selections` makes all draws again.',
        tags,
        params: Type.Object({ ...of, number: CountedNumber }),
        querystring: NoQuery,
        response: {
          200: media('The file.', 'application/json', { type: 'object' }),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { profile, name, number } = request.params;
      const pieces = await deskOf(request).desk.selections.file(`${profile}/${name}`, Number(number));
      if (!pieces) return sendProblem(reply, refuse('request.not-found'));
      return reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="samur-${profile}-${name}-${number}.json"`)
        .send(Readable.from(pieces));
    },
  );
}

function choiceRoutes(app: App): void {
  app.get(
    '/api/desk/records/:id/selections',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'readChoices',
        summary: 'What a record was chosen for, and why',
        tags,
        params: Type.Object(ofRecord),
        querystring: NoQuery,
        response: { 200: media('None where nothing was.', 'application/json', Choices), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ items: await deskOf(request).desk.selections.choices(request.params.id) }),
  );

  app.post(
    '/api/desk/records/:id/selections/:profile/:name/reroutes',
    {
      config: { action: 'records.decide' },
      schema: {
        operationId: 'rerouteRecord',
        summary: 'Choose otherwise for a record, with a reason',
        description:
          '`desk.changed-elsewhere`: that outcome holds already. `desk.out-of-turn`: the record is decided, or over.',
        tags,
        params: Type.Object({ ...ofRecord, ...of }),
        querystring: NoQuery,
        body: ReroutingBody,
        response: {
          201: media('As it is kept.', 'application/json', Rerouting),
          ...problems(400, 401, 403, 404, 409, 413, 415),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { id, profile, name } = request.params;
      const { outcome, reason } = request.body;
      const kept = await desk.selections.reroute(`${profile}/${name}`, id, outcome, reason, person);
      return kept instanceof Refusal ? sendProblem(reply, kept) : reply.code(201).send(kept);
    },
  );
}
