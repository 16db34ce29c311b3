/** People prepare and approve what their institution signs: who may, with which key, and whether two must. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { isEnrolledKey, mayApprove as mayStillApprove } from '../../../kernel/exchange/approval.ts';
import type { RecordType } from '../../../kernel/profile.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import {
  type Approval,
  type Change,
  Changed,
  type DraftRequest,
  type Prepared,
  type RecordView,
  Rejected,
} from '../../institution/service.ts';
import type { PasskeyRow } from '../../store/desk/people.ts';
import type { Desk, DeskGround } from '../desk.ts';
import type { OfficerAssertion } from '../people/passkeys.ts';
import type { Person } from '../people/person.ts';
import { mayDo } from '../roles.ts';
import { Countersigned } from './countersigned.ts';

/** How a person answers: with a passkey, or with the key that a demonstration keeps for its people. */
export type Answer = { readonly response: AuthenticationResponseJSON } | { readonly demonstration: true };

/** What one person may have waiting, so that nobody keeps the others from signing. */
const mostOfOne = 100;

interface Waiting {
  /** Id of who prepared it. */
  readonly by: string;
  readonly draft: DraftRequest;
  readonly prepared: Prepared;
  /** Application that it answers. */
  readonly application?: string;
  /** Follows a record that another institution issued, or decides on one although it stands alone. */
  readonly decides: boolean;
}

/** A record that waits, as one person is shown it. */
export interface Shown {
  readonly prepared: Prepared;
  readonly needed: 1 | 2;
  /** Approvals that are there for this person to add to. */
  readonly given: 0 | 1;
  /** The person's enrolled key; absent for who may prepare and not approve. */
  readonly passkey?: PasskeyRow;
}

/** What was approved is not so any more. */
export interface ShownAnew {
  readonly changes: readonly Change[];
  readonly shown: Shown;
}

/** What was approved cannot be signed any more, whoever approves it. */
export interface Barred {
  readonly profile: string;
  readonly barred: Rejected;
}

export interface Signed {
  readonly record: RecordView;
  readonly replayed: boolean;
}

type Parts = Pick<Desk, 'enrolments' | 'passkeys' | 'applications' | 'selections'>;

export class Signing {
  readonly countersigned: Countersigned;
  readonly #ground: DeskGround;
  readonly #desk: Parts;
  readonly #waiting = new Map<string, Waiting>();
  /** Ids of those for whom something is being prepared. */
  readonly #preparing: string[] = [];
  /** Contents that are being signed: the first of two approvals is good for one record. */
  readonly #pairing = new Set<string>();

  constructor(ground: DeskGround, desk: Parts) {
    this.#ground = ground;
    this.#desk = desk;
    this.countersigned = new Countersigned(ground);
  }

  async prepare(person: Person, draft: DraftRequest, application?: string): Promise<Shown | Rejected | Refusal> {
    const { service } = this.#ground;
    const astray = application === undefined ? undefined : await this.#expect(person, application, draft);
    if (astray) return astray;
    if (this.#inHand(person) >= mostOfOne) return refuse('request.too-many');
    this.#preparing.push(person.id);
    const judging = this.#desk.selections.deciding.judged(draft);
    const prepared = await judging
      .then((judged) => service.prepare(judged))
      .finally(() => {
        this.#preparing.splice(this.#preparing.indexOf(person.id), 1);
      });
    if (prepared instanceof Rejected || prepared instanceof Refusal) return prepared;
    const subject = prepared.about === undefined ? undefined : await service.show(prepared.about);
    const decides = subject ? subject.direction === 'received' : this.#typeOf(draft)?.decides === true;
    const waiting = { by: person.id, draft, prepared, decides, ...(application !== undefined && { application }) };
    this.#keep(waiting);
    return this.#shownTo(person, waiting);
  }

  /** Signs what waits under this id with the answer to its challenge. */
  async approve(person: Person, id: string, answer: Answer): Promise<Signed | ShownAnew | Barred | Refusal> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return this.#issuedBefore(person, id);
    if (!mayApprove(person, waiting)) return refuse('access.not-allowed');
    const said = await this.#said(person, answer, Uint8Array.fromHex(id));
    if (said instanceof Refusal) return said;
    const own = approvalOf('record', said);
    if (this.#needed(waiting.draft) === 1) return this.#approve(person, waiting, [own]);
    const { contents } = waiting.prepared;
    if (this.#pairing.has(contents)) return refuse('desk.out-of-turn');
    this.#pairing.add(contents);
    try {
      const first = await this.#first(person, waiting.prepared);
      const signed = await this.#approve(person, waiting, first === undefined ? [own] : [first, own]);
      if ('record' in signed) await this.countersigned.used(contents);
      return signed;
    } finally {
      this.#pairing.delete(contents);
    }
  }

  /** Refused to whoever did not prepare it. What does not wait any more is forgotten already. */
  forget(person: Person, id: string): Refusal | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return undefined;
    if (waiting.by !== person.id) return refuse('access.not-allowed');
    this.#waiting.delete(id);
    this.#ground.service.forgetPrepared(id);
    return undefined;
  }

  async #approve(
    person: Person,
    waiting: Waiting,
    approvals: readonly Approval[],
  ): Promise<Signed | ShownAnew | Barred | Refusal> {
    const { draft, application, prepared } = waiting;
    if (application === undefined) return this.#sign(person, waiting, approvals);
    const astray = await this.#expect(person, application, draft, prepared.id);
    if (astray) return astray;
    try {
      const signed = await this.#sign(person, waiting, approvals);
      if ('record' in signed) await this.#desk.applications.expected.issued(application, prepared.id);
      return signed;
    } finally {
      this.#desk.applications.expected.release(application, prepared.id);
    }
  }

