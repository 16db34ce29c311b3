/** Everything that loads with the first document: verifying it and telling what was found. */
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { contentsOf } from '../../kernel/contents.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import { dictionariesOf } from '../../kernel/paper/dictionaries.ts';
import type { Profile } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import type { Ask, Asked } from './ask.ts';
import { element } from './element.ts';
import { type Given, readPdf, readText } from './given.ts';
import { authenticityHeadline, type StateKnown } from './headline.ts';
import { Teller } from './result.ts';
import { compileSchema } from './schema-check.ts';
import { askList, askState, lookUp, type Session, type Verified, verify } from './session.ts';
import type { Speech } from './speech.ts';
import { Trouble } from './trouble.ts';

export interface Surroundings {
  readonly profiles: readonly Profile[];
  readonly trust: TrustList;
  readonly crypto: Crypto;
  readonly now: () => number;
  readonly ask: Ask;
  readonly speech: Speech;
  /** Of this page's server, `https://host`. */
  readonly origin: string;
}

/** An answer on its way to the page: the first card is ready, the second when the server has answered. */
export interface Shown {
  readonly element: HTMLElement;
  /** The outcome in one sentence for those who do not see the cards. */
  readonly sentence: string;
  /** How long the verification took, milliseconds. */
  readonly took: number;
  /** Fills in the state; gives the sentence of both answers. */
  complete(): Promise<string>;
}

export class Checker {
  readonly #session: Session;
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    const { profiles, crypto } = surroundings;
    const catalogue = loadCatalogue(profiles, compileSchema);
    if (catalogue instanceof Refusal) throw new TypeError(`profiles do not load: ${catalogue.code}`);
    this.#surroundings = surroundings;
    this.#session = { ...surroundings, catalogue, dictionaries: dictionariesOf(catalogue, crypto) };
  }

  async text(text: string): Promise<Shown | Trouble> {
    return this.#given(await readText(text, this.#session.dictionaries, this.#session.crypto));
  }

  async pdf(bytes: Uint8Array): Promise<Shown | Trouble> {
    return this.#given(await readPdf(bytes));
  }

  async lookUp(asked: Asked): Promise<Shown | Trouble> {
    return this.#shown(await lookUp(asked, this.#session));
  }

  async #given(given: Given | Trouble): Promise<Shown | Trouble> {
    return given instanceof Trouble
      ? given
      : this.#shown(await verify(given, this.#session, this.#surroundings.origin));
  }

  #shown(verified: Verified | Trouble): Shown | Trouble {
    if (verified instanceof Trouble) return verified;
    const { speech } = this.#surroundings;
    const teller = new Teller(speech, this.#session);
    const { record } = verified.report;
    const first = teller.authenticity(verified);
    const sentence = `${speech.say(authenticityHeadline(verified.report).word)}.`;
    const { took } = verified;
    if (record === undefined) {
      const whole = element('div', {}, element('div', { class: 'cards' }, first, teller.state(undefined)));
      return { element: whole, sentence, took, complete: async () => sentence };
    }
    const known: StateKnown = { report: verified.report, type: record.type, server: verified.told ?? 'asking' };
    const { samur, claims } = record.payload;
    const lines = contentsOf(record.type.profile, samur.type, samur.version, claims, speech.language);
    const cards = element('div', { class: 'cards' }, first, teller.state(known));
    return {
      element: element('div', {}, cards, teller.content(record, lines)),
      sentence,
      took,
      complete: async () => {
        const answered = await this.#answered(verified, known);
        cards.replaceChildren(first, teller.state(answered));
        return `${sentence} ${teller.stateSentence(answered)}.`;
      },
    };
  }

  async #answered(verified: Verified, known: StateKnown): Promise<StateKnown> {
    const server = verified.told ?? (await askState(verified, this.#session));
    // A server that does not hold the record may still have its issuer's list.
    const list = server === 'offline' ? undefined : await askList(verified, this.#session);
    return { ...known, server, ...(list && { list }) };
  }
}
