/**
 * Plant protection services and the customs of the importing country, which fold for real. What one issues the others
 * get later, in its order, whenever the test says so, judge as their servers would, and answer.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { AccountView, Answer, Key, Profile, View } from '../../../kernel/profile.ts';
import { type Known, ruleFindings, viewOf } from '../../../kernel/state/assess.ts';
import { contentsFault } from '../../../kernel/state/contribution.ts';
import { type FoldContext, statementOf } from '../../../kernel/state/fold.ts';
import { guardFindings } from '../../../kernel/state/guard.ts';
import { heads, next } from '../../../kernel/state/life-cycle.ts';
import { postedTo } from '../../../kernel/state/offers.ts';
import type { SubjectRow } from '../../../kernel/state/rows.ts';
import { Institution, loaded, recordOf, refusalOf, type TestRecord } from '../../../kernel/testing/institution.ts';

export const exporters = ['az.afsa', 'az.quba'] as const;
export const importer = 'ru.fsvps';
export const customs = 'ru.fts';

const functions: Readonly<Record<string, readonly string[]>> = { nppo: [...exporters, importer], customs: [customs] };

export interface Draft {
  readonly profile: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  /** The record it follows. */
  readonly about?: string;
}

export class Border {
  readonly at = new Map<string, Institution>();
  /** Codes of what recipients found that the issuer must have known. */
  readonly accused: string[] = [];
  /** Recipients refuse what they accuse somebody of. */
  refuses = false;
  readonly #shared: FoldContext;
  /** Issued by the first and not yet with the second. */
  readonly #under = new Map<string, TestRecord[]>();
  /** Of each record: what its issuer held when it signed. */
  readonly #basis = new Map<string, ReadonlySet<string>>();
  #clock = Date.UTC(2026, 10, 1);

  constructor(profiles: readonly Profile[]) {
    this.#shared = {
      catalogue: loaded(profiles),
      entitlement: {
        holds: (institution, name) => functions[name]?.includes(institution) ?? false,
        firstHolder: (country, name) => functions[name]?.toSorted().find((id) => id.startsWith(country.toLowerCase())),
      },
    };
    for (const id of [...exporters, importer, customs]) this.at.set(id, new Institution(id, this.#shared));
  }

  of(id: string): Institution {
    return this.at.get(id) as Institution;
  }

  #typeOf({ profile, type }: { readonly profile: string; readonly type: string }) {
    const found = this.#shared.catalogue.type(profile, type);
    if (!found) throw new Error(`${profile}/${type}`);
    return found;
  }

