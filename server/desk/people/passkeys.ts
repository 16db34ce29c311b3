/**
 * Passkeys of people (Web Authentication Level 3): ES256 and Ed25519 alone, discoverable, with user verification. What an
 * authenticator answers is verified here and leaves in the form that records hold.
 */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { base64url, utf8 } from '../../../kernel/bytes.ts';
import { canonical, type JsonObject } from '../../../kernel/canonical.ts';
import type { Assertion, EnrolledOfficer } from '../../../kernel/exchange/officers.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Jwk } from '../../../kernel/trust/jwk.ts';
import type { PasskeyRow } from '../../store/desk/people.ts';
import type { DeskGround } from '../desk.ts';
import { heldForm, isWithinOther, ownBytes } from './answer.ts';
import { jwkOfCose, supportedAlgorithms } from './cose.ts';
import { personOf } from './people.ts';
import type { Person } from './person.ts';
import { newId } from './secret.ts';
import { answerInSoftware, newSoftwareKey, type SoftwareKey } from './software-key.ts';

/** Milliseconds that a browser waits for the person. */
const timeout = 240_000;
export const maxPasskeys = 10;

/** What an officer's key said about a challenge, as an approval or a witness of an enrolment names it. */
export interface OfficerAssertion {
  /** Pseudonym. */
  readonly officer: string;
  readonly key: Jwk;
  /** Domain, without port. */
  readonly relyingParty: string;
  readonly means: 'passkey' | 'demonstration';
  readonly assertion: Assertion;
}

/** Times in ms since 1970. */
export interface PasskeyLine {
  readonly id: string;
  readonly label: string;
  readonly relyingParty: string;
  /** Whether other devices of the person hold it, too. */
  readonly backedUp: boolean;
  readonly created: number;
  readonly used?: number;
}

export class Passkeys {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** Oldest first. */
  async of(person: string): Promise<PasskeyRow[]> {
    const { desk } = this.#ground;
    return desk.db
      .selectFrom('passkey')
      .selectAll()
      .where('person', '=', person)
      .orderBy('created')
      .orderBy('id')
      .execute();
  }

  async find(id: string): Promise<PasskeyRow | undefined> {
    return this.#ground.desk.db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async registrationOptions(
    person: Person,
    challenge: string,
    origin: string,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const relyingParty = new URL(origin).hostname;
    const known = (await this.of(person.id)).filter((row) => row.relying_party === relyingParty && row.cose !== null);
    return generateRegistrationOptions({
      rpName: `Samur ${this.#ground.service.id}`,
      rpID: relyingParty,
      userName: person.name,
      userDisplayName: person.name,
      userID: userHandle(person),
      challenge: ownBytes(challenge),
      timeout,
      attestationType: 'none',
      excludeCredentials: known.map(credentialName),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      supportedAlgorithmIDs: [...supportedAlgorithms],
    });
  }

