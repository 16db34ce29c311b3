/** Customs offices of the corridor, and numbers that they give. */
import { dayText } from '../figures.ts';
import type { Lot } from '../plan.ts';

/** Offices: the one that the lots leave, and where they enter, by checkpoint. */
export const departureOffice = '01000001';
export const entryOffices: Readonly<Record<string, string>> = {
  RUYAK: '10900001',
  RUTGK: '10900002',
  RUSAM: '10900003',
};
export const entryOffice = ({ checkpoint }: Lot): string => entryOffices[checkpoint] as string;

/** `office/DDMMYY/number`, as declarations and manifests are numbered. */
export function officeNumber(office: string, day: number, number: string): string {
  const [year, month, date] = dayText(day).split('-') as [string, string, string];
  return `${office}/${date}${month}${year.slice(2)}/${number}`;
}