  async #sign(
    person: Person,
    waiting: Waiting,
    approvals: readonly Approval[],
  ): Promise<Signed | ShownAnew | Barred | Refusal> {
    const { service } = this.#ground;
    const { id } = waiting.prepared;
    const outcome = await this.#desk.selections.deciding.decide(waiting.draft, async ({ foundBefore = [] }) => {
      if (!foundBefore.some(({ severity }) => severity === 'refuse')) return service.issuePrepared(id, approvals);
      service.forgetPrepared(id);
      return new Rejected(foundBefore);
    });
    // With another answer it may still be signed.
    if (outcome instanceof Refusal) return outcome;
    this.#waiting.delete(id);
    if (outcome instanceof Rejected) return { profile: waiting.draft.profile, barred: outcome };
    if (outcome instanceof Changed) {
      const anew = { ...waiting, prepared: outcome.prepared };
      this.#keep(anew);
      const shown = await this.#shownTo(person, anew);
      return shown instanceof Refusal ? shown : { changes: outcome.changes, shown };
    }
    return outcome;
  }

  /** What the first of two is asked to sign over, and the key that is asked. Refused for what one alone approves. */
  async contentsOf(
    person: Person,
    draft: DraftRequest,
  ): Promise<{ readonly contents: string; readonly passkey: PasskeyRow } | Rejected | Refusal> {
    if (this.#needed(draft) !== 2) return refuse('input.bad-value', { name: 'type' }, '/type');
    const shown = await this.prepare(person, draft);
    if (shown instanceof Rejected || shown instanceof Refusal) return shown;
    // Signed is the record that the second officer prepares.
    this.forget(person, shown.prepared.id);
    return shown.passkey === undefined
      ? refuse('access.not-allowed')
      : { contents: shown.prepared.contents, passkey: shown.passkey };
  }

  /** Keeps the first of two approvals; returns its id. */
  async countersign(person: Person, draft: DraftRequest, answer: Answer): Promise<string | Rejected | Refusal> {
    const asked = await this.contentsOf(person, draft);
    if (asked instanceof Rejected || asked instanceof Refusal) return asked;
    const said = await this.#said(person, answer, Uint8Array.fromHex(asked.contents));
    if (said instanceof Refusal) return said;
    return this.countersigned.keep(person, draft, asked.contents, approvalOf('contents', said));
  }

  async #shownTo(person: Person, waiting: Waiting): Promise<Shown | Refusal> {
    const { prepared, draft } = waiting;
    const needed = this.#needed(draft);
    const first = needed === 2 && (await this.#first(person, prepared));
    const given = first ? 1 : 0;
    if (!mayApprove(person, waiting)) return { prepared, needed, given };
    const passkey = await this.#desk.enrolments.passkeyOf(person);
    return passkey === undefined ? refuse('approval.not-enrolled') : { prepared, needed, given, passkey };
  }

  /** Somebody else's approval of these contents, by a key that is still enrolled. */
  async #first(person: Person, { contents }: Prepared): Promise<Approval | undefined> {
    for (const approval of await this.countersigned.byOthers(person, contents)) {
      const enrolled = await this.#desk.enrolments.officers.find(approval.officer);
      if (enrolled && mayStillApprove(enrolled) && isEnrolledKey(enrolled, approval)) return approval;
    }
    return undefined;
  }

  async #said(person: Person, answer: Answer, challenge: Uint8Array): Promise<OfficerAssertion | Refusal> {
    const { enrolments, passkeys } = this.#desk;
    if ((await enrolments.passkeyOf(person)) === undefined) return refuse('approval.not-enrolled');
    const said =
      'demonstration' in answer
        ? await passkeys.demonstration(person, challenge)
        : await passkeys.assertion(person, answer.response, challenge);
    // Who asks is signed in: what does not hold is the approval.
    return said instanceof Refusal && said.code === 'access.bad-passkey' ? refuse('approval.bad-assertion') : said;
  }

  #typeOf({ profile, type }: DraftRequest): RecordType | undefined {
    return this.#ground.catalogue.type(profile, type)?.declaration;
  }

  #needed(draft: DraftRequest): 1 | 2 {
    return this.#typeOf(draft)?.approvals ?? 1;
  }

  #expect(officer: Person, application: string, draft: DraftRequest, id?: string): Promise<Refusal | undefined> {
    return this.#desk.applications.expected.expect(officer, application, draft, id);
  }

  /** The answer that was lost is given again: the record is there under the id that was prepared, and this person's. */
  async #issuedBefore({ officer }: Person, id: string): Promise<Signed | Refusal> {
    const record = await this.#ground.service.show(id);
    const isOwn = record?.direction === 'issued' && record.approvals.some((approval) => approval.officer === officer);
    return isOwn ? { record, replayed: true } : refuse('approval.expired');
  }

  #keep(waiting: Waiting): void {
    this.#waiting.set(waiting.prepared.id, waiting);
  }

  #inHand({ id: person }: Person): number {
    const now = this.#ground.now();
    for (const [id, { prepared }] of this.#waiting) if (prepared.expires <= now) this.#waiting.delete(id);
    const held = [...this.#preparing, ...this.#waiting.values().map(({ by }) => by)];
    return held.filter((by) => by === person).length;
  }
}

function mayApprove({ roles }: Person, { decides }: Waiting): boolean {
  return mayDo(roles, 'records.sign') || (decides && mayDo(roles, 'records.decide'));
}

function approvalOf(of: Approval['of'], { means, ...said }: OfficerAssertion): Approval {
  return { of, ...said, ...(means === 'demonstration' && { demonstration: true as const }) };
}
