import type { Language } from '../../../kernel/finding.ts';
import type { Paper, PrintedRecord } from '../../../kernel/printed-form.ts';
import { certificateForm } from './form.ts';
import type { Languages } from './words-of.ts';

/** The printed form of both certificates, after the models of ISPM 12, annexes 1 and 2. */
export const certificatePaper: Paper = {
  template: new URL('form.typ', import.meta.url),
  languages,
  data: certificateForm,
};

function languages({ claims }: PrintedRecord): Languages {
  const of = (member: string): Language => {
    const { code } = claims[member] as { readonly code: string };
    return code === 'AZ' ? 'az' : code === 'RU' ? 'ru' : 'en';
  };
  const [first, second] = [of('exportCountry'), of('importCountry')];
  return [first, first === second ? 'en' : second];
}
