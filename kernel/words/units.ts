import type { Language } from '../finding.ts';
import type { RefusalDetail } from '../refusal.ts';
import { table } from './table.ts';

/** UNECE Rec. 20: what accounts are held in. */
const units = table(`
GRM | q | г | g
KGM | kq | кг | kg
TNE | t | т | t
LTR | l | л | l
MTQ | m³ | м³ | m³
H87 | ədəd | шт. | pcs
NPR | cüt | пар | pairs
`);

/** The detail of a refusal with its units as people write them; codes that are not known here stay. */
export function withUnits(detail: RefusalDetail, language: Language): RefusalDetail {
  const word = (name: 'unit' | 'expected') => {
    const code = detail[name];
    const found = typeof code === 'string' && Object.hasOwn(units, code) ? units[code] : undefined;
    return found && { [name]: found[language] };
  };
  return { ...detail, ...word('unit'), ...('unit' in detail && word('expected')) };
}
