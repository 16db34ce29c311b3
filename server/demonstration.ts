/** The demonstration corridor: two countries, founded on the day on which the story of their records begins. */
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../kernel/profile.ts';
import { nodeCrypto } from './crypto-node.ts';
import { demonstrationDrawing } from './demonstration-drawing.ts';
import { countryFolder, type FoundingCountry, foundCorridor } from './founding.ts';
import { storyBegins, tellingFile } from './story.ts';

export const demonstrationCountries: readonly [FoundingCountry, FoundingCountry] = [
  {
    country: 'AZ',
    port: 8401,
    institutions: [
      {
        id: 'az.afsa',
        names: {
          az: 'Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi',
          ru: 'Агентство продовольственной безопасности Азербайджанской Республики',
          en: 'Food Safety Agency of the Republic of Azerbaijan',
        },
        functions: ['nppo', 'laboratory'],
      },
      {
        id: 'az.customs',
        names: {
          az: 'Azərbaycan Respublikasının Dövlət Gömrük Komitəsi',
          ru: 'Государственный таможенный комитет Азербайджанской Республики',
          en: 'State Customs Committee of the Republic of Azerbaijan',
        },
        functions: ['customs'],
      },
    ],
  },
  {
    country: 'RU',
    port: 8402,
    institutions: [
      {
        id: 'ru.fsvps',
        names: {
          az: 'Baytarlıq və Fitosanitar Nəzarət üzrə Federal Xidmət',
          ru: 'Федеральная служба по ветеринарному и фитосанитарному надзору',
          en: 'Federal Service for Veterinary and Phytosanitary Surveillance',
        },
        functions: ['nppo', 'laboratory'],
      },
      {
        id: 'ru.fts',
        names: {
          az: 'Rusiya Federasiyasının Federal Gömrük Xidməti',
          ru: 'Федеральная таможенная служба',
          en: 'Federal Customs Service of the Russian Federation',
        },
        functions: ['customs'],
      },
    ],
  },
];

/** Founds the corridor unless its data folder is there already. What it throws is told to the person as it is. */
export async function foundDemonstration(data: string, profiles: readonly Profile[], now: number): Promise<void> {
  const whole = await Promise.all(
    demonstrationCountries.map(({ country }) => exists(join(countryFolder(data, country), 'server.json'))),
  );
  if (whole.every(Boolean)) return refuseLostDatabases(data);
  if (whole.some(Boolean))
    throw new Error(`the data folder ${data} holds one half of a corridor: move it away and start again`);
  const countries = demonstrationCountries;
  await foundCorridor(
    {
      data,
      corridor: 'az-ru',
      demonstration: true,
      countries,
      profiles,
      log: 'warn',
      now: now + (await storyBegins(profiles)),
    },
    nodeCrypto,
  );
  for (const { country } of countries)
    await writeFile(join(countryFolder(data, country), 'drawing.json'), `${JSON.stringify(demonstrationDrawing)}\n`);
  await writeFile(join(data, tellingFile), `${JSON.stringify({ ends: now })}\n`);
}

/** A server with an empty database in place of a lost one would sign a second history of its channels: a fork. */
async function refuseLostDatabases(data: string): Promise<void> {
  for (const { country, institutions } of demonstrationCountries)
    for (const { id } of institutions) {
      const file = join(countryFolder(data, country), id, 'samur.db');
      if (!(await exists(file)))
        throw new Error(`the database ${file} is lost: put a copy back, or move ${data} away and start again`);
    }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
