import type { Statement } from '../../kernel/profile.ts';
import type { Manifest } from './claims/manifest.ts';

/** The country part of an institution id: `az.service` belongs to AZ. */
export function countryOf(institution: string): string {
  const dot = institution.indexOf('.');
  return institution.slice(0, dot === -1 ? institution.length : dot).toUpperCase();
}

export const manifestOf = ({ claims }: Pick<Statement, 'claims'>): Manifest => claims as unknown as Manifest;

/** The customs service of the destination: the first recipient in that country, customs before others. */
export function receivingCustoms(manifest: Pick<Statement, 'to' | 'claims'>): string | undefined {
  const { destination } = manifestOf(manifest);
  return manifest.to.find((id) => id.includes('.') && countryOf(id) === destination);
}
