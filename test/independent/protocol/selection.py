"""Files of selections: what was committed to, the trees, the draws, the choices (docs/protocol.md, Selections)."""
import hmac
from datetime import datetime, timezone

import log
from encoding import Refused, canonical, need, sha256, utf8
from record import read_record, verify_record
from signatures import key_of_jwk
from tree import leaf_hash, node_hash, verify_inclusion
from trust import TrustList, check_record_key, check_usable, did_of

LEAD = 600
STRICTEST_FIRST = ['open', 'pass']
FORM = {
    'file': ({'samur', 'trust', 'demonstration', 'commitment', 'secret', 'settings', 'channels'}, set()),
    'channel': ({'origin', 'start', 'notes', 'entries'}, {'before'}),
    'entry': (set(), {'jws', 'id', 'choice', 'void'}),
    'choice': ({'outcome', 'ground', 'facts', 'rerouted'}, {'criterion', 'order', 'first', 'ended', 'decided'}),
    'rerouted': ({'outcome', 'reason', 'by', 'at'}, {'record'}),
    'decided': ({'jws', 'after'}, set()),
    'ended': ({'jws', 'origin', 'index', 'proof'}, set()),
    'settings': ({'heavy', 'random', 'expected'}, set()),
}


def has_form(kind, value):
    required, optional = FORM[kind]
    need(set(value) <= required | optional, 'input.unknown-member')
    need(required <= set(value), 'input.missing-member')


def keyed(key, message):
    return hmac.new(key, message, 'sha256').digest()


def draw_of(secret, record_id, root):
    return keyed(secret, b'samur-selection\x00' + bytes.fromhex(record_id) + root)


