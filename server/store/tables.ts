/** Tables of one institution's database, as Kysely sees them. Ids and hashes are 32-byte blobs, times ms. */
export interface Tables {
  record: RecordTable;
  channel: ChannelTable;
  entry: EntryTable;
  tile_hash: { channel: number; level: number; idx: number; hash: Uint8Array };
  checkpoint: { channel: number; size: number; root: Uint8Array; note: string; time: number };
  fold_row: { tbl: string; key: string; row: string };
  annex: { digest: Uint8Array; media_type: string; bytes: Uint8Array };
  idempotency: { key: string; request_digest: string; id: Uint8Array };
  misconduct: { id: number; kind: string; at: number; evidence: string };
  token: { digest: string; name: string; rights: string; created: number; revoked: number | null };
  setting: { name: string; value: string };
}

export interface RecordTable {
  /** Order of arrival or issue at this institution. */
  seq: number;
  id: Uint8Array;
  jws: string;
  direction: 'issued' | 'received';
  profile: string;
  type: string;
  version: number;
  issuer: string;
  recipients: string;
  about: Uint8Array | null;
  kid: string;
  time: number;
  number: string;
  title: string;
  search: string;
  state: string;
  /** held: does not verify; waiting: cannot be folded yet; folded. */
  stage: 'held' | 'waiting' | 'folded';
  waits_for: string | null;
  worst: string | null;
  findings: string | null;
  /** Received records: time of the cosignature given for them (ms), the proved latest time of their existence. */
  cosigned_at: number | null;
  /** Folded subject row without what the jws says already; null for follow-ups without a life of their own. */
  subject: string | null;
  /** Who has to act on a folded subject, as JSON of `Pending`; null while nobody does. */
  turn: string | null;
  /** 1 when this institution is among those who have to act. */
  mine: 0 | 1;
  /** Codes of the findings that are signals, with a space on either side of each. */
  signals: string | null;
  /** Entry of its issuer's status list that the record names; null for one that names none. */
  status_list: number | null;
  status_index: number | null;
  /** 1 in a state that its life cycle counts as revoked, and when void. */
  revoked: 0 | 1;
}

export interface ChannelTable {
  id: number;
  origin: string;
  issuer: string;
  recipient: string;
  generation: number;
  size: number;
  frontier: Uint8Array;
  receipt_size: number;
  receipt_time: number;
  /** What the entries so far have stated: time, basis, trust numbers. */
  past: string;
  state: 'open' | 'closed' | 'opening';
}

export interface EntryTable {
  channel: number;
  idx: number;
  seq: number;
  id: Uint8Array;
}
