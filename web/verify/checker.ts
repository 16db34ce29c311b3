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
import { signedContent } from './signed-content.ts';
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

/** As JSON it can be kept and checked again. */
export type Checked = Given | { readonly kind: 'asked'; readonly asked: Asked };

/** An answer on its way to the page: the first card is ready, the second when the server has answered. */
export interface Shown {
  readonly element: HTMLElement;
  /** The outcome in one sentence for those who do not see the cards. */
  readonly sentence: string;
  /** How long the verification took, milliseconds. */
  readonly took: number;
  /** What was checked, to check it again. */
  readonly given: Checked;
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
    return this.check(await readText(text, this.#session.dictionaries, this.#session.crypto));
  }

  async pdf(bytes: Uint8Array): Promise<Shown | Trouble> {
    return this.check(await readPdf(bytes));
  }

  async check(given: Checked | Trouble): Promise<Shown | Trouble> {
    if (given instanceof Trouble) return given;
    const found =
      given.kind === 'asked'
        ? await lookUp(given.asked, this.#session)
        : await verify(given, this.#session, this.#surroundings.origin);
    return this.#shown(found, given);
  }

  #shown(verified: Verified | Trouble, given: Checked): Shown | Trouble {
    if (verified instanceof Trouble) return verified;
    const { speech } = this.#surroundings;
    const teller = new Teller(speech, this.#session);
    const { record } = verified.report;
    const first = teller.authenticity(verified);
    const below = teller.particulars(verified);
    const sentence = `${speech.say(authenticityHeadline(verified.report).word)}.`;
    const { took } = verified;
    if (record === undefined) {
      const whole = element('div', {}, element('div', { class: 'cards' }, first, teller.state(undefined)), below);
      return { element: whole, sentence, took, given, complete: async () => sentence };
    }
    const known: StateKnown = { report: verified.report, type: record.type, server: verified.told ?? 'asking' };
    const { samur, claims } = record.payload;
    const lines = contentsOf(record.type.profile, samur.type, samur.version, claims, speech.language);
    const cards = element('div', { class: 'cards' }, first, teller.state(known));
    return {
      element: element('div', {}, cards, below, signedContent(record, lines, speech)),
      sentence,
      took,
      given,
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
