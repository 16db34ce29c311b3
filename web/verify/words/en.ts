/** What the page says while it works and when it has an answer. Marks in curly brackets are filled. */
export const en = {
  // While it works.
  working: 'Checking…',
  'picture-reading': 'Looking for the code in the picture…',
  'too-old-browser':
    'This browser is too old to check documents itself. Update it, or ask by number and check code on the status page.',
  fault: 'The page could not finish the check. Reload it and try again.',
  // Camera.
  'camera-starting': 'Starting the camera…',
  'camera-looking': 'Hold the square code so that it fills the picture. It is read by itself.',
  'camera-denied':
    'The camera was not allowed. Allow it for this page in the browser settings, or choose a file or a photograph instead.',
  'camera-absent': 'No camera was found. Choose a file or a photograph, or type the number and the check code.',
  'camera-busy': 'The camera is in use by another program. Close that program and try again.',
  'camera-insecure':
    'The camera works only over a secure connection (https). Choose a file or a photograph, or type the number and the check code.',
  'camera-stopped': 'The camera is off.',
  'light-on': 'Switch the light on',
  'light-off': 'Switch the light off',
  // What was given cannot be checked.
  'input-title': 'Nothing could be checked',
  'input-not-ours': 'This is not a code of this system',
  'input-not-ours-more':
    'What was read is another text or another code. Scan the square code that stands beside the check code on the document.',
  'input-damaged': 'The code or the file is damaged',
  'input-damaged-more':
    'It cannot be read in full, so nothing is known about the document. Scan it again in better light, or type the number and the check code.',
  'input-pdf-empty': 'This PDF file carries no signed record',
  'input-pdf-empty-more':
    'It may be a scan, a file printed anew, or damaged. Ask for the PDF as it was issued, or scan the code printed on it.',
  'input-pdf-two': 'This PDF file carries two different signed records',
  'input-pdf-two-more':
    'Nobody could tell which of them was printed. Scan the code on the document, or ask for the PDF as it was issued.',
  'input-picture-empty': 'No code was found in the picture',
  'input-picture-empty-more':
    'Take the photograph straight from above, in good light, so that the whole square code is sharp, and try again.',
  'input-picture-broken': 'The picture cannot be opened',
  'input-picture-broken-more': 'Save it as JPEG or PNG and choose it again.',
  'input-unknown': 'A file of this kind cannot be checked',
  'input-unknown-more': 'Choose the PDF of the document, an evidence file, a signed record or a picture of the code.',
  'input-too-large': 'The file is too large',
  'input-too-large-more': 'Files of up to {limit} MB are checked here.',
  'input-empty': 'Nothing was given',
  'input-empty-more': 'Type both the number and the check code, or paste the text of the code.',
  'input-bad-code': 'The check code is not complete',
  'input-bad-code-more': 'It has twelve letters and digits in three groups, such as K7QM-2D4X-9RWA.',
  'input-evidence': 'The evidence file was changed or damaged, or this is another file',
  'input-evidence-more': 'Do not rely on what it says. Ask for the file again from whoever made it.',
  'input-needs-update': 'This code is newer than this page',
  'input-needs-update-more':
    'Connect to the network, reload the page and scan again, or type the number and the check code.',
  'input-offline': 'There is no connection to this server',
  'input-offline-more':
    'Number and check code can be looked up only with a connection. The code on the document, its PDF or an evidence file can be checked without one.',
  'input-no-such': 'Nothing is known here under this number with this check code',
  'input-no-such-more':
    'Compare both with the document, sign by sign. If they are right, the document was not issued through this system.',
  'input-too-many': 'Too many questions were asked in a short time',
  'input-too-many-more': 'Wait a minute and try again.',
  'input-server': 'This server gave no usable answer',
  'input-server-more': 'Try again later. The document itself can be checked by its code, its PDF or an evidence file.',
  // First answer: is it authentic?
  'auth-title': '1. Is the document authentic?',
  'auth-good': 'The document is authentic',
  'auth-good-more':
    'It was signed by “{issuer}” and has not been changed since. This holds for the content shown below, not for what else a paper or a file may say.',
  'auth-stale': 'The document is authentic by an out-of-date trust list',
  'auth-stale-more':
    'It was signed by “{issuer}” and has not been changed since. But the list of keys is past its update time, so a key withdrawn since would go unseen. Connect to the network and check again.',
  'auth-altered': 'Not authentic: altered or forged',
  'auth-altered-more':
    'The signature does not match the content: at least one character differs from what was signed. Do not rely on the document; contact the issuer.',
  'auth-unknown-issuer': 'Not authentic: signed by nobody known here',
  'auth-unknown-issuer-more':
    'The key that signed it is not on the trust list of this corridor. Do not rely on the document; contact the institution it names.',
  'auth-other-corridor': 'The document belongs to another corridor',
  'auth-other-corridor-more':
    'It was issued between other countries than those this page checks for. Check it on the page of that corridor.',
  'auth-not-entitled': 'Not authentic: the signer may not issue this document',
  'auth-not-entitled-more':
    'The institution that signed it, or one of those it is addressed to, does not have the required function on the trust list.',
  'auth-key-expired': 'It cannot be told whether the document is authentic',
  'auth-key-expired-more':
    'The key that signed it is no longer valid, and nothing here proves that it was signed while the key was. Ask the holder for the PDF or an evidence file, which prove the time.',
  'auth-key-not-valid': 'Not authentic: the key was not valid at that time',
  'auth-key-not-valid-more': 'It was signed with a key that was not yet, or no longer, valid. Contact the issuer.',
  'auth-needs-update': 'It cannot be told yet whether the document is authentic',
  'auth-needs-update-more':
    'The document is newer than what this page knows. Connect to the network, reload the page and check again.',
  'auth-malformed': 'Not authentic: changed or damaged',
  'auth-malformed-more':
    'It is no signed document, or no longer what was signed. Do not rely on it; ask for the document again from its issuer.',
  'auth-bad-contents': 'Not accepted: the content breaks the rules for such documents',
  'auth-bad-contents-more': 'The signature is right, but details are missing or wrong. Contact the issuer.',
  'auth-bad-proof': 'Not accepted: the proof that came with it does not hold',
  'auth-bad-proof-more':
    'The proof of registration does not belong to this document or was altered. Check the code on the paper, or ask for a new file.',
  'auth-clock': 'It cannot be told whether the document is authentic: check the clock',
  'auth-clock-more':
    'Its registration is dated later than the clock of this device shows. Set date and time of the device and check again.',
  'auth-mixed': 'Demonstration and real documents may not be mixed',
  'auth-mixed-more': 'This document and this page are not of the same kind: one of them is for demonstration only.',
  'auth-other-anchors': 'The evidence rests on other anchor keys',
  'auth-other-anchors-more':
    'Its trust list does not come from the anchor keys that this page relies on. Do not rely on it; check the code on the document instead.',
  demonstration: 'DEMONSTRATION: no legal force',
  steps: 'What was checked, step by step',
  'step-holds': 'holds',
  'step-does-not-hold': 'does not hold',
  'step-not-checked': 'could not be checked here',
  time: 'Time',
  'time-proved': 'proved: it existed by {until}',
  'time-proved-between': 'proved: made between {from} and {until}',
  'time-not-proved': 'not proved; the document states {stated}',
  kind: 'Document',
  number: 'Number',
  issuer: 'Issued by',
  recipients: 'Addressed to',
  'record-id': 'Record identifier',
  'check-code': 'Check code',
  'paper-host':
    'The paper names the server {host}. It was not asked: a forged paper could name any. This server was asked.',
  // Second answer: in which state is it now?
  'state-title': '2. What is its state?',
  'state-in-force': 'In force: {state}',
  'state-withdrawn': 'Withdrawn: do not accept it',
  'state-withdrawn-more': 'Its issuer has taken it back.',
  'state-replaced': 'Replaced: do not accept it',
  'state-replaced-more': 'Another document has taken its place. Ask the holder or the issuer for that one.',
  'state-rejected': 'Refused by the receiving side',
  'state-rejected-more': 'It has decided against the document; the state below says what was decided.',
  'state-revoked': 'No longer in force: do not accept it',
  'state-revoked-more': 'Its issuer states that it counts no more.',
  'state-no-effect': 'Without effect: do not accept it',
  'state-no-effect-more': 'It came to nothing; the state below says why.',
  'state-named': 'State: {state}',
  'state-not-marked': 'Not marked as withdrawn by its issuer',
  'state-asking': 'Asking this server…',
  'state-unknown': 'State unknown',
  'state-old': 'State known only as of {age}: {state}',
  'state-old-more': 'Anything said since is not known here. Ask again with a connection.',
  'state-not-asked': 'Not asked',
  'state-not-asked-more': 'The state of a document that is not confirmed as authentic means nothing.',
  'state-offline-more':
    'There is no connection, so nobody could be asked. Connect and check again, or give number and check code to someone who has a connection.',
  'state-not-here-more':
    'This server does not hold the document. Ask on the page of an institution that issued or received it.',
  'state-too-many-more': 'Too many questions were asked in a short time. Wait a minute and check again.',
  'state-server-more': 'This server gave no usable answer. Try again later.',
  'source-evidence': 'Proved by the evidence file',
  'source-server': 'Told by this server, not proved',
  'source-list': 'Status list signed by the issuer',
  'list-clear': 'not marked as no longer in force',
  'list-revoked': 'marked as no longer in force',
  'list-refused': 'it could not be used. {why}',
  'list-absent': 'it could not be asked for',
  'as-of': 'as of {time}; entries in the channel: {size}',
  'asked-at': 'asked at {time}',
  'valid-until': 'signed {time}, valid until {until}',
  channels: 'By channel',
  'state-as-of': 'at least as of {time}',
  // Content, annexes, file.
  'content-title': 'Content, as signed',
  'content-compare':
    'Compare it with what is printed or shown to you: a genuine code can be copied onto another document.',
  'annexes-title': 'Annexes',
  'annexes-more': 'They are not in the record; their digests are. A file is the right one if its SHA-256 is the same.',
  bytes: '{size} bytes',
  'show-all': 'Show all',
  'show-all-of': 'Show all ({count} characters)',
  download: 'Download the signed record',
  'check-another': 'Check another document',
  // Trust list.
  'trust-now': 'Trust list: {corridor}, received from this server just now.',
  'trust-kept':
    'Trust list: {corridor}, kept in this browser since {moment} ({age}). This server could not be asked for a newer one.',
  'trust-none': 'There is no trust list yet, so nothing can be checked. Connect to the network and reload the page.',
  'trust-unreadable': 'This server sent a trust list that does not hold, so it was not used: {why}',
  'trust-older': 'This server sent an older trust list than the one kept in this browser. The newer one is used.',
  'trust-other':
    'Warning: this server now names other anchor keys than on your first visit. They were not used; documents are checked with the keys kept in this browser. If the corridor has not announced new keys, do not trust this page.',
  'trust-other-kept': 'Kept in this browser',
  'trust-other-served': 'Sent by this server',
  'trust-forget': 'I have compared the keys with the announced ones: use the new keys',
  'trust-past': 'The trust list is past its update time.',
} as const;
