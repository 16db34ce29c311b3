/** Parties, places and means of transport as lines of a box. */
import type { Container, Conveyance, Origin, Party, Place } from '../claims/party.ts';
import { each, take } from './taking.ts';
import { country, inline, joined, type Languages, named, pairOf, textsOf } from './words-of.ts';

const some = (...lines: readonly (string | undefined)[]): string[] =>
  lines.filter((line): line is string => line !== undefined && line !== '');

export function partyLines(party: Party | undefined, languages: Languages): string[] {
  if (party === undefined) return [];
  const town = some(take(party, 'postcode'), take(party, 'city')).join(' ');
  const code = take(party, 'country');
  const countryName = take(party, 'countryName');
  const land = code === undefined ? '' : country(code, languages);
  const where = some(town, take(party, 'subdivision'), countryName, land === countryName ? '' : land);
  const id = take(party, 'id');
  return some(
    take(party, 'name'),
    ...each(take(party, 'addressLines')),
    where.join(', '),
    ...each(take(party, 'contacts')),
    personLine(party, languages),
    id === undefined ? '' : `${inline(pairOf('identifier', languages))}: ${id}`,
  );
}

/** The person of a party, with title and post. */
export function personLine(party: Party, languages: Languages): string {
  const person = take(party, 'person');
  if (person === undefined) return '';
  const { abbreviation, name, qualifications } = person;
  return some(some(abbreviation, name).join(' '), joined(qualifications, languages)).join(', ');
}

export function placeLine(place: Place | undefined, languages: Languages): string {
  if (place === undefined) return '';
  const code = take(place, 'code');
  const names = joined(take(place, 'names'), languages);
  return code === undefined ? names : `${names} (${code})`;
}

/** Country, then each part of it with who grew or packed there. */
export function originLines(origin: Origin, languages: Languages): string[] {
  const land = country(take(origin, 'country'), languages, take(origin, 'names'));
  const parts = each(take(origin, 'subdivisions')).map(({ code, names, producers }) => {
    const part = joined(names, languages) + (code === undefined ? '' : ` (${code})`);
    const growers = each(producers).map((producer) => {
      const id = take(producer, 'id');
      const name = take(producer, 'name');
      const lines = [id === undefined ? name : name === undefined ? id : `${name} (${id})`];
      return some(...lines, ...partyLines(producer, languages)).join(', ');
    });
    return some(part, ...growers).join('; ');
  });
  return [some(land, ...parts).join(': ')];
}

export function conveyanceLine({ mode, name, id }: Conveyance, languages: Languages): string {
  const how = mode === undefined ? '' : named('conveyances/mode', mode, languages);
  return some(how === mode ? `(${mode})` : how, some(name, id).join(' ')).join(': ');
}

export function containerLine({ number, seals }: Container, languages: Languages): string {
  const closed = each(seals).map((seal) =>
    seal.lastNumber === undefined ? seal.number : `${seal.number} – ${seal.lastNumber}`,
  );
  const box = number === undefined ? '' : `${inline(pairOf('container', languages))} ${number}`;
  const seal = closed.length === 0 ? '' : `${inline(pairOf('seals', languages))} ${closed.join(', ')}`;
  return some(box, seal).join(': ');
}

export function textLines(texts: Parameters<typeof textsOf>[0], languages: Languages): string[] {
  return textsOf(texts, languages);
}
