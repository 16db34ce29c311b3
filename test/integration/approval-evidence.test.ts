import { afterEach, beforeEach, expect, it } from 'vitest';
import { base64url, utf8 } from '../../kernel/bytes.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { type EnrolmentClaims, type OfficerRole, witnessChallenge } from '../../kernel/exchange/approval.ts';
import { type EvidenceReport, openEvidence } from '../../kernel/exchange/evidence.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { assertionBy } from '../../kernel/testing/authenticator.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { testKey } from '../../kernel/trust/vectors/authority.ts';
import { auditFolder } from '../../server/audit.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { Rejected } from '../../server/institution/service.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { officer } from '../officers.ts';

const relyingParty = 'desk.example.az';
let corridor: Corridor;
let az: Institution;
let ru: Institution;

beforeEach(async () => {
  corridor = await foundTestCorridor({
    profiles: [parcelProfile],
    functions: () => ['post'],
    ru: ['ru.fsvps', 'ru.second'],
  });
  az = at('AZ', 'az.afsa');
  ru = at('RU', 'ru.fsvps');
});
afterEach(() => corridor.end());

function at(country: string, id: string): Institution {
  const institution = corridor.servers.get(country)?.institutions.get(id);
  if (!institution) throw new Error(`${id} is not running`);
  return institution;
}

/** By name; roles, and names of those who confirm the key. Fewer than two: as an institution begins. */
function enrolment(name: string, roles: readonly OfficerRole[], witnesses: readonly string[]): JsonObject {
  const isFounding = witnesses.length < 2;
  const { claims } = officer(name);
  const key = testKey(`officer ${name}`, 'ES256').jwk;
  const stated = { ...claims, roles, cause: 'enrolment', ...(isFounding && { founding: true }) } as JsonObject;
  const challenge = witnessChallenge({ ...stated, key } as unknown as EnrolmentClaims, nodeCrypto);
  const confirmed = witnesses.map((witness) => {
    const { officer: pseudonym, key: own } = officer(witness).claims as { officer: string; key: JsonObject };
    const assertion = assertionBy(testKey(`officer ${witness}`, 'ES256'), { challenge, relyingParty });
    return { officer: pseudonym, key: own, relyingParty, assertion: { ...assertion } };
  });
  return { ...stated, witnesses: confirmed.toSorted((a, b) => (a.officer < b.officer ? -1 : 1)) };
}

async function exchange(type: string, claims: JsonObject, to = 'ru.fsvps'): Promise<string> {
  return issue({ profile: 'exchange', type, claims, to });
}

async function issue(draft: { profile: string; type: string; claims: JsonObject; to?: string }): Promise<string> {
  const answer = await az.issue({ ...draft, to: [draft.to ?? 'ru.fsvps'], annexes: [] });
  if (answer instanceof Rejected || answer instanceof Refusal) throw new Error(JSON.stringify(answer));
  return answer.record.id;
}

const rate = (name: string) => ({ profile: 'parcel', type: 'rate', claims: { name, value: '9', note: 'x' } });

function approval(name: string, record: string): JsonObject {
  const { of, key, assertion, ...rest } = officer(name).approves({ id: record });
  return { ...rest, of, record, key: { ...key }, assertion: { ...assertion } };
}

const codes = (answer: unknown) => (answer instanceof Rejected ? answer.findings.map(({ code }) => code) : answer);

async function verified(by: Institution, id: string): Promise<EvidenceReport> {
  const file = await until(
    () => by.evidence(id),
    (found) => !(found instanceof Refusal) && (found['records'] as readonly JsonObject[]).every(isProved),
  );
  const catalogue = loadCatalogue([parcelProfile], compileSchema);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  const { pin } = by.trust();
  const report = openEvidence(JSON.stringify(file), { crypto: nodeCrypto, catalogue, now: Date.now(), pin });
  if (report instanceof Refusal) throw new Error(report.code);
  return report;
}

const isProved = ({ proofs }: JsonObject) => (proofs as readonly string[]).length > 0;

async function staff(to?: string): Promise<void> {
  await exchange('enrolment', enrolment('head', ['administrator'], []), to);
  await exchange('enrolment', enrolment('deputy', ['supervisor'], ['head']), to);
  await exchange('enrolment', enrolment('nigar', ['signatory'], ['deputy', 'head']), to);
}

