/** Who takes part in the corridor, with which keys, by which trust list. */
import type { Language, Text } from '../../kernel/finding.ts';
import type { KeyUse } from '../../kernel/trust/national-part.ts';
import { formatAge, formatDay, formatMoment } from '../../kernel/words/moments.ts';
import { fill } from '../../kernel/words.ts';
import { independent } from './about-independent.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { aboutWords as words } from './words/about.ts';
import { corridorName, countryName } from './words/countries.ts';

/** Times in milliseconds since 1970. */
export interface AboutView {
  /** `az-ru`. */
  readonly corridor: string;
  readonly now: number;
  /** Where this server is asked, as the reader's browser knows it: `https://host`. */
  readonly address: string;
  /** The pin as a verifier keeps it, JSON. */
  readonly pin: string;
  readonly countries: readonly {
    readonly country: string;
    /** As pinned; then the one in force where it is another by now. */
    readonly anchors: readonly KeyView[];
    readonly institutions: readonly InstitutionView[];
  }[];
  /** `part` is a country code or `terms`. */
  readonly trust: readonly {
    readonly part: string;
    readonly number: number;
    readonly issued: number;
    readonly nextUpdate: number;
  }[];
}

export interface KeyView {
  /** Base64url thumbprint: the name that signatures give. */
  readonly kid: string;
  /** The same, hexadecimal. */
  readonly fingerprint: string;
  readonly algorithm: 'Ed25519' | 'P-256';
  /** SubjectPublicKeyInfo. */
  readonly pem: string;
}

export interface InstitutionView {
  readonly id: string;
  readonly names: Text;
  readonly functions: readonly Text[];
  readonly here: boolean;
  readonly keys: readonly (KeyView & {
    readonly use: KeyUse;
    readonly from: number;
    readonly until: number;
    readonly revokedAt?: number;
  })[];
}

const parts = [
  ['institutions', words.institutions],
  ['trust', words.trust],
  ['independent', words.independent],
] as const;

export function aboutPage(view: AboutView, language: Language): Page {
  const say = (text: Text): string => text[language];
  const contents = parts.map(([id, name]) => html`<li><a href="#${id}">${say(name)}</a></li>`);
  const countries = view.countries.map(
    ({ country, anchors, institutions }) => html`<h3>${countryName(country, language)}</h3>
<p class="soft">${say(words.anchorHow)}</p>
<dl class="facts">${anchors.map(
      (
        key,
        index,
      ) => html`<div><dt>${say(index === 0 ? words.anchor : words.anchorNow)}</dt><dd>${fingerprint(key, language)}
${pem(key, language)}</dd></div>`,
    )}</dl>
${institutions.map((one) => institution(one, view.now, language))}`,
  );
  const body = html`<h1>${say(words.title)}</h1>
<p class="lead">${fill(say(words.lead), { corridor: corridorName(view.corridor, language) })}</p>
<nav aria-label="${say(words.contents)}"><ul>${contents}</ul></nav>
<h2 id="institutions">${say(words.institutions)}</h2>
<p>${say(words.institutionsHow)}</p>
${view.countries.length === 0 ? html`<p>${say(words.none)}</p>` : countries}
<h2 id="trust">${say(words.trust)}</h2>
${trustTable(view, language)}
<h2 id="independent">${say(words.independent)}</h2>
${independent(view, language)}`;
  return { language, path: '/about', title: words.title, description: words.description, body };
}

function institution({ id, names, functions, here, keys }: InstitutionView, now: number, language: Language): Html {
  const rows = keys.map(
    (
      key,
    ) => html`<div><dt>${words[key.use][language]}<br><span class="small">${validity(key, now, language)}</span></dt>
<dd>${fingerprint(key, language)}${key.use === 'record' && pem(key, language)}</dd></div>\n`,
  );
  const named = functions.map((one) => one[language]).join('; ');
  const document =
    here && html`<div><dt>${words.did[language]}</dt><dd><a href="/${id}/did.json">did.json</a></dd></div>`;
  return html`<h4>${names[language]}${here && html` <span class="soft">(${words.here[language]})</span>`}</h4>
<dl class="facts"><div><dt>${words.identifier[language]}</dt><dd><code>${id}</code></dd></div>
<div><dt>${words.functions[language]}</dt><dd>${named === '' ? '–' : named}</dd></div>${document}</dl>
<h5>${words.keys[language]}</h5>
<dl class="facts">
${rows}</dl>`;
}

function validity(key: InstitutionView['keys'][number], now: number, language: Language): Html {
  const from = fill(words.from[language], { from: formatDay(key.from, language) });
  const until = fill(words.until[language], { until: formatDay(key.until, language) });
  const over = now >= key.until ? words.over : now < key.from ? words.ahead : undefined;
  const revoked =
    key.revokedAt !== undefined && fill(words.revoked[language], { time: formatMoment(key.revokedAt, language) });
  return html`${from}<br>${until}${over && html`<br><strong>${over[language]}</strong>`}${revoked && html`<br><strong>${revoked}</strong>`}`;
}

/** In groups of four, as people compare them; below it the name that signatures give. */
function fingerprint({ kid, fingerprint, algorithm }: KeyView, language: Language): Html {
  const groups = fingerprint.match(/.{4}/g) ?? [];
  return html`<span class="small soft">${words.fingerprint[language]}, ${algorithm}</span>
<span class="fingerprint mono">${groups.join(' ')}</span><span class="small soft">kid <code>${kid}</code></span>`;
}

function pem({ pem: text }: KeyView, language: Language): Html {
  return html`<details class="small"><summary>${words.publicKey[language]}</summary><pre tabindex="0"><code>${text}</code></pre></details>`;
}

function trustTable({ trust, now }: AboutView, language: Language): Html {
  const rows = trust.map(({ part, number, issued, nextUpdate }) => {
    const name = part === 'terms' ? words.terms[language] : countryName(part, language);
    const stale = now > nextUpdate && html`<br><strong>${words.stale[language]}</strong>`;
    return html`<tr><th scope="row">${name}</th><td class="number">${number}</td>
<td>${formatMoment(issued, language)}<br><span class="soft">${formatAge((now - issued) / 1000, language)}</span></td>
<td>${formatMoment(nextUpdate, language)}${stale}</td></tr>\n`;
  });
  if (rows.length === 0) return html`<p>${words.none[language]}</p>`;
  return html`<div class="table" role="region" tabindex="0" aria-label="${words.trust[language]}"><table><thead><tr><th scope="col">${words.part[language]}</th><th scope="col" class="number">${words.number[language]}</th>
<th scope="col">${words.issued[language]}</th><th scope="col">${words.nextUpdate[language]}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
