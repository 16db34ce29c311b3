import type { JsonObject } from '../../kernel/canonical.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Institution, InstitutionKey } from '../../kernel/trust/institution.ts';
import { fingerprint } from '../../kernel/trust/jwk.ts';
import { freshness } from '../../kernel/trust/lookup.ts';
import { keyUses } from '../../kernel/trust/national-part.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { sentence } from '../../kernel/words.ts';
import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { readObject } from '../files.ts';
import { pinnedAnchors, trustFrom } from '../pinned.ts';
import { localTime, pairs, table } from '../text-output.ts';

export const trust: Command = {
  name: 'trust',
  summary: {
    az: 'Etimad siyahısı: hissələr, qurumlar, açarlar, barmaq izləri',
    ru: 'Список доверия: части, учреждения, ключи, отпечатки',
    en: 'The trust list: parts, institutions, keys, fingerprints',
  },
  usage: '[FILE] [--anchor FILE]',
  examples: [
    'samur trust --as az.afsa',
    'samur trust trust.json --anchor pin.json',
    'samur trust --json --as az.afsa > trust.json',
  ],
  options: {
    anchor: {
      type: 'string',
      about: {
        az: 'Əsas açarlar; adətən SAMUR_DATA qovluğundakı pin.json',
        ru: 'Главные ключи; обычно pin.json в папке SAMUR_DATA',
        en: 'Pinned anchor keys; usually pin.json below SAMUR_DATA',
      },
    },
  },
  takes: [0, 1],
  async run(context) {
    const pin = await pinnedAnchors(context);
    if (pin instanceof Failure) return pin;
    const [file] = context.positionals;
    const exported = file === undefined ? await fetched(context) : await readObject(context, file);
    if (exported instanceof Failure) return exported;
    const list = trustFrom(context, exported, pin, file ?? '/api/trust');
    if (list instanceof Failure) return list;
    context.notice(pin.demonstration);
    // The signed texts themselves, so that the output serves `verify --trust`.
    if (context.json) context.print(exported);
    else context.out(trustText(context, list));
    return exit.ok;
  },
};

async function fetched(context: Context): Promise<JsonObject | Failure> {
  const connection = await context.connect();
  return connection instanceof Failure ? connection : connection.json<JsonObject>('/api/trust');
}

function trustText(context: Context, list: TrustList): string {
  const { say, language } = context;
  const fresh = freshness(list, context.now());
  const lines = fresh instanceof Refusal ? [`! ${sentence(fresh, language)} [${fresh.code}]\n`] : [];
  for (const [country, { parts }] of list.chains) {
    const newest = parts.at(-1);
    if (!newest) continue;
    const { number, issued, nextUpdate, anchor } = newest.part;
    lines.push(
      `\n${say('part')} ${country} ${number}\n`,
      pairs(
        [
          [say('issued'), localTime(Date.parse(issued))],
          [say('next-update'), localTime(Date.parse(nextUpdate))],
          [say('anchor'), printed(anchor.kid)],
        ],
        '  ',
      ),
      ...[...newest.institutions.values()].map((one) => institutionText(context, one)),
    );
  }
  const terms = list.terms.at(-1)?.terms;
  if (terms) {
    const types = Object.entries(terms.profiles).map(
      ([profile, versions]) =>
        `${profile} (${Object.entries(versions)
          .map(([type, version]) => `${type} ${version}`)
          .join(', ')})`,
    );
    lines.push(
      `\n${say('terms')} ${terms.number}\n`,
      pairs(
        [
          [say('issued'), localTime(Date.parse(terms.issued))],
          [say('next-update'), localTime(Date.parse(terms.nextUpdate))],
          [say('profiles'), types.join('; ')],
        ],
        '  ',
      ),
    );
  }
  return lines.join('').trimStart();
}

function institutionText({ say, language }: Context, institution: Institution): string {
  const head = (['key-use', 'fingerprint', 'valid-from', 'valid-until', 'revoked'] as const).map((word) => say(word));
  const rows = [...institution.keys.values()]
    .toSorted(byUse)
    .map((key) => [
      `    ${key.use}`,
      printed(key.kid),
      localTime(key.from),
      localTime(key.until),
      key.revokedAt === undefined ? '' : localTime(key.revokedAt),
    ]);
  return [
    `\n  ${institution.id}  ${institution.names[language]}\n`,
    pairs([[say('functions'), [...institution.functions].join(', ')]], '    '),
    table([`    ${head[0]}`, ...head.slice(1)], rows),
  ].join('');
}

function printed(kid: string): string {
  const text = fingerprint(kid);
  return text instanceof Refusal ? kid : text;
}

function byUse(a: InstitutionKey, b: InstitutionKey): number {
  return keyUses.indexOf(a.use) - keyUses.indexOf(b.use) || a.from - b.from;
}
