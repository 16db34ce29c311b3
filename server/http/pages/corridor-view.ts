/** What the pages tell of the corridor, out of the trust list. */

import { base64, concat, fromBase64url } from '../../../kernel/bytes.ts';
import type { Catalogue } from '../../../kernel/catalogue.ts';
import type { Text } from '../../../kernel/finding.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Institution } from '../../../kernel/trust/institution.ts';
import { type Jwk, publicKeyOf } from '../../../kernel/trust/jwk.ts';
import { currentInstitutions } from '../../../kernel/trust/lookup.ts';
import { countriesOf, pinJson } from '../../../kernel/trust/pin.ts';
import type { TrustList } from '../../../kernel/trust/trust-list.ts';
import type { AboutView, InstitutionView, KeyView } from '../../../web/pages/about.ts';
import type { HomeView } from '../../../web/pages/home.ts';
import type { AppOptions } from '../options.ts';

export function homeView(options: AppOptions, trust: TrustList | undefined): HomeView {
  const { corridor, demonstration, institutions } = options;
  const countries = countriesIn(trust).map(({ country, members }) => ({
    country,
    institutions: members.map(({ id, names }) => ({ id, names, here: institutions.has(id) })),
  }));
  return { corridor, demonstration, countries };
}

/** `address`: where the reader asks this server. */
export function aboutView(options: AppOptions, trust: TrustList | undefined, address: string): AboutView {
  const { corridor, institutions, catalogue } = options;
  const pin = trust === undefined ? '' : JSON.stringify(pinJson(trust.pin), undefined, 2);
  const countries = countriesIn(trust).map(({ country, members }) => ({
    country,
    anchors: anchorsOf(trust, country),
    institutions: members.map((one) => institutionView(one, institutions.has(one.id), catalogue)),
  }));
  return { corridor, now: options.now(), address, pin, countries, trust: numbersOf(trust) };
}

function countriesIn(trust: TrustList | undefined) {
  if (trust === undefined) return [];
  const all = currentInstitutions(trust);
  return countriesOf(trust.pin).map((country) => ({
    country,
    members: all.filter((one) => one.country === country),
  }));
}

function anchorsOf(trust: TrustList | undefined, country: string): readonly KeyView[] {
  const pinned = trust?.pin.anchors[country];
  const now = trust?.chains.get(country)?.parts.at(-1)?.part.anchor;
  const both = pinned && now && now.kid !== pinned.kid ? [pinned, now] : pinned ? [pinned] : [];
  return both.map((anchor) => keyView(anchor.kid, anchor));
}

function institutionView(
  { id, names, functions, keys }: Institution,
  here: boolean,
  catalogue: Catalogue,
): InstitutionView {
  return {
    id,
    names,
    here,
    functions: [...functions].map((name) => functionTitle(name, catalogue)),
    keys: [...keys.values()]
      .toSorted((a, b) => useOrder.indexOf(a.use) - useOrder.indexOf(b.use) || b.from - a.from)
      .map(({ kid, jwk, use, from, until, revokedAt }) => ({
        ...keyView(kid, jwk),
        use,
        from,
        until,
        ...(revokedAt !== undefined && { revokedAt }),
      })),
  };
}

const useOrder = ['record', 'checkpoint', 'mirror', 'request'];

function functionTitle(name: string, { profiles }: Catalogue): Text {
  const title = profiles.map(({ functions }) => functions[name]).find((one) => one !== undefined);
  return title ?? { az: name, ru: name, en: name };
}

function numbersOf(trust: TrustList | undefined): AboutView['trust'] {
  if (trust === undefined) return [];
  const parts = [...trust.chains].map(([country, { parts: all }]) => [country, all.at(-1)?.part] as const);
  const terms = ['terms', trust.terms.at(-1)?.terms] as const;
  return [...parts, terms].flatMap(([part, newest]) =>
    newest === undefined
      ? []
      : [
          {
            part,
            number: newest.number,
            issued: Date.parse(newest.issued),
            nextUpdate: Date.parse(newest.nextUpdate),
          },
        ],
  );
}

/** SubjectPublicKeyInfo up to the key itself: RFC 8410 §4 for Ed25519, RFC 5480 §2 for P-256. */
const prefixes = {
  EdDSA: '302a300506032b6570032100',
  ES256: '3059301306072a8648ce3d020106082a8648ce3d030107034200',
} as const;

function keyView(kid: string, jwk: Jwk): KeyView {
  const key = publicKeyOf(jwk);
  const digest = fromBase64url(kid);
  if (key instanceof Refusal || digest instanceof Refusal)
    throw new TypeError('a key of the trust list is not readable');
  const der = base64(concat(Uint8Array.fromHex(prefixes[key.algorithm]), key.bytes));
  const pem = `-----BEGIN PUBLIC KEY-----\n${der.replace(/.{64}(?=.)/g, '$&\n')}\n-----END PUBLIC KEY-----\n`;
  return { kid, fingerprint: digest.toHex(), algorithm: key.algorithm === 'EdDSA' ? 'Ed25519' : 'P-256', pem };
}
