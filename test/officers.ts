/** Officers of a test corridor: enrolled on its channels, with keys that sign when asked. */
import { base64url, utf8 } from '../kernel/bytes.ts';
import type { JsonObject } from '../kernel/canonical.ts';
import type { OfficerRole } from '../kernel/exchange/approval.ts';
import { assertionBy } from '../kernel/testing/authenticator.ts';
import { testKey } from '../kernel/trust/vectors/authority.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import type { Approval, InstitutionService, Prepared } from '../server/institution/service.ts';

const relyingParty = 'desk.example.az';

export interface Officer {
  readonly officer: string;
  approves(prepared: Pick<Prepared, 'id'>): Approval;
  /** Before there is an id. */
  approvesContents(prepared: Pick<Prepared, 'contents'>): Approval;
}

export function officer(name: string): Officer & { readonly claims: JsonObject } {
  const key = testKey(`officer ${name}`, 'ES256');
  const pseudonym = base64url(nodeCrypto.sha256(utf8(name)).subarray(0, 16));
  const approval = (of: Approval['of'], challenge: string): Approval => ({
    of,
    officer: pseudonym,
    key: key.jwk,
    relyingParty,
    assertion: assertionBy(key, { challenge: Uint8Array.fromHex(challenge), relyingParty }),
  });
  return {
    officer: pseudonym,
    claims: { officer: pseudonym, key: { ...key.jwk }, relyingParty, means: 'passkey' },
    approves: ({ id }) => approval('record', id),
    approvesContents: ({ contents }) => approval('contents', contents),
  };
}

/** One more officer, as an institution that begins enrols its first ones. */
export async function enrol(
  institution: Pick<InstitutionService, 'issue'>,
  to: string,
  name: string,
  roles: readonly OfficerRole[] = ['signatory'],
): Promise<Officer> {
  const one = officer(name);
  const claims = { ...one.claims, roles, cause: 'enrolment', founding: true, witnesses: [] };
  const issued = await institution.issue({ profile: 'exchange', type: 'enrolment', to: [to], claims, annexes: [] });
  if (!('record' in issued)) throw new Error(`not enrolled: ${JSON.stringify(issued)}`);
  return one;
}
