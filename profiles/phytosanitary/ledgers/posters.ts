import type { Poster } from '../../../kernel/profile.ts';

/** Places in an account's key: 0 the exporting, 1 the importing institution. */
export const exporter: Poster = { function: 'nppo', key: 0, same: 'institution' };
export const importer: Poster = { function: 'nppo', key: 1, same: 'institution' };
export const importerCustoms: Poster = { function: 'customs', key: 1, same: 'country' };
