/**
 * The one error type of Samur: a value, never thrown. Codes form one closed list, stable on the wire
 * (docs/protocol.md, "Refusal codes"); the sentence shown to a person comes from kernel/words.
 */
export const refusalCodes = [
  // Input at the edge, before anything is understood.
  'input.too-large',
  'input.too-deep',
  'input.not-utf8',
  'input.not-json',
  'input.not-canonical',
  'input.bad-base64',
  'input.unknown-member',
  'input.missing-member',
  'input.bad-value',
  // One signed record.
  'record.malformed',
  'record.bad-header',
  'record.bad-payload',
  'record.unsupported-algorithm',
  'record.non-canonical-signature',
  'record.bad-signature',
  'record.unknown-type',
  'record.bad-claims',
  'record.not-entitled',
  'record.wrong-recipients',
  'record.not-addressed-here',
  'record.time-decreases',
  'record.time-ahead',
  'record.time-before-basis',
  'record.annex-missing',
  'record.annex-mismatch',
  'record.unknown-id',
  // The trust list.
  'trust.malformed',
  'trust.bad-signature',
  'trust.wrong-corridor',
  'trust.wrong-country',
  'trust.foreign-institution',
  'trust.rollback',
  'trust.conflict',
  'trust.gap',
  'trust.stale',
  'trust.unknown-institution',
  'trust.unknown-key',
  'trust.key-not-valid-then',
  'trust.key-revoked',
  'trust.wrong-key-use',
  'trust.demonstration-mixed',
  'trust.version-decreases',
  // Notes, checkpoints, trees, proofs.
  'log.malformed-note',
  'log.malformed-checkpoint',
  'log.wrong-origin',
  'log.bad-signature',
  'log.bad-cosignature',
  'log.no-cosignature',
  'log.malformed-key',
  'log.no-misconduct',
  'log.malformed-tile',
  'log.malformed-bundle',
  'log.malformed-proof',
  'log.bad-inclusion',
  'log.bad-consistency',
  'log.index-out-of-range',
  // Delivery between two institutions.
  'exchange.not-next',
  'exchange.shrinks',
  'exchange.forked',
  'exchange.root-mismatch',
  'exchange.unknown-channel',
  'exchange.generation-closed',
  'exchange.generation-not-accepted',
  'exchange.bad-opening',
  'exchange.too-many',
  // What an issuer could have known.
  'basis.missing-channel',
  'basis.shrinks',
  'basis.below-cosigned',
  'basis.unknown-size',
  'basis.root-mismatch',
  'basis.feigned-ignorance',
  // States, registers, ledgers.
  'state.out-of-turn',
  'state.unknown-subject',
  'state.not-a-party',
  'register.not-owner',
  'ledger.not-debiter',
  'ledger.not-creditor',
  'ledger.insufficient',
  'ledger.frozen',
  'ledger.unknown-account',
  'ledger.bad-unit',
  'ledger.bad-amount',
  'rule.broken',
  // Officers' approvals.
  'approval.bad-assertion',
  'approval.unknown-officer',
  'approval.changed',
  'approval.expired',
  'approval.second-person',
  'approval.not-enrolled',
  // Profiles, when they are loaded.
  'profile.invalid',
  'profile.precedence-missing',
  'profile.ledger-not-offered',
  'profile.unknown',
  // Evidence files.
  'evidence.malformed',
  'evidence.wrong-record',
  'evidence.no-cosignature',
  'evidence.too-old',
  // Selections, when they are made again.
  'selection.unknown',
  'selection.wrong-secret',
  'selection.wrong-settings',
  'selection.incomplete',
  'selection.outside-period',
  'selection.committed-late',
  'selection.not-chosen',
  'selection.not-to-be-chosen',
  'selection.choice-differs',
  'selection.first-differs',
  'selection.not-ended',
  'selection.end-not-shown',
  'selection.note-missing',
  'selection.milder-stated',
  'selection.reroute-missing',
  'selection.not-decided',
  'selection.decision-not-shown',
  // What paper carries.
  'paper.not-samur',
  'paper.malformed',
  'paper.unknown-dictionary',
  'paper.no-record',
  'paper.none',
  'paper.no-such-number',
  // Status lists.
  'status.malformed',
  'status.wrong-list',
  'status.stale',
  // Requests between servers and from clients.
  'request.unsigned',
  'request.bad-signature',
  'request.bad-digest',
  'request.replayed',
  'request.outside-window',
  'request.wrong-host',
  'request.forwarded',
  'request.not-found',
  'request.method-not-allowed',
  'request.unsupported-media-type',
  'request.idempotency-conflict',
  'request.too-many',
  'access.token-missing',
  'access.token-unknown',
  'access.not-allowed',
  'access.no-session',
  'access.foreign-origin',
  'access.bad-passkey',
  'access.bad-invitation',
  'access.bad-recovery-code',
  'access.last-administrator',
  'access.last-passkey',
  'access.no-origin',
  // People at a desk, and what they work on.
  'desk.unknown',
  'desk.changed-elsewhere',
  'desk.out-of-turn',
  // XML formats.
  'xml.doctype',
  'xml.malformed',
  'xml.wrong-root',
  'xml.missing-element',
  'xml.bad-value',
  // Running a server.
  'config.invalid',
  'config.data-folder',
  'config.folder-taken',
  'config.key-file',
  'config.port-taken',
  'server.unavailable',
  'server.fault',
  'server.data-altered',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Figures and names that fill the sentence of a code: short, safe to show, never internals. */
export type RefusalDetail = Readonly<Record<string, string | number>>;

/** A coded refusal. `path` is a JSON Pointer (RFC 6901) into the input, or an element path for XML. */
export class Refusal {
  readonly code: RefusalCode;
  readonly path: string;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, detail: RefusalDetail = {}, path = '') {
    this.code = code;
    this.detail = detail;
    this.path = path;
  }
}

/** Shorthand for `new Refusal(…)`; reads well behind `return`. */
export function refuse(code: RefusalCode, detail?: RefusalDetail, path?: string): Refusal {
  return new Refusal(code, detail, path);
}
