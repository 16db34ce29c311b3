/** What a profile shows on the page of its records besides their facts: plain blocks, so that no page knows a domain. */
import type { JsonObject } from './canonical.ts';
import type { Language, Text } from './finding.ts';
import type { Selected } from './selection.ts';
import type { Need, View } from './statement.ts';

/** A record as a panel sees it. Times in ms since 1970. */
export interface ShownRecord {
  readonly id: string;
  readonly profile: string;
  readonly type: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly time: number;
  readonly state: string;
  readonly about?: string;
  readonly direction: 'issued' | 'received';
  /** The institution that shows it. */
  readonly self: string;
  /** What the institution that shows it chose it for, by name of the selection. */
  readonly selected?: Readonly<Record<string, Selected>>;
}

/** A record that an officer can begin from a panel, with what is known already filled in. */
export interface PanelAction {
  /** What the button says. */
  readonly title: string;
  /** Of this profile. Without `to` one that follows the record shown. */
  readonly type: string;
  /** Recipients of one that stands alone. The profile offers it only where it is in place. */
  readonly to?: readonly string[];
  readonly claims: JsonObject;
  /** True when nothing has to be added: the officer looks at it and signs. Else a form opens with it. */
  readonly ready: boolean;
  /** The one that is expected; at most one. */
  readonly main?: true;
}

/** What a reader should take from a line or a check before reading it. Words must tell it too: no page shows a colour alone. */
export type Tone = 'good' | 'attention' | 'unknown';

/** A text in a table or list, with what to do about it. */
export interface PanelText {
  readonly text: string;
  /** It does not agree with what stands beside it. */
  readonly differs?: true;
  /** Id of a record held here: the text leads to it. */
  readonly record?: string;
}

export type PanelBlock =
  /** What the blocks up to the next heading are about. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  /** What was compared and how it came out, to be seen in one look. */
  | {
      readonly kind: 'checks';
      readonly items: readonly { readonly label: string; readonly text: string; readonly tone: Tone }[];
    }
  | {
      readonly kind: 'facts';
      readonly lines: readonly ({
        readonly label: string;
        readonly value: string;
      } & Omit<PanelText, 'text'>)[];
    }
  /** What `differs` marks, a row or a cell, is what a reader should compare. The first cell names the row. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly { readonly cells: readonly (string | PanelText)[]; readonly differs?: true }[];
    }
  /** Parts of a whole, in one unit; `total` is at least their sum. */
  | {
      readonly kind: 'bar';
      readonly label: string;
      readonly unit: string;
      readonly total: number;
      readonly parts: readonly { readonly label: string; readonly value: number }[];
    };

export interface Panel {
  readonly title: Text;
  /** Types on whose page it stands. */
  readonly types: readonly string[];
  /** Rows and records that `draw` will look at. */
  reads?(shown: ShownRecord): readonly Need[];
  /** Nothing to show: no blocks. `followUps`: those held, oldest first. `now`: ms since 1970. */
  draw(
    shown: ShownRecord,
    followUps: readonly ShownRecord[],
    view: View,
    language: Language,
    now: number,
  ): readonly PanelBlock[];
  /** What is offered to whoever may decide; the server leaves out what is not in turn. */
  actions?(
    shown: ShownRecord,
    followUps: readonly ShownRecord[],
    view: View,
    language: Language,
    now: number,
  ): readonly PanelAction[];
  /** True for the one that stands before the facts of the record, where an officer works. */
  readonly first?: true;
}
