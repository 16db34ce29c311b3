/**
 * A season between three institutions that fold for real: an exporting and an importing service, and the importing
 * country's customs. What one issues the others get later, in its order, whenever the test says so.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { AccountView, Answer, Key, Profile, Statement, View } from '../../../kernel/profile.ts';
import { type Known, viewOf } from '../../../kernel/state/assess.ts';
import { type FoldContext, statementOf, subjectOf } from '../../../kernel/state/fold.ts';
import { heads, next } from '../../../kernel/state/life-cycle.ts';
import { postedTo } from '../../../kernel/state/offers.ts';
import type { SubjectRow } from '../../../kernel/state/rows.ts';
import { Institution, loaded, recordOf, refusalOf, type TestRecord } from '../../../kernel/testing/institution.ts';
import type { Certificate } from '../claims/certificate.ts';
import { certificateLifeCycle } from '../life-cycle.ts';
import { phytosanitary } from '../profile.ts';

export const exporter = 'az.afsa';
export const importer = 'ru.fsvps';
export const customs = 'ru.fcs';

const say = (en: string) => ({ az: en, ru: en, en });

/** What customs post to the ledger that the profile offers, as a profile of their own would. */
const declarations: Profile = {
  name: 'declarations',
  title: say('Declarations'),
  types: {
    declaration: {
      title: say('Declaration'),
      version: 1,
      schemas: { 1: {} },
      issuedBy: 'customs',
      sentTo: ['*'],
      rules: [],
      posts: ['reserved', 'consumed'].map((movement) => ({ ledger: 'phytosanitary/certificate-line', movement })),
      movements: ({ claims }) => [
        {
          ledger: 'phytosanitary/certificate-line',
          key: claims['key'] as string[],
          movement: claims['movement'] as string,
          amount: BigInt(claims['amount'] as string),
          slot: claims['slot'] as string,
          opened: claims['certificate'] as string,
        },
      ],
      summary: () => ({ number: '', title: '', search: [] }),
    },
  },
  registers: {},
  ledgers: {},
  functions: {},
  findings: {},
  reasons: {},
  formats: {},
};

const functions: Readonly<Record<string, readonly string[]>> = {
  nppo: [exporter, importer],
  customs: [customs],
};

const context: FoldContext = {
  catalogue: loaded([phytosanitary, declarations]),
  entitlement: {
    holds: (institution, name) => functions[name]?.includes(institution) ?? false,
    firstHolder: (country, name) =>
      functions[name]?.toSorted().find((institution) => institution.startsWith(`${country.toLowerCase()}.`)),
  },
};

export interface Draft {
  readonly profile?: string;
  readonly type: string;
  readonly claims: JsonObject;
  /** The certificate it follows. */
  readonly about?: string;
}

const day = 86_400_000;

export class Season {
  readonly at = new Map([exporter, importer, customs].map((id) => [id, new Institution(id, context)]));
  /** Issued by the first and not yet with the second. */
  readonly #under = new Map<string, TestRecord[]>();
  /** Of each record: what its issuer held of the others' when it signed. */
  readonly #basis = new Map<string, ReadonlySet<string>>();
  /** Certificates that the importing service found overdrawn by what their issuer must have known. */
  readonly accused: string[] = [];
  #clock = Date.UTC(2026, 10, 1);
  /** Settlements issued. */
  settled = 0;

