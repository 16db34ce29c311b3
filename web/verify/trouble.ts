/** What the page says when there is nothing to verify. Pure. */
import type { Refusal } from '../../kernel/refusal.ts';
import { type Explained, moreOf, type Word } from './speech.ts';

/** Why nothing could be checked: a headline of the page, with the refusal behind it where there is one. */
export class Trouble {
  readonly word: TroubleWord;
  readonly refusal: Refusal | undefined;
  constructor(word: TroubleWord, refusal?: Refusal) {
    this.word = word;
    this.refusal = refusal;
  }
  /** What to do about it. */
  get more(): Word {
    return moreOf(this.word);
  }
}
type TroubleWord = Explained & `input-${string}`;

/** The headline of a refusal that says that there is nothing to verify. */
export function troubleOf(refusal: Refusal): Trouble {
  switch (refusal.code) {
    case 'paper.not-samur':
      return new Trouble('input-not-ours', refusal);
    case 'paper.unknown-dictionary':
      return new Trouble('input-needs-update', refusal);
    case 'paper.no-record':
      return new Trouble('input-pdf-empty', refusal);
    case 'input.too-large':
      return new Trouble('input-too-large', refusal);
    case 'paper.no-such-number':
      return new Trouble('input-no-such', refusal);
    case 'request.too-many':
      return new Trouble('input-too-many', refusal);
    default:
      return new Trouble(refusal.code.startsWith('paper.') ? 'input-damaged' : 'input-evidence', refusal);
  }
}
