import type { Text } from '../../../kernel/finding.ts';

/** As GET /api/desk/corridor tells it. Times in ms since 1970. */
export interface CorridorView {
  readonly corridor: string;
  readonly now: number;
  /** The parts of the trust list, `terms` among them. */
  readonly trust: readonly {
    readonly part: string;
    readonly number: number;
    readonly issued: number;
    readonly nextUpdate: number;
  }[];
  readonly institutions: readonly {
    readonly id: string;
    readonly country: string;
    readonly names: Text;
    readonly here: boolean;
    readonly domain: string;
    readonly functions: readonly Text[];
    readonly keys: readonly {
      readonly kid: string;
      readonly fingerprint: string;
      readonly algorithm: string;
      readonly use: string;
      readonly from: number;
      readonly until?: number;
      readonly revokedAt?: number;
    }[];
  }[];
  readonly lines: readonly DrawnLine[];
}

export interface DrawnLine {
  readonly mode: 'road' | 'rail' | 'sea';
  readonly title: Text;
  readonly stops: readonly { readonly name: Text; readonly country: string; readonly kind: 'post' | 'place' }[];
}

/** As GET /api/channels tells it. */
export interface Channel {
  readonly origin: string;
  readonly issuer: string;
  readonly recipient: string;
  readonly generation: number;
  readonly direction: 'out' | 'in';
  readonly size: number;
  readonly root: string;
  readonly receipt?: { readonly size: number; readonly time: number };
  readonly lag: number;
  readonly oldestWaiting?: number;
  readonly lastError?: string;
  readonly open: boolean;
}