  /** The new passkey, not yet kept: see `keep`. */
  async verifyRegistration(
    person: Person,
    response: RegistrationResponseJSON,
    challenge: string,
    origin: string,
    label: string,
  ): Promise<PasskeyRow | Refusal> {
    const relyingParty = new URL(origin).hostname;
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...supportedAlgorithms],
    }).catch(() => undefined);
    if (!verified?.verified) return refuse('access.bad-passkey');
    const { credential, credentialBackedUp } = verified.registrationInfo;
    const jwk = jwkOfCose(credential.publicKey);
    if (jwk instanceof Refusal || isWithinOther(response.response.clientDataJSON)) return refuse('access.bad-passkey');
    return {
      id: credential.id,
      person: person.id,
      jwk: JSON.stringify(jwk),
      cose: base64url(credential.publicKey),
      private: null,
      relying_party: relyingParty,
      label,
      transports: JSON.stringify((credential.transports ?? []).slice(0, 10)),
      counter: credential.counter,
      backed_up: credentialBackedUp ? 1 : 0,
      created: this.#ground.now(),
      used: null,
    };
  }

  async signInOptions(challenge: string, origin: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.#requestOptions(new URL(origin).hostname, challenge, []);
  }

  /** Asks for that very passkey of the person. */
  async requestOptions(passkey: PasskeyRow, challenge: Uint8Array): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.#requestOptions(passkey.relying_party, base64url(challenge), [passkey]);
  }

  /** Whose passkey answered. `access.bad-passkey` whatever was wrong. */
  async signIn(
    response: AuthenticationResponseJSON,
    challenge: string,
    origin: string,
  ): Promise<{ readonly person: Person; readonly passkey: string } | Refusal> {
    const row = await this.find(response.id);
    const person = row && (await this.#personOf(row));
    if (row === undefined || person === undefined || !person.active) return refuse('access.bad-passkey');
    // A discoverable credential says whose it is (§7.2 step 6).
    if (response.response.userHandle !== base64url(userHandle(person))) return refuse('access.bad-passkey');
    const verified = await this.#verify(row, response, challenge, [origin]);
    return verified instanceof Refusal ? verified : { person, passkey: row.id };
  }

  /** What the person's passkey said about the challenge, in the form that records hold. */
  async assertion(
    person: Person,
    response: AuthenticationResponseJSON,
    challenge: Uint8Array,
  ): Promise<OfficerAssertion | Refusal> {
    const row = await this.find(response.id);
    if (row === undefined || row.person !== person.id) return refuse('access.bad-passkey');
    const assertion = await this.#verify(row, response, base64url(challenge), this.#ground.origins);
    return assertion instanceof Refusal ? assertion : officerAssertion(person, row, assertion);
  }

  /** What the software key of a demonstration's person says about the challenge. */
  async demonstration(person: Person, challenge: Uint8Array): Promise<OfficerAssertion | Refusal> {
    const { service, origins } = this.#ground;
    const row = (await this.of(person.id)).find((one) => one.private !== null);
    const origin = origins.find((one) => new URL(one).hostname === row?.relying_party);
    if (!service.demonstration || !person.demonstration || !row?.private || origin === undefined)
      return refuse('access.bad-passkey');
    const assertion = answerInSoftware(JSON.parse(row.private) as SoftwareKey, base64url(challenge), origin);
    return officerAssertion(person, row, assertion);
  }

  /** A software key for a person of a demonstration, not yet kept. */
  newDemonstrationKey(person: Person, origin: string): PasskeyRow {
    const { service, random, now } = this.#ground;
    if (!service.demonstration || !person.demonstration) throw new TypeError('only a demonstration has software keys');
    const key = newSoftwareKey();
    return {
      id: newId(random),
      person: person.id,
      jwk: JSON.stringify({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }),
      cose: null,
      private: JSON.stringify(key),
      relying_party: new URL(origin).hostname,
      label: 'DEMONSTRATION',
      transports: '[]',
      counter: 0,
      backed_up: 0,
      created: now(),
      used: null,
    };
  }

  #requestOptions(
    relyingParty: string,
    challenge: string,
    allowed: readonly PasskeyRow[],
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: relyingParty,
      challenge: ownBytes(challenge),
      timeout,
      userVerification: 'required',
      allowCredentials: allowed.map(credentialName),
    });
  }

  async #personOf({ person }: PasskeyRow): Promise<Person | undefined> {
    const row = await this.#ground.desk.db.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirst();
    return row && personOf(row);
  }

  async #verify(
    row: PasskeyRow,
    response: AuthenticationResponseJSON,
    challenge: string,
    origins: readonly string[],
  ): Promise<Assertion | Refusal> {
    const cose = row.cose === null ? undefined : ownBytes(row.cose);
    const own = origins.filter((origin) => new URL(origin).hostname === row.relying_party);
    if (cose === undefined || isWithinOther(response.response.clientDataJSON)) return refuse('access.bad-passkey');
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: own,
      expectedRPID: row.relying_party,
      credential: { id: row.id, publicKey: cose, counter: row.counter },
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) return refuse('access.bad-passkey');
    const { newCounter, credentialBackedUp } = verified.authenticationInfo;
    const assertion = heldForm((JSON.parse(row.jwk) as Jwk).kty, response);
    if (assertion instanceof Refusal) return assertion;
    // Only from the very counter that was compared: of two answers at once with one counter, one is a copy's.
    const noted = await this.#ground.desk.db
      .updateTable('passkey')
      .set({ counter: newCounter, backed_up: credentialBackedUp ? 1 : 0, used: this.#ground.now() })
      .where('id', '=', row.id)
      .where('counter', '=', row.counter)
      .executeTakeFirst();
    return noted.numUpdatedRows === 1n ? assertion : refuse('access.bad-passkey');
  }
}

/** Whether this passkey's key is the one that counterparts know. */
export function isEnrolledPasskey({ jwk }: PasskeyRow, enrolled: EnrolledOfficer | undefined): boolean {
  return enrolled !== undefined && canonical(JSON.parse(jwk) as JsonObject) === canonical({ ...enrolled.key });
}

export function passkeyLine(row: PasskeyRow): PasskeyLine {
  return {
    id: row.id,
    label: row.label,
    relyingParty: row.relying_party,
    backedUp: row.backed_up === 1,
    created: row.created,
    ...(row.used !== null && { used: row.used }),
  };
}

function officerAssertion(person: Person, row: PasskeyRow, assertion: Assertion): OfficerAssertion {
  return {
    officer: person.officer,
    key: JSON.parse(row.jwk) as Jwk,
    relyingParty: row.relying_party,
    means: row.private === null ? 'passkey' : 'demonstration',
    assertion,
  };
}

/** Random like the id it is made of: says nothing of the person (§14.6.1). */
function userHandle(person: Person): Uint8Array<ArrayBuffer> {
  return utf8(person.id);
}

function credentialName(row: PasskeyRow): { id: string; transports: string[] } {
  return { id: row.id, transports: JSON.parse(row.transports) as string[] };
}