  #rules(self: string, { payload }: TestRecord, known?: Known) {
    const holder = this.of(self);
    return holder.complete(() => {
      const view = viewOf(holder.rows, this.#shared, payload.samur.profile, known);
      return ruleFindings(this.#typeOf(payload.samur), this.#stated(self, payload), view, self);
    });
  }

  #guards(self: string, { id, payload }: TestRecord, known?: Known) {
    const holder = this.of(self);
    const place = known && { id, seq: holder.held.length };
    return holder.complete(() => {
      const type = this.#typeOf(payload.samur);
      return guardFindings(holder.rows, this.#shared, type, this.#stated(self, payload), self, known, place);
    });
  }

  #stated(self: string, payload: TestRecord['payload']) {
    const { about } = payload.samur;
    return statementOf(payload, about && this.of(self).rows.get('subject', about.id), this.#shared);
  }

  /** Refusing findings that its issuer's server would give. */
  faults(by: string, draft: Draft): readonly string[] {
    return this.findings(by, draft)
      .filter(({ severity }) => severity === 'refuse')
      .map(({ code }) => code);
  }

  findings(by: string, draft: Draft) {
    const record = this.#recordOf(by, draft);
    return [...this.#rules(by, record), ...this.#guards(by, record)];
  }

  #recordOf(by: string, { profile, type, to, claims, about }: Draft): TestRecord {
    const subject = about === undefined ? undefined : this.of(by).row('subject', about);
    const tie = about === undefined ? {} : { about: { id: about, after: heads(subject?.events ?? []) } };
    return recordOf({ profile, type, issuer: by, to, claims, time: this.#clock, ...tie }, this.#clock);
  }

  /** Issues it unasked. */
  state(by: string, draft: Draft): TestRecord {
    this.#clock += 1000;
    const record = this.#recordOf(by, draft);
    this.#spread(by, record);
    this.#answer(by, record);
    return record;
  }

  /** Undefined when its own server would refuse to sign it by rule, guard or turn. */
  issue(by: string, draft: Draft): TestRecord | undefined {
    if (!this.inTurn(by, draft) || this.faults(by, draft).length > 0) return undefined;
    return this.state(by, draft);
  }

  inTurn(by: string, { profile, type, claims, about }: Draft): boolean {
    const subject = about === undefined ? undefined : this.of(by).row('subject', about);
    if (about === undefined || subject === undefined) return about === undefined;
    const cycle = this.#typeOf({ profile, type: subject.type }).declaration.lifeCycle;
    const event = this.#typeOf({ profile, type }).declaration.follows?.event(claims) ?? '';
    const side = by === subject.issuer ? 'issuer' : 'recipient';
    return cycle !== undefined && next(cycle, subject.state, { event, side }) !== undefined;
  }

  #spread(by: string, record: TestRecord): void {
    this.#basis.set(record.id, new Set(this.of(by).held.map(({ id }) => id)));
    this.of(by).take(record);
    for (const other of record.payload.samur.to) {
      const name = `${by} ${other}`;
      this.#under.set(name, [...(this.#under.get(name) ?? []), record]);
    }
  }

  /** Hands over up to `count` records. */
  deliver(from: string, to: string, count = Number.POSITIVE_INFINITY): void {
    for (const record of (this.#under.get(`${from} ${to}`) ?? []).splice(0, count)) this.#receive(from, to, record);
  }

  #receive(from: string, to: string, record: TestRecord): void {
    const { samur } = record.payload;
    const fault = samur.profile === 'customs' ? this.#blames(from, to, record) : undefined;
    this.of(to).take(record);
    if (fault !== undefined) {
      this.accused.push(fault);
      if (this.refuses) {
        this.#clock += 1000;
        const refusal = refusalOf(record, to, 'rule.broken', this.#clock, this.#clock);
        this.#spread(to, refusal);
      }
    }
    this.#answer(to, record);
  }

  /** What breaks a rule or guard by all that its issuer may have known, whichever way others' records lay. */
  #blames(from: string, to: string, record: TestRecord): string | undefined {
    const statement = statementOf(record.payload, undefined, this.#shared);
    const { declaration } = this.#typeOf(record.payload.samur);
    const broken = contentsFault(declaration, statement);
    if (broken !== undefined) return undefined;
    const holder = this.of(to);
    const seq = holder.held.length;
    const basis = this.#basis.get(record.id) ?? new Set();
    const mirrored = new Set([...basis].filter((id) => holder.folded.has(id)).map((id) => holder.seqOf(id)));
    const known: Known = (by) => {
      if (by.issuer === from) return by.seq < seq;
      return by.issuer === to ? mirrored.has(by.seq) : undefined;
    };
    const told = (findings: readonly Finding[]) =>
      findings.filter(({ severity }) => severity === 'refuse').map(({ code, path }) => `${code} ${path}`);
    const guards = told(this.#guards(to, record, known));
    const [either, or] = [true, false].map((all) => told(this.#rules(to, record, (by) => known(by) ?? all)));
    return guards[0] ?? either?.find((one) => or?.includes(one));
  }

  catchUp(): void {
    while ([...this.#under.values()].some((waiting) => waiting.length > 0))
      for (const name of [...this.#under.keys()]) {
        const [from = '', to = ''] = name.split(' ');
        this.deliver(from, to);
      }
  }

  /** What the server says by itself about a record that counts there, or counts no more. */
  #answer(self: string, record: TestRecord): void {
    const { samur, claims } = record.payload;
    const holder = this.of(self);
    const changed = samur.type === 'refusal' ? (claims['record'] as string) : record.id;
    const asked = holder.complete(() => postedTo(holder.rows, this.#shared, changed));
    for (const { profile, offer, opened } of asked)
      this.#issueAll(
        self,
        profile,
        holder.complete(() => offer.posted?.(opened, self, this.view(self, profile)) ?? []),
      );
    const about = samur.about && holder.row('subject', samur.about.id);
    if (about?.events.find(({ id }) => id === record.id)?.outcome !== 'effective') return;
    const answers = this.#typeOf(samur).declaration.answers;
    const statement = { ...statementOf(record.payload, about, this.#shared), id: record.id };
    this.#issueAll(
      self,
      samur.profile,
      holder.complete(() => answers?.(statement, self, this.view(self, samur.profile)) ?? []),
    );
  }

  #issueAll(self: string, profile: string, answers: readonly Answer[]): void {
    for (const answer of answers)
      if (!this.inTurn(self, { profile, ...answer })) throw new Error(`${answer.type} is out of turn`);
      else this.state(self, { profile, ...answer });
  }

  view(self: string, profile: string): View {
    return viewOf(this.of(self).rows, this.#shared, profile);
  }

  account(self: string, ledger: string, key: Key): AccountView | undefined {
    return this.of(self).complete(() => this.view(self, 'customs').account(ledger, key));
  }

  /** Subjects of a type that count at `self`. */
  subjects(self: string, type: string): readonly SubjectRow[] {
    const holder = this.of(self);
    return holder.held
      .filter(({ payload }) => payload.samur.type === type)
      .flatMap(({ id }) => holder.row('subject', id) ?? [])
      .filter(({ base }) => base === 'effective');
  }
}
