"""The trust list: acceptance of documents and questions to it (docs/protocol.md, Trust list, Acceptance)."""
from documents import WRONG, check_keys, open_envelope, read_anchor, read_document
from encoding import Refused, ascending, base64url, need, sha256
from signatures import verify

CONFLICT = 'trust.conflict'


class TrustList:
    def __init__(self, pin):
        self.pin = pin
        self.chains = {country: [] for country in sorted(pin['anchors'])}
        self.chains['terms'] = []
        self.known_keys = {}
        self.domains = {}

    def numbers(self):
        return {name: len(chain) for name, chain in self.chains.items()}

    def accept(self, kind, text):
        """Takes one document; the newest one again changes nothing."""
        payload, signatures = open_envelope(text)
        document = read_document(kind, payload)
        need(document['corridor'] == self.pin['corridor'], 'trust.wrong-corridor')
        need(kind == 'terms' or document['country'] in self.pin['anchors'], 'trust.wrong-country')
        need(document['demonstration'] == self.pin['demonstration'], 'trust.demonstration-mixed')
        name = 'terms' if kind == 'terms' else document['country']
        chain, number = self.chains[name], document['number']
        need(number <= len(chain) + 1, 'trust.gap')
        verify_signatures(signatures, self.signers(name, document))
        if number <= len(chain):
            need(chain[number - 1]['payload'] == payload, CONFLICT)
            need(number == len(chain), 'trust.rollback')
            return
        if chain:
            need(document['previous'] == base64url(sha256(chain[-1]['payload'])), CONFLICT)
            need(document['issued'] >= chain[-1]['document']['issued'], WRONG)
        if kind == 'part':
            self.check_institutions(document)
            self.check_promises(document)
            self.check_terms_below(document)
            self.remember(document)
        chain.append({'payload': payload, 'document': document})

    def anchor(self, country, count):
        """The anchor in force after so many parts."""
        if count == 0:
            return self.pin['anchors'][country]
        return self.chains[country][count - 1]['document']['anchor']

    def anchor_at(self, country, issued):
        count = sum(entry['document']['issued'] <= issued for entry in self.chains[country])
        return self.anchor(country, count)

    def signers(self, name, document):
        if name == 'terms':
            anchors = [self.anchor_at(country, document['issued']) for country in self.pin['anchors']]
            need(anchors[0]['kid'] != anchors[1]['kid'], 'trust.bad-signature')
        else:
            anchors = [self.anchor(name, document['number'] - 1), document['anchor']]
        return {anchor['kid']: read_anchor(anchor) for anchor in anchors}

    def check_institutions(self, part):
        institutions = part['institutions']
        for institution in institutions:
            need(institution['id'][:2].upper() == part['country'], 'trust.foreign-institution')
            check_keys(institution)
        need(ascending([institution['id'] for institution in institutions]), WRONG)
        domains = [institution['domain'] for institution in institutions]
        need(len(set(domains)) == len(domains), WRONG)
        kids = [key['kid'] for institution in institutions for key in institution['keys']]
        need(len(set(kids)) == len(kids), WRONG)
        need(part['anchor']['kid'] not in kids, WRONG)

    def check_promises(self, part):
        for institution in part['institutions']:
            for owner, domain in self.domains.items():
                need((owner == institution['id']) == (domain == institution['domain']), CONFLICT)
            for key in institution['keys']:
                known = self.known_keys.get(key['kid'])
                if known:
                    check_key_promises(known, {**key, 'institution': institution['id']}, part['issued'])
        listed = {key['kid'] for institution in part['institutions'] for key in institution['keys']}
        chain = self.chains[part['country']]
        before = chain[-1]['document']['institutions'] if chain else []
        for key in (key for institution in before for key in institution['keys'] if key['kid'] not in listed):
            need('revokedAt' not in key, CONFLICT)
            need(key['until'] <= part['issued'], WRONG)

    def check_terms_below(self, part):
        """A new anchor does not date back under terms that the old one signed."""
        country = part['country']
        old = self.anchor(country, part['number'] - 1)
        if part['anchor'] != old:
            for entry in self.chains['terms']:
                issued = entry['document']['issued']
                need(self.anchor_at(country, issued) != old or part['issued'] > issued, CONFLICT)

    def remember(self, part):
        for institution in part['institutions']:
            self.domains[institution['id']] = institution['domain']
            for key in institution['keys']:
                self.known_keys[key['kid']] = {**key, 'institution': institution['id']}


def check_key_promises(known, key, issued):
    need(all(known[name] == key[name] for name in ('institution', 'use', 'from')), CONFLICT)
    need(known['until'] == key['until'] or min(known['until'], key['until']) >= issued, CONFLICT)
    if 'revokedAt' in known:
        need('revokedAt' in key and key['revokedAt'] <= known['revokedAt'], CONFLICT)


def verify_signatures(signatures, signers):
    code = 'trust.bad-signature'
    need({header['kid'] for header, _, _ in signatures} == set(signers), code)
    for header, signed, signature in signatures:
        algorithm, key = signers[header['kid']]
        need(header['alg'] == algorithm and verify(algorithm, key, signed, signature), code)


def did_of(institution):
    return f'did:web:{institution["domain"].replace(":", "%3A")}:{institution["id"]}'


def check_dates(key, time):
    need(key['from'] <= time < key['until'], 'trust.key-not-valid-then')


def check_usable(key, time):
    check_dates(key, time)
    need('revokedAt' not in key or time < key['revokedAt'], 'trust.key-revoked')


def check_record_key(held, issuer, kid, numbers, time):
    """Stated and proved time are one and the same in the vectors' questions."""
    country = issuer.rpartition(':')[2][:2].upper()
    chain, number = held.chains[country], numbers[country]
    need(number <= len(chain), 'trust.gap')
    named = [i for i in chain[number - 1]['document']['institutions'] if did_of(i) == issuer]
    need(named, 'trust.unknown-institution')
    keys = [key for key in named[0]['keys'] if key['kid'] == kid]
    need(keys, 'trust.unknown-key')
    need(keys[0]['use'] == 'record', 'trust.wrong-key-use')
    check_dates(keys[0], time)
    check_usable(held.known_keys[kid], time)


def usable(key, time):
    try:
        check_usable(key, time)
        return True
    except Refused:
        return False


def answer(held, question):
    time = question['time']
    if question['ask'] == 'record-key':
        try:
            check_record_key(held, question['issuer'], question['key'].split('#')[1], question['numbers'], time)
            return 'usable'
        except Refused as refusal:
            return refusal.code
    if question['ask'] == 'keys':
        wanted = question['institution'], question['use']
        keys = [key for key in held.known_keys.values() if (key['institution'], key['use']) == wanted]
        return sorted(key['kid'] for key in keys if usable(key, time))
    for name, chain in held.chains.items():
        if not chain or time > chain[-1]['document']['nextUpdate']:
            return name
    return 'fresh'
