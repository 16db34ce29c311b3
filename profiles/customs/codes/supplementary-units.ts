/** UN/ECE Rec. 20 codes of the supplementary units that customs tariffs of this corridor ask for, and of mass. */
const units: ReadonlySet<string> = new Set([
  ...['GRM', 'KGM', 'TNE', 'CTM', 'CCT', 'GFI', 'CUR', 'KSD', 'KNS', 'KNI', 'KPO', 'KPH', 'KPP', 'KSH', 'KUR'],
  ...['MTR', 'MTK', 'CMQ', 'MTQ', 'R9', 'MLT', 'LTR', 'LPA'],
  ...['C62', 'H87', 'PCE', 'NPR', 'DZN', 'CEN', 'MIL', 'KWT', 'KWH', 'MWH'],
]);

export const isSupplementaryUnit = (unit: string): boolean => units.has(unit);
