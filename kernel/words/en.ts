import type { RefusalCode } from '../refusal.ts';

/** English sentences. Marks stand only inside round brackets, in parts parted by `; `, so that each can fall away. */
export const en: Readonly<Record<RefusalCode, string>> = {
  'input.too-large': 'The data are too large (limit: {limit}). Reduce them and send them again.',
  'input.too-deep':
    'The data are nested too deeply (limit: {limit} levels). Simplify their structure and send them again.',
  'input.not-utf8': 'The text is not valid UTF-8. Save it as UTF-8 and send it again.',
  'input.not-json': 'The data are not valid JSON. Check the file or the program that sent it.',
  'input.not-canonical':
    'The data are not written in the single permitted form. The program that sent them must be corrected.',
  'input.bad-base64': 'The encoded data are damaged or are not valid base64url. Check the source and send them again.',
  'input.unknown-member':
    'The data contain a field that is not provided for ({name}). Remove it or check its spelling.',
  'input.missing-member': 'A required field is missing ({name}). Fill it in and try again.',
  'input.bad-value':
    'The value of a field is not acceptable (field: {name}; expected: {expected}). Correct it and try again.',

  'record.malformed': 'This is not a signed record in the expected form. Request the record again from its issuer.',
  'record.bad-header': 'The technical header of the record is not acceptable. Notify the issuing institution.',
  'record.bad-payload': 'The content of the record does not follow the required form. Notify the issuing institution.',
  'record.unsupported-algorithm':
    'The signature algorithm of the record is not supported here ({name}). Ask the issuing institution to use a supported one.',
  'record.non-canonical-signature':
    'The signature is not written in its single permitted form, so the record is not accepted. Notify the issuing institution.',
  'record.bad-signature':
    'The signature does not match the record, which may have been altered. Do not rely on it; contact the issuing institution.',
  'record.unknown-type':
    'This type or version of record is not known here ({name}; {type}; {number}). Ask the administrator whether the server needs an update.',
  'record.bad-claims': 'The details in the record are incomplete or incorrect. Correct the indicated fields.',
  'record.not-entitled':
    'The institution is not authorised for records of this type ({institution}; required function: {function}). Check the trust list.',
  'record.wrong-recipients':
    'The named recipients are not permitted for this type of record ({institution}; expected: {expected}). Choose the recipients again.',
  'record.not-addressed-here':
    'The record is addressed to another institution and cannot be accepted here. Send it to the recipient named in it.',
  'record.time-decreases':
    'The stated time is earlier than that of the previous record on this channel. Check the clock of the issuing server.',
  'record.time-ahead': 'The stated time of the record lies in the future. Check the clocks of both servers.',
  'record.time-before-basis':
    'The stated time of the record is earlier than the information it relies on. Check the clock of the issuing server.',
  'record.annex-missing':
    'An annex named in the record is missing ({name}). Attach it or request it from the issuing institution.',
  'record.annex-mismatch':
    'An annex differs from the one named in the record ({name}). Request the original annex from the issuing institution.',
  'record.unknown-id':
    'There is no record with this identifier here. Check the identifier or contact the issuing institution.',

  'trust.malformed': 'The trust list is not in the expected form. Obtain it again from the competent authority.',
  'trust.bad-signature':
    'The signature of the trust list is not valid. Do not use the list; obtain it again from the competent authority.',
  'trust.wrong-corridor':
    'The trust list belongs to another corridor ({name}; expected: {expected}; received: {found}). Obtain the list of this corridor.',
  'trust.wrong-country':
    'This part of the trust list belongs to another country (expected: {expected}; received: {found}). Obtain the part of the expected country.',
  'trust.foreign-institution':
    'A national part of the trust list names an institution of another country ({institution}). Each part may name only its own institutions.',
  'trust.rollback':
    'This trust list is older than the one already held (held: {held}; received: {number}). Obtain the latest list.',
  'trust.conflict':
    'Two different trust lists bear the same number ({part}; {number}). Do not use the new one; notify the competent authority.',
  'trust.gap':
    'An intermediate trust list is missing ({part}; expected: {expected}; received: {number}). Obtain the missing numbers first.',
  'trust.stale':
    'The trust list is past its update time ({part}; {number}), so present validity cannot be confirmed. Obtain the latest list.',
  'trust.unknown-institution':
    'The institution is not in the trust list ({institution}). Check its name or obtain the latest list.',
  'trust.unknown-key':
    'The key is not in the trust list ({institution}; {kid}). Obtain the latest list or contact the institution.',
  'trust.key-not-valid-then':
    'The key was not valid at the time of signing ({institution}; {kid}). Ask the institution to issue the record again.',
  'trust.key-revoked':
    'The key has been revoked ({institution}; {kid}), and nothing proves an earlier signature. Ask the institution to sign with a valid key.',
  'trust.wrong-key-use':
    'The key is listed for another purpose ({institution}; {kid}). Ask the institution to use the key intended for this one.',
  'trust.demonstration-mixed':
    'Demonstration data and real data may not be mixed. Use a trust list and a data folder of the same kind.',
  'trust.version-decreases':
    'The record names an older trust list or set of requirements than the record before it. Notify the issuing institution.',

  'log.malformed-note':
    'A signed note of the log is not in the expected form. Request it again or notify the administrator.',
  'log.malformed-checkpoint':
    'The log checkpoint is not in the expected form. Request it again or notify the administrator.',
  'log.wrong-origin':
    'The log checkpoint belongs to another channel (received: {origin}). Request that of this channel.',
  'log.bad-signature':
    'The signature of the log checkpoint is not valid ({name}). Do not rely on it; contact the institution that keeps the log.',
  'log.bad-cosignature':
    'The cosignature of the recipient is not valid ({name}), so receipt is not proved. Contact the receiving institution.',
  'log.no-cosignature':
    'The log checkpoint has no cosignature of the recipient ({name}), so receipt is not proved. Contact the receiving institution.',
  'log.malformed-key':
    'The log key is not written in the expected form. Obtain it again from the institution that keeps the log.',
  'log.no-misconduct': 'The evidence given does not prove a violation in the log. Check which files were given.',
  'log.malformed-tile': 'A part of the log is damaged or incomplete. Request it again.',
  'log.malformed-bundle': 'A group of log entries is damaged or incomplete. Request it again.',
  'log.malformed-proof': 'The proof is not in the expected form. Request it again.',
  'log.bad-inclusion':
    'The proof does not show that the record is in the log. Request the proof again from the issuing institution.',
  'log.bad-consistency':
    'The log does not continue its earlier state and may have been rewritten. Keep both states as evidence and notify the administrator.',
  'log.index-out-of-range':
    'The log has no entry with this number (number: {index}; entries: {size}). Check the number.',

  'exchange.not-next':
    'The entries do not follow the last one received (expected: {expected}; received: {found}). Send from the expected number.',
  'exchange.shrinks':
    'The channel is shorter than it was before (before: {expected}; now: {found}). Notify the administrators of both institutions.',
  'exchange.forked':
    'Two different histories of the same channel have been shown. Keep both as evidence and notify both institutions.',
  'exchange.root-mismatch':
    'The entries do not match the stated checksum of the channel. Send them again or notify the administrator.',
  'exchange.unknown-channel':
    'There is no such channel here ({name}). Check the names of both institutions in the trust list.',
  'exchange.generation-closed': 'This generation of the channel is closed. Use the current generation.',
  'exchange.generation-not-accepted':
    'The recipient has not yet accepted the new generation of the channel. Wait or contact the receiving institution.',
  'exchange.bad-opening':
    'The opening entry of the new channel generation is not valid. Notify the sending institution.',
  'exchange.too-many': 'The delivery contains too many entries (limit: {limit}). Send them in smaller groups.',

  'basis.missing-channel':
    'The record does not state what its issuer had received on a required channel ({name}). Notify the issuing institution.',
  'basis.shrinks':
    'The record relies on an older state of a channel than the previous record ({name}). Notify the issuing institution.',
  'basis.below-cosigned':
    'The record relies on an older state of a channel than its issuer had confirmed ({name}; stated: {size}; confirmed: {expected}). Notify the issuing institution.',
  'basis.unknown-size':
    'The record relies on a state of a channel that is not held here ({name}). Wait for the missing entries to arrive.',
  'basis.root-mismatch':
    'The record states a different history of a channel from the one held here ({name}). Keep both as evidence and notify the administrator.',
  'basis.feigned-ignorance':
    'The record disregards information that its issuer had provably received, or had issued itself ({name}). It must be issued again with account taken of it.',

  'state.out-of-turn':
    'This step is not possible in the present state of the record. Reload the record and choose a permitted step.',
  'state.unknown-subject':
    'The record referred to is not held here. Check the reference or wait until that record arrives.',
  'state.not-a-party':
    'The institution is neither issuer nor recipient of the record and may not act on it. Check which record is meant.',
  'register.not-owner':
    'Only the institution responsible for this register entry may change it. Contact that institution.',
  'ledger.not-debiter':
    'The institution may not write off quantities from this account. Contact the institution entitled to do so.',
  'ledger.not-creditor':
    'The institution may not add quantities to this account. Contact the institution entitled to do so.',
  'ledger.insufficient':
    'The account does not hold enough (account: {account}; available: {available} {unit}; asked for: {asked} {unit}). Reduce the quantity.',
  'ledger.frozen': 'The account is frozen. Wait for the settlement record of the other institution.',
  'ledger.unknown-account':
    'There is no account for these details. Check them or wait for the record that opens the account.',
  'ledger.bad-unit':
    'The unit of measure differs from that of the account (expected: {expected}; received: {unit}). Correct the unit.',
  'ledger.bad-amount':
    'The quantity is not acceptable ({amount}). Enter a positive number with no more decimal places than permitted.',
  'rule.broken': 'The record breaks a rule agreed for its type ({name}). Correct the indicated fields.',
  'approval.bad-assertion':
    'The approval by an officer does not hold. Approve the record anew; tell the issuer of a record received.',
  'approval.unknown-officer':
    'The key of the officer is not enrolled, or not for this kind of approval. Enrol the key or turn to another officer.',
  'approval.changed':
    'What the record rests on has changed since it was prepared, so nothing was signed. Look at it again and approve it anew.',
  'approval.expired':
    'The record is not prepared for approval here any more. Prepare it anew and approve it within five minutes.',
  'approval.second-person':
    'This record is approved by two different persons. Ask a colleague who may sign for the second approval.',
  'approval.not-enrolled':
    'You have no key enrolled for approvals with this institution. Register a passkey and have it confirmed.',

  'profile.invalid': 'The profile contains errors and was not loaded ({profile}; {name}). Notify its developer.',
  'profile.precedence-missing':
    'The profile does not state which of two crossing events takes effect first ({profile}; {type}; {event}). Notify its developer.',
  'profile.ledger-not-offered':
    'The profile uses a ledger that no loaded profile offers ({profile}; {ledger}). Load the profile that offers it.',
  'profile.unknown': 'The profile is not in use here ({name}). Contact the administrator.',

  'evidence.malformed': 'The evidence file is damaged or not in the expected form. Obtain it again.',
  'evidence.wrong-record': 'The evidence file belongs to another record. Obtain the evidence file of this record.',
  'evidence.no-cosignature':
    'The evidence file has no cosignature of the recipient, so receipt and its time are not proved. Obtain a complete file.',
  'evidence.too-old': 'The evidence is too old to show the present state. Obtain a newer evidence file.',

  'selection.unknown':
    'The selection that the file names is not known here. Check the file with a program that has the profile which declares it.',
  'selection.wrong-secret':
    'The secret that was revealed is not the one whose hash the commitment states: the file is of another period, or the secret was replaced. Ask for the right file.',
  'selection.wrong-settings':
    'The settings that were revealed are not those that the commitment binds, or cannot be read. Ask for the settings of the period.',
  'selection.incomplete':
    'The file of selections does not hold the entries of the channel whole and in order. Ask for a complete file.',
  'selection.outside-period': 'The checkpoint was cosigned at {time}, which does not fit the period of the commitment.',
  'selection.committed-late':
    'The sender had not confirmed receipt of the commitment before records were chosen: {institution}, {count} chosen.',
  'selection.not-chosen': 'The record was to be chosen from, and the file tells no choice for it.',
  'selection.not-to-be-chosen': 'The file tells a choice for a record that is not chosen from, or that does not hold.',
  'selection.choice-differs': 'The choice made again differs from the one told: {found} instead of {told}.',
  'selection.first-differs':
    'For a record that was sent again the first choice is not the one that the file of its period shows.',
  'selection.not-ended':
    'The record shown does not end what was chosen before, or its sender had not cosigned it by then.',
  'selection.end-not-shown':
    'A sender shows that what was chosen before had ended by then, so a new draw was due (record {record}).',
  'selection.note-missing':
    'The file leaves out a checkpoint of size {size} that the institution had cosigned: the choice was to follow from it.',
  'selection.milder-stated':
    'A milder outcome is stated than the one that holds for this record. State that one, or first choose otherwise on the page of the record, with a reason.',
  'selection.reroute-missing':
    'A stricter outcome is stated than the one that held, and the file shows no change to it (record {record}).',
  'selection.not-decided':
    'What is shown as a decision is none about this record, or does not fit the changes shown with it.',
  'selection.decision-not-shown':
    'A sender shows a decision about this record that the file leaves out (record {record}).',

  'paper.not-samur':
    'This is not a Samur code. Scan the square code printed on the document, or type its number and check code.',
  'paper.malformed':
    'The code or file is damaged, so nothing in it can be trusted. Scan it again in better light, or type the number and the check code.',
  'paper.unknown-dictionary':
    'The code was packed with a dictionary that is not known here ({id}). Update this page or program, or type the number and the check code.',
  'paper.no-record':
    'The PDF file carries no signed record. Ask for the file as it was issued, or scan the code printed on it.',
  'paper.none': 'There is no printed form for records of this type.',
  'paper.no-such-number':
    'No document is known here under this number with this check code. Compare both with the paper, sign by sign.',
  'status.malformed': 'The status list is not in its proper form. It was not used; ask its issuer.',
  'status.wrong-list': 'The status list is not the one that the record names. It was not used.',
  'status.stale': 'The status list is too old (valid until {time}). Ask again when there is a connection.',
  'request.unsigned': 'The request is not signed. Set up the sending server to sign its requests.',
  'request.bad-signature':
    'The signature of the request is not valid. Check the key and the address of the sending server.',
  'request.bad-digest': 'The content of the request does not match its stated checksum. Send it again.',
  'request.replayed': 'This request has already been received. Sign and send a new one.',
  'request.outside-window':
    'The time of the request is outside the permitted interval (limit: {limit} s). Check the clocks of both servers.',
  'request.wrong-host':
    'The request was sent to an address that this server does not serve ({name}). Use the address given by the administrator.',
  'request.forwarded': 'The server does not accept requests passed on by another server. Connect to it directly.',
  'request.not-found': 'Nothing was found at this address. Check the address.',
  'request.method-not-allowed':
    'This address does not accept requests with this method (accepted: {expected}). Change the method.',
  'request.unsupported-media-type':
    'This format is not accepted here (expected: {expected}; received: {found}). Send the data in a permitted format.',
  'request.idempotency-conflict':
    'A request with the same identifier but different content was received earlier. Use a new identifier.',
  'request.too-many': 'Too many requests were sent in a short time. Try again later (after: {seconds} s).',
  'access.token-missing': 'Access requires signing in. Sign in or provide an access token.',
  'access.token-unknown': 'The access token is not valid or has expired. Sign in again or request a new token.',
  'access.not-allowed': 'Your role does not permit this action. Contact the administrator of your institution.',
  'access.no-session': 'There is no session, or it has ended. Sign in again.',
  'access.foreign-origin': 'The request came from another site and is not accepted. Act on the page of the workbench.',
  'access.bad-passkey': 'The passkey was not accepted. Try again or use another passkey.',
  'access.bad-invitation':
    'The invitation link is not valid: it was used or has expired. Ask the administrator for a new one.',
  'access.bad-recovery-code': 'The recovery code was not accepted. Check it or contact the administrator.',
  'access.last-administrator': 'This is the last administrator of the institution. Appoint another one first.',
  'access.last-passkey': 'This is the last passkey. Add another one first.',
  'access.no-origin': 'The settings of this server name no address at which people sign in. Contact the administrator.',
  'desk.unknown': 'There is no such item, or it is not open to you.',
  'desk.changed-elsewhere': 'This was changed in another window or by someone else. Reload and try again.',
  'desk.out-of-turn': 'This is not possible in the present state. Reload and check the state.',

  'xml.doctype':
    'The XML document contains a DOCTYPE declaration, which is not accepted. Remove it and send the document again.',
  'xml.malformed': 'The document is not valid XML. Check the file or the program that created it.',
  'xml.wrong-root':
    'The XML document is of another kind (expected: {expected}; received: {found}). Choose the right document.',
  'xml.missing-element':
    'A required element is missing from the XML document ({name}). Add it and send the document again.',
  'xml.bad-value':
    'The XML document contains a value that is not acceptable (element: {name}; expected: {expected}). Correct it.',

  'config.invalid': 'The server settings contain an error (setting: {name}). Correct it and start the server again.',
  'config.data-folder': 'The data folder cannot be used ({name}). Check its location, access rights and kind.',
  'config.folder-taken':
    'A server already runs on this data folder ({name}). Use that one, or end it before starting another.',
  'config.port-taken':
    'The port is in use by another program ({number}). End that program or set another port in the server settings.',
  'config.key-file': 'The key file cannot be used ({name}). Check its location, access rights and content.',
  'server.unavailable': 'The service is temporarily unavailable. Try again later.',
  'server.data-altered': 'What is stored here is not what the signed records give. Notify the administrator.',
  'server.fault':
    'An error occurred on the server. Try again; if it recurs, notify the administrator (number: {number}).',
};
