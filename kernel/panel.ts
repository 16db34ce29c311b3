/** What a profile shows on the page of its records besides their facts: plain blocks, so that no page knows a domain. */
import type { JsonObject } from './canonical.ts';
import type { Language, Text } from './finding.ts';
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
}

export type PanelBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly lines: readonly { readonly label: string; readonly value: string }[] }
  /** Cells that `differs` marks are what a reader should compare. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly { readonly cells: readonly string[]; readonly differs?: true }[];
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
  /** Nothing to show: no blocks. `followUps`: those held, oldest first. */
  draw(shown: ShownRecord, followUps: readonly ShownRecord[], view: View, language: Language): readonly PanelBlock[];
}
