/** Tables of what one institution's desk makes from its records. */
import type { DossierTables } from './dossier.ts';
import type { FigureTables } from './figures.ts';

export type IndexTables = DossierTables & FigureTables;