def iso(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')


def seconds_of(text):
    return datetime.fromisoformat(text.replace('Z', '+00:00')).timestamp()


def institutions(held):
    return {i['id']: i for name, chain in held.chains.items() if name != 'terms'
            for entry in chain for i in entry['document']['institutions']}


def verifier_keys(held, institution, use, name, kind):
    for kid, key in held.known_keys.items():
        if (key['institution'], key['use']) == (institution, use):
            public = key_of_jwk(key['jwk'], 'trust.malformed')[1]
            key_id = sha256(utf8(name) + b'\n' + bytes([kind]) + public)[:4]
            yield key, log.VerifierKey(name, kind, public, key_id)


def open_cosigned(held, text, origin, sender, recipient):
    """Checkpoint and time of the cosignature."""
    logs = list(verifier_keys(held, sender, 'checkpoint', origin, log.LOG))
    note, checkpoint = log.open_checkpoint(text, origin, [key for _, key in logs])
    name = f'{institutions(held)[recipient]["domain"]}/{recipient}'
    times = []
    for key, named in verifier_keys(held, recipient, 'mirror', name, log.COSIGNER):
        try:
            time = log.open_cosignature(note, named)
        except Refused as refusal:
            need(refusal.code == 'log.no-cosignature', refusal.code)
            continue
        check_usable(key, iso(time))
        times.append(time)
    need(times, 'evidence.no-cosignature')
    return checkpoint, min(times)


def open_record(held, jws, time):
    record = read_record(jws)
    payload = record['payload']
    kid = record['header']['kid'].partition('#')[2]
    check_record_key(held, payload['issuer'], kid, payload['samur']['trust'], iso(time))
    verify_record(record, *key_of_jwk(held.known_keys[kid]['jwk'], 'trust.malformed'))
    return record


def open_commitment(held, proved):
    record = read_record(proved['jws'])
    issuer = record['payload']['samur']['issuer']
    domain = institutions(held)[issuer]['domain']
    receipts = {}
    for text in proved['proofs']:
        index, hashes, note = log.parse_tlog_proof(text)
        origin = log.parse_checkpoint(log.parse_note(note).text).origin
        recipient = origin.split('/')[1]
        need(origin.startswith(f'{domain}/') and recipient in record['payload']['samur']['to'], 'log.wrong-origin')
        checkpoint, time = open_cosigned(held, note, origin, issuer, recipient)
        verify_inclusion(index, checkpoint.size, checkpoint.root, bytes.fromhex(record['id']), hashes)
        receipts[recipient] = min(time, receipts.get(recipient, time))
    need(receipts, 'evidence.no-cosignature')
    open_record(held, proved['jws'], min(receipts.values()))
    samur, claims = record['payload']['samur'], record['payload']['credentialSubject']
    known = (samur['profile'], samur['type'], claims.get('selection')) == ('samples', 'pledge', 'samples/opening')
    need(known, 'selection.unknown')
    return record['id'], issuer, claims, receipts


def grown(subtrees, leaf):
    """Perfect subtrees as (width, root), with one more leaf."""
    subtrees = subtrees + [(1, leaf)]
    while len(subtrees) > 1 and subtrees[-1][0] == subtrees[-2][0]:
        (width, left), (_, right) = subtrees[-2:]
        subtrees = subtrees[:-2] + [(2 * width, node_hash(left, right))]
    return subtrees


def root_over(subtrees):
    root = subtrees[-1][1] if subtrees else sha256(b'')
    for _, left in reversed(subtrees[:-1]):
        root = node_hash(left, root)
    return root


def id_of(entry):
    need(('jws' in entry) != ('id' in entry) and ('jws' in entry or 'choice' not in entry), 'selection.incomplete')
    return sha256(utf8(entry['jws'].rpartition('.')[0])).hex() if 'jws' in entry else entry['id']


def open_channel(held, channel, institution, until, begins):
    """Sender; sizes shown; (index, id, root, time, entry) of every entry."""
    has_form('channel', channel)
    domain, recipient, generation = channel['origin'].split('/')
    senders = [i['id'] for i in institutions(held).values() if i['domain'] == domain and i['id'] != institution]
    need(senders and recipient == institution and int(generation) >= 1, 'log.wrong-origin')
    start, given, bare = channel['start']['size'], channel['start']['subtrees'], 'selection.incomplete'
    widths = [1 << bit for bit in reversed(range(start.bit_length())) if start >> bit & 1]
    need(len(widths) == len(given) and ('before' in channel or start == 0), bare)
    subtrees = [(width, bytes.fromhex(root)) for width, root in zip(widths, given)]
    if 'before' in channel:
        checkpoint, time = open_cosigned(held, channel['before'], channel['origin'], senders[0], institution)
        need(time < begins(senders[0]), 'selection.outside-period')
        need((checkpoint.size, checkpoint.root) == (start, root_over(subtrees)), 'exchange.root-mismatch')
    opened, size, last, entries = [], start, 0, channel['entries']
    sizes = [start]
    for text in channel['notes']:
        checkpoint, time = open_cosigned(held, text, channel['origin'], senders[0], institution)
        need(last <= time < until, 'selection.outside-period')
        need(size < checkpoint.size <= start + len(entries), bare)
        for index in range(size, checkpoint.size):
            entry = entries[index - start]
            has_form('entry', entry)
            subtrees = grown(subtrees, leaf_hash(bytes.fromhex(id_of(entry))))
            opened.append((index, id_of(entry), checkpoint.root, time, entry))
        need(root_over(subtrees) == checkpoint.root, 'exchange.root-mismatch')
        size, last = checkpoint.size, time
        sizes.append(size)
    need(len(opened) == len(entries), bare)
    return senders[0], sizes, opened


def choose(settings, claims, facts, draw, before):
    """`samples/opening`."""
    if claims['grams'] >= settings['heavy'] and facts.get('known') is not True:
        return {'outcome': 'open', 'ground': 'weight', 'criterion': 'heavy'}
    if int.from_bytes(draw[:4], 'big') * 10**6 // 2**32 < settings['random']:
        return {'outcome': 'open', 'ground': 'random'}
    if before['byOutcome'].get('open', 0) * 10**6 < settings['expected'] * before['total']:
        return {'outcome': 'open', 'ground': 'top-up'}
    return {'outcome': 'pass', 'ground': 'none'}


def told(choice):
    return {name: choice[name] for name in ('outcome', 'ground', 'criterion') if name in choice}


def ends(institution, record):
    samur, claims = record['payload']['samur'], record['payload']['credentialSubject']
    known = (samur['issuer'], samur['profile'], samur['type'], claims.get('last'))
    return known == (institution, 'samples', 'clearance', True) and 'about' in samur


def ended_record(held, institution, later, shown):
    """Id of the record that is over, as the tree shows that the later one's basis names."""
    has_form('ended', shown)
    named = [one for one in later['payload']['samur']['basis'] if one['origin'] == shown['origin']]
    domain, recipient, _ = (shown['origin'].split('/') + ['', ''])[:3]
    towards = (institutions(held)[institution]['domain'], later['payload']['samur']['issuer'])
    need(named and (domain, recipient) == towards, 'selection.not-ended')
    try:
        form = read_record(shown['jws'])
        record = open_record(held, shown['jws'], seconds_of(form['payload']['validFrom']))
        verify_inclusion(shown['index'], named[0]['size'], bytes.fromhex(named[0]['root']), bytes.fromhex(record['id']),
                         [bytes.fromhex(one) for one in shown['proof']])
    except Refused as refusal:
        raise Refused('selection.not-ended') from refusal
    need(ends(institution, record), 'selection.not-ended')
    return record['payload']['samur']['about']['id']


def key_is_over(groups, key, choice, record, ended):
    """Where a key is told to be over, by the end of one of those that are one under it."""
    if 'ended' not in choice:
        return False
    both = [groups.get(ended(record, choice['ended'])), groups.get(key)]
    good = both[0] is both[1] if all(both) else all(one is None or one['since'] < 0 for one in both)
    need(good, 'selection.not-ended')
    return True


def same_first(group, first):
    parts = (first['commitment'], first['record'], first['draw'], first['before'], told(first['choice']))
    return parts == (group['commitment'], group['record'], group['draw'].hex(), group['before'], told(group['choice']))


def one_with(groups, unsure, key, about, over, choice, commitment):
    """The group that a record belongs to: None where it begins one."""
    followed, keyed = groups.get(about), None if over else groups.get(key)
    known = sorted((one for one in (followed, keyed) if one), key=lambda one: one['since'])
    first, bad = choice.get('first'), 'selection.first-differs'
    if first is None:
        need(known[0]['since'] >= 0 if known else over or key not in unsure, bad)
        return known[0] if known else None
    need(first['commitment'] != commitment, bad)
    group = groups.get(first['record'])
    if (about is None or followed) and (over or keyed):
        need(any(group is one for one in known), bad)
    need(group is None or same_first(group, first), bad)
    return group or {**first, 'draw': bytes.fromhex(first['draw']), 'since': -1}


def make_again(records, settings, secret, commitment, ended, witnessed):
    """Draws and choices in order; how many rest on an earlier file."""
    groups, unsure, made, unproved = {}, set(), [], 0
    total, opened = 0, 0
    for record, root, choice in records:
        claims, samur = record['payload']['credentialSubject'], record['payload']['samur']
        about, key = samur['about']['id'] if 'about' in samur else None, 'key ' + claims['truck']
        over = key_is_over(groups, key, choice, record, ended)
        if not over:
            sizes = {one['origin']: one['size'] for one in samur['basis']}
            gone = [groups.get(about_) for about_, origin, index in witnessed if index < sizes.get(origin, 0)]
            need(not any(one is not None and one is groups.get(key) for one in gone), 'selection.end-not-shown')
        group = one_with(groups, unsure, key, about, over, choice, commitment)
        begins = group is None
        if begins:
            draw, before = draw_of(secret, record['id'], root), {'total': total, 'byOutcome': {'open': opened}}
            group = {'commitment': commitment, 'record': record['id'], 'draw': draw, 'before': before, 'since': len(made)}
            group['choice'] = choose(settings, claims, choice['facts'], draw, before)
            total, opened = total + 1, opened + (group['choice']['outcome'] == 'open')
        else:
            unproved += group['since'] < 0 and group['record'] not in groups
            again = choose(settings, claims, choice['facts'], group['draw'], group['before'])
            if (again['outcome'], group['choice']['outcome']) == ('open', 'pass'):
                group['choice'] = again
        followed = groups.get(about)
        groups.update({name: group for name in [record['id'], group['record']] if name not in groups})
        if over or group['since'] >= 0 or about is None or (followed and followed is not group):
            unsure.discard(key)
            if over or key not in groups:
                groups[key] = group
        elif key not in groups:
            unsure.add(key)
        need(told(choice) == told(group['choice']), 'selection.choice-differs')
        made.append({'id': record['id'], 'draw': group['draw'].hex(), **told(group['choice'])})
    return made, unproved


def applied(institution, record):
    """What the institution states that it decided under; None for any other record."""
    samur, claims = record['payload']['samur'], record['payload']['credentialSubject']
    known = (samur['issuer'], samur['profile'], samur['type']) == (institution, 'samples', 'clearance')
    outcome = claims.get('outcome') if known and 'about' in samur else None
    return outcome if outcome in STRICTEST_FIRST else None


def open_decision(held, institution, about, shown):
    has_form('decided', shown)
    try:
        form = read_record(shown['jws'])
        record = open_record(held, shown['jws'], seconds_of(form['payload']['validFrom']))
    except Refused as refusal:
        raise Refused('selection.not-decided') from refusal
    outcome = applied(institution, record)
    need(outcome is not None and record['payload']['samur']['about']['id'] == about, 'selection.not-decided')
    return record['id'], outcome


def check_decided(held, institution, about, chosen, choice, witnessed):
    """Each decision against what held before it: what was chosen, or the change before."""
    for one in choice['rerouted']:
        has_form('rerouted', one)
    changes, least, made, shown = choice['rerouted'], 0, [], set()
    for one in choice.get('decided', []):
        record, outcome = open_decision(held, institution, about, one)
        need(least <= one['after'] <= len(changes), 'selection.not-decided')
        before = ([chosen] + [change['outcome'] for change in changes])[one['after']]
        rank, least = STRICTEST_FIRST.index(outcome) - STRICTEST_FIRST.index(before), one['after']
        need(rank <= 0, 'selection.milder-stated')
        if rank < 0:
            change = changes[one['after']] if one['after'] < len(changes) else {}
            need((change.get('record'), change.get('outcome')) == (record, outcome), 'selection.reroute-missing')
            made, least = made + [one['after']], one['after'] + 1
        shown.add(record)
    need(all('record' not in change or at in made for at, change in enumerate(changes)), 'selection.not-decided')
    need(all(record in shown for subject, record in witnessed if subject == about), 'selection.decision-not-shown')


def in_order(records):
    place, placed = -1, []
    for record in records:
        place = record[2].get('order', place + 1)
        placed.append((place, record))
    return [record for _, record in sorted(placed, key=lambda one: one[0])]


def check_witness(held, witness, origin, sender, institution, sizes, chosen):
    for shown in (one for one in witness['asOf'] if one['origin'] == origin):
        checkpoint, _ = open_cosigned(held, shown['checkpoint'], shown['origin'], sender, institution)
        if checkpoint.size not in sizes:
            before = max(size for size in sizes if size < checkpoint.size)
            need(not any(before <= index < checkpoint.size for index in chosen), 'selection.note-missing')


def proved_by(held, institution, witness):
    """What a witness proves: every end, as (id of what is over, origin, index), and every decision, as (of what, id)."""
    ended, decided = [], []
    for proved in witness['records']:
        for text in proved['proofs']:
            index, hashes, note = log.parse_tlog_proof(text)
            origin = log.parse_checkpoint(log.parse_note(note).text).origin
            checkpoint, time = open_cosigned(held, note, origin, institution, origin.split('/')[1])
            record = open_record(held, proved['jws'], time)
            verify_inclusion(index, checkpoint.size, checkpoint.root, bytes.fromhex(record['id']), hashes)
            if ends(institution, record):
                ended.append((record['payload']['samur']['about']['id'], origin, index))
            if applied(institution, record) is not None:
                decided.append((record['payload']['samur']['about']['id'], record['id']))
    return ended, decided


def sort(held, entries):
    """What was to be chosen from, with how many are not shown and how many are void."""
    chosen, hidden, void = [], 0, 0
    for index, _, root, time, entry in entries:
        if 'jws' not in entry:
            hidden += 1
            continue
        record = open_record(held, entry['jws'], time)
        batch = record['payload']['samur']['type'] == 'batch'
        need(batch or 'choice' not in entry, 'selection.not-to-be-chosen')
        need(not batch or 'choice' in entry or entry.get('void'), 'selection.not-chosen')
        void += 'void' in entry
        if batch and 'choice' in entry:
            has_form('choice', entry['choice'])
            chosen.append((index, time, (record, root, entry['choice'])))
    return chosen, hidden, void


def check(vector):
    file = vector['file']
    has_form('file', file)
    need(file['samur'] == 'selections/1', 'input.bad-value')
    need(file['demonstration'] == vector['pin']['demonstration'], 'trust.demonstration-mixed')
    held = TrustList(vector['pin'])
    for kind, texts in [('part', text) for text in file['trust']['parts'].values()] + [('terms', file['trust']['terms'])]:
        for text in texts:
            held.accept(kind, text)
    commitment, institution, claims, receipts = open_commitment(held, file['commitment'])
    secret, settings = bytes.fromhex(file['secret']), file['settings']
    need(sha256(secret).hex() == claims['secret'], 'selection.wrong-secret')
    need(set(settings) == FORM['settings'][0] and all(type(n) is int for n in settings.values()), 'selection.wrong-settings')
    need(keyed(secret, utf8(canonical(settings))).hex() == claims['settings'], 'selection.wrong-settings')

    def begins(sender):
        return max(seconds_of(claims['from']), receipts.get(sender, float('inf')) + LEAD)

    origins = [channel['origin'] for channel in file['channels']]
    need(len(set(origins)) == len(origins), 'selection.incomplete')
    opened = [open_channel(held, one, institution, seconds_of(claims['until']), begins) for one in file['channels']]
    ended, decided = proved_by(held, institution, vector['witness']) if 'witness' in vector else ([], [])
    counts = {'decided': 0, 'rerouted': 0, 'notShown': 0, 'unproved': 0, 'moved': 0, 'withoutEffect': 0}
    draws = []
    for origin, (sender, sizes, entries) in zip(origins, opened):
        chosen, hidden, void = sort(held, entries)
        records = [record for _, _, record in chosen]
        made, unproved = make_again(
            in_order(records), settings, secret, commitment,
            lambda record, shown: ended_record(held, institution, record, shown), ended)
        need(all(time >= begins(sender) for _, time, _ in chosen), 'selection.committed-late')
        if 'witness' in vector:
            check_witness(held, vector['witness'], origin, sender, institution, sizes, [index for index, _, _ in chosen])
        draws += made
        outcomes = {one['id']: one['outcome'] for one in made}
        for record, _, choice in records:
            check_decided(held, institution, record['id'], outcomes[record['id']], choice, decided)
        counts['decided'] += sum(choice.get('decided', []) != [] for _, _, choice in records)
        counts['notShown'] += hidden
        counts['withoutEffect'] += void
        counts['unproved'] += unproved
        counts['rerouted'] += sum(choice['rerouted'] != [] for _, _, choice in records)
        counts['moved'] += sum('order' in choice for _, _, choice in records)
    absent = sorted(set(institutions(held)) - {institution} - {sender for sender, _, _ in opened})
    return {
        'verdict': 'holds', 'draws': draws, **{name: count for name, count in counts.items() if count},
        **({'absent': absent} if absent else {}),
    }


def example():
    """Digest of the secret, digest of the settings, draw, as docs/protocol.md shows them."""
    secret = sha256(b'samur')
    draw = draw_of(secret, sha256(b'record').hex(), sha256(b'root'))
    return sha256(secret).hex(), keyed(secret, b'{"heavy":5000}').hex(), draw.hex()