  constructor() {
    this.of(importer).judge = (record) => {
      if (record.payload.samur.type === 'certificate' && this.#overdraws(record)) this.accused.push(record.id);
      return () => undefined;
    };
  }

  /** As the importing service judges on arrival: by the basis, so that what merely crossed accuses nobody. */
  #overdraws(record: TestRecord): boolean {
    const judge = this.of(importer);
    const seq = judge.seqOf(record.id);
    const mirrored = new Set([...(this.#basis.get(record.id) ?? [])].map((id) => judge.seqOf(id)));
    const known: Known = (by) => {
      if (by.issuer === exporter) return by.seq < seq;
      return by.issuer === importer ? mirrored.has(by.seq) : undefined;
    };
    return judge.guard(record, known).length > 0;
  }

  of(id: string): Institution {
    return this.at.get(id) as Institution;
  }

  /** Undefined when the kernel would refuse to sign it: out of turn, or a guarded account does not allow it. */
  issue(by: string, draft: Draft): TestRecord | undefined {
    const issuer = this.of(by);
    const subject = draft.about === undefined ? undefined : issuer.row('subject', draft.about);
    const record = this.#recordOf(by, draft, subject);
    if (subject !== undefined && !this.#inTurn(record, subject)) return undefined;
    if (issuer.guard(record).length > 0) return undefined;
    this.#spread(by, record);
    this.answer(by, record);
    return record;
  }

  #recordOf(by: string, { profile = 'phytosanitary', type, claims, about }: Draft, subject: SubjectRow | undefined) {
    this.#clock += day / 4;
    const to = [...this.at.keys()].filter((id) => id !== by);
    const tie = about === undefined ? {} : { about: { id: about, after: heads(subject?.events ?? []) } };
    return recordOf({ profile, type, issuer: by, to, claims, time: this.#clock, ...tie }, this.#clock);
  }

  #inTurn({ payload }: TestRecord, subject: SubjectRow): boolean {
    const event = phytosanitary.types[payload.samur.type]?.follows?.event(payload.claims) ?? '';
    const side = payload.samur.issuer === subject.issuer ? 'issuer' : 'recipient';
    return next(certificateLifeCycle, subject.state, { event, side }) !== undefined;
  }

  #spread(by: string, record: TestRecord): void {
    const { held } = this.of(by);
    const mirrored = held.filter(({ payload }) => payload.samur.issuer === importer).map(({ id }) => id);
    this.#basis.set(record.id, new Set(mirrored));
    this.of(by).take(record);
    for (const other of this.at.keys()) {
      if (other === by) continue;
      const name = `${by} ${other}`;
      this.#under.set(name, [...(this.#under.get(name) ?? []), record]);
    }
  }

  /** Refuses a record as one that could not have been signed on what its issuer knew. */
  refuse(by: string, record: TestRecord): void {
    this.#clock += day / 4;
    const refusal = refusalOf(record, by, 'rule.broken', this.#clock, this.#clock);
    this.#spread(by, refusal);
    this.#answerPosting(by, record);
  }

  /** Hands over up to `count` records; whoever gets them answers as its server would. */
  deliver(from: string, to: string, count = Number.POSITIVE_INFINITY): void {
    const waiting = this.#under.get(`${from} ${to}`) ?? [];
    for (const record of waiting.splice(0, count)) {
      this.of(to).take(record);
      this.answer(to, record);
    }
  }

  catchUp(): void {
    const pairs = [...this.at.keys()].flatMap((a) => [...this.at.keys()].map((b) => [a, b] as const));
    while ([...this.#under.values()].some((waiting) => waiting.length > 0))
      for (const [from, to] of pairs) this.deliver(from, to);
  }

  /** Issues what the institution's server says by itself about a record that counts there. */
  answer(self: string, record: TestRecord): void {
    this.#answerFollowUp(self, record);
    this.#answerPosting(self, record);
  }

  /** As the server does of all that took effect or lost it. */
  #answerPosting(self: string, { id, payload }: TestRecord): void {
    const holder = this.of(self);
    const changed = payload.samur.type === 'refusal' ? (payload.claims['record'] as string) : id;
    const asked = holder.complete(() => postedTo(holder.rows, context, changed));
    for (const { offer, opened } of asked)
      this.#issueAll(
        self,
        holder.complete(() => offer.posted?.(opened, self, this.view(self)) ?? []),
      );
  }

  #issueAll(self: string, answers: readonly Answer[]): void {
    for (const answer of answers) {
      this.settled += 1;
      if (this.issue(self, answer) === undefined) throw new Error('a settlement was refused');
    }
  }

  #answerFollowUp(self: string, { id, payload }: TestRecord): void {
    const answers = phytosanitary.types[payload.samur.type]?.answers;
    const about = payload.samur.about?.id;
    if (answers === undefined || about === undefined || payload.samur.profile !== 'phytosanitary') return;
    const holder = this.of(self);
    const row = holder.row('subject', about);
    if (row?.events.find((event) => event.id === id)?.outcome !== 'effective') return;
    const statement = { ...statementOf(payload, row, context), id };
    this.#issueAll(
      self,
      holder.complete(() => answers(statement, self, this.view(self))),
    );
  }

  view(self: string): View {
    return viewOf(this.of(self).rows, context, 'phytosanitary');
  }

  account(self: string, ledger: string, key: Key): AccountView | undefined {
    return this.of(self).complete(() => this.view(self).account(ledger, key));
  }

  /** Certificates that count here, as this institution holds them. */
  certificates(self: string): readonly (SubjectRow & { readonly certificate: Certificate })[] {
    const holder = this.of(self);
    return (
      holder.held
        .filter(({ payload }) => payload.samur.type === 'certificate')
        // A replacement waits for what came before it, from whomever.
        .flatMap(({ id }) => holder.row('subject', id) ?? [])
        .filter(({ base }) => base === 'effective')
        .map((row) => ({ ...row, to: row.addressees, certificate: row.claims as unknown as Certificate }))
    );
  }

  /** A statement about a certificate as `self` would put it, for rules. */
  statement(self: string, { type, claims, about }: Draft): Statement {
    const subject = about === undefined ? undefined : this.of(self).row('subject', about);
    const to = [...this.at.keys()].filter((id) => id !== self);
    const statement = { type, issuer: self, to, claims, time: this.#clock };
    return subject === undefined ? statement : { ...statement, subject: subjectOf(subject, subject.state) };
  }
}