it('an evidence file of either side shows who approved, and the way back to the founding', async () => {
  await staff();
  const prepared = await az.prepare({ ...rate('a'), to: ['ru.fsvps'], annexes: [] });
  if (prepared instanceof Rejected || prepared instanceof Refusal) throw new Error(JSON.stringify(prepared));
  const answer = await az.issuePrepared(prepared.id, [officer('nigar').approves(prepared)]);
  expect(answer).toMatchObject({ record: { id: prepared.id } });
  const byProgram = await issue(rate('b'));
  await exchange('enrolment-end', { officer: officer('nigar').officer });
  for (const side of [az, ru]) {
    const report = await verified(side, prepared.id);
    expect(report.authenticity.verdict).toBe('authentic');
    expect(report.authenticity.steps.at(-1)).toEqual({ step: 'approvals', outcome: 'holds' });
    const witnesses = ['deputy', 'head'].map((name) => officer(name).officer).sort();
    expect(report.approvals).toMatchObject([
      { officer: officer('nigar').officer, roles: ['signatory'], of: 'record', userVerified: true, witnesses },
    ]);
    expect(report.state.asOf.length).toBeGreaterThan(0);
    expect((await verified(side, byProgram)).approvals).toEqual([]);
  }
  for (const country of ['AZ', 'RU']) {
    await corridor.stop(country);
    const reports = await auditFolder(countryFolder(corridor.data, country), [parcelProfile]);
    if (reports instanceof Refusal) throw new Error(reports.code);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  }
});

it('enrolments sent again to one that came later are taken there, and take nothing from the others', async () => {
  await staff();
  await staff('ru.second');
  const second = at('RU', 'ru.second');
  for (const [to, side] of [
    ['ru.fsvps', ru],
    ['ru.second', second],
  ] as const) {
    const prepared = await az.prepare({ ...rate(to), to: [to], annexes: [] });
    if (prepared instanceof Rejected || prepared instanceof Refusal) throw new Error(JSON.stringify(prepared));
    await az.issuePrepared(prepared.id, [officer('nigar').approves(prepared)]);
    for (const holder of [az, side])
      expect((await verified(holder, prepared.id)).approvals).toMatchObject([{ officer: officer('nigar').officer }]);
  }
  const { items } = await az.list({ direction: 'received', profile: 'exchange', type: 'refusal', limit: 10 });
  expect(items).toEqual([]);
});

it('the rules are asked before an enrolment or approval is signed', async () => {
  const draft = (type: string, claims: JsonObject) =>
    az.issue({ profile: 'exchange', type, claims, to: ['ru.fsvps'], annexes: [] });
  await staff();
  expect(codes(await draft('enrolment', enrolment('orxan', ['signatory'], ['head'])))).toEqual(['founding-over']);
  expect(codes(await draft('enrolment', enrolment('orxan', ['signatory'], ['head', 'nigar'])))).toEqual([
    'approval.unknown-officer',
  ]);
  const id = await issue(rate('a'));
  expect(codes(await draft('approval', approval('orxan', id)))).toEqual(['approval.unknown-officer']);
  expect(codes(await draft('approval', { ...approval('nigar', id), record: '0'.repeat(64) }))).toEqual([
    'approval.bad-assertion',
  ]);
});

it('an approval that stands elsewhere, or is of other contents, is refused where it arrives', async () => {
  await staff();
  const [one, other] = [await issue(rate('a')), await issue(rate('b'))];
  const late = await exchange('approval', approval('nigar', one));
  await issue(rate('c'));
  const challenge = base64url(utf8('x'.repeat(32)));
  const { key: _, ...rest } = approval('nigar', other);
  const key = testKey('officer nigar', 'ES256');
  const assertion = {
    ...assertionBy(key, { challenge: utf8('x'.repeat(32)), relyingParty, clientData: { challenge } }),
  };
  const last = await issue(rate('d'));
  const contents = await exchange('approval', {
    ...rest,
    record: last,
    of: 'contents',
    key: { ...key.jwk },
    assertion,
  });
  for (const id of [late, contents]) {
    const seen = await until(
      () => az.show(id),
      (record) => record !== undefined && record.refusals.length > 0,
    );
    expect(seen?.refusals.map(({ code }) => code)).toEqual(['approval.bad-assertion']);
  }
  expect((await ru.show(last))?.approvals).toEqual([]);
  expect((await verified(ru, last)).approvals).toEqual([]);
});
