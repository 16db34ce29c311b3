/** Registers and ledgers as a profile declares them, and what a record posts to them. */
import type { Json } from './canonical.ts';
import type { Text } from './finding.ts';
import type { Key } from './question.ts';
import type { Answer, OfferedAccount, Subject, View } from './statement.ts';

/** Posts `value` as the latest statement of the issuer for `key`; null takes the key out. */
export interface RegisterStatement {
  readonly register: string;
  readonly key: Key;
  readonly value: Json;
}

/**
 * Posts to a ledger. `ledger` is the profile's own name, or `profile/name` of one that another profile offers.
 * `slot` tells restated amounts apart (one declaration, one season plan); unused by adding movements.
 */
export interface Movement {
  readonly ledger: string;
  readonly key: Key;
  readonly movement: string;
  readonly amount: bigint;
  readonly slot?: string;
  /** JSON Pointer to the member of the claims that states the amount: there a form shows what is available. */
  readonly path?: string;
  /**
   * Id of the record that opened the account, where the ledger is another profile's: that one is then asked what it
   * answers to this posting (`LedgerOffer.posted`), and a holder that still lacks the record blames nobody for what it
   * cannot tell. No part of the account.
   */
  readonly opened?: string;
}

export interface RegisterDeclaration {
  readonly title: Text;
  /** The function an institution must hold to state anything here. The first part of a key is its owner's id. */
  readonly owner: string;
  /** What each part of a key is, in order. */
  readonly parts: readonly Text[];
}

/**
 * `credit` and `debit` add; `restate-credit`, `restate-debit` and `settle` replace the same issuer's last amount of
 * the same slot, so that the difference is posted. `freeze` stops debits. `settle` takes out of the account what its
 * other side found to be free; it credits nothing here. `observe` replaces like them and changes nothing that is
 * available: what somebody saw or said of the account.
 */
export type MovementKind = 'credit' | 'debit' | 'restate-credit' | 'restate-debit' | 'freeze' | 'settle' | 'observe';

/**
 * Who may post a movement: an institution that holds `function` and is the one named at place `key` of the
 * account's key, or the first by id in that one's country.
 */
export interface Poster {
  readonly function: string;
  readonly key: number;
  readonly same: 'institution' | 'country';
}

export interface MovementDeclaration {
  readonly title: Text;
  readonly kind: MovementKind;
  readonly by: Poster;
}

export interface LedgerDeclaration {
  readonly title: Text;
  /** What each part of a key is, in order. */
  readonly parts: readonly Text[];
  /** True for the ledgers that people ask for as their balance. */
  readonly balance?: true;
  /** UNECE Rec. 20 unit of the amounts. */
  readonly unit: string;
  /** Decimal places kept: amounts are integers in unit × 10^-scale. */
  readonly scale: number;
  /** Each movement. All debits name one and the same poster, so that exactly one institution may debit an account. */
  readonly movements: Readonly<Record<string, MovementDeclaration>>;
  readonly offers?: LedgerOffer;
}

/** What other profiles may post to a ledger, and what they are told of its accounts. */
export interface LedgerOffer {
  readonly movements: readonly string[];
  /** Types of this profile whose records open accounts. */
  readonly types: readonly string[];
  /** States of such a record in which its accounts may be debited by others. */
  readonly states: readonly string[];
  /** The accounts that such a record opens, in the order in which it tells them. */
  accounts(opened: Pick<Subject, 'issuer' | 'to' | 'claims'>): readonly OfferedAccount[];
  /**
   * Asked on each holder's server (`self`) when a record of another profile, which names `opened`, has posted to one of
   * its accounts and taken effect there, or lost it again. What it gives is issued there, of this profile's types, and
   * is not answered in turn.
   */
  posted?(opened: Subject, self: string, view: View): readonly Answer[];
}
