/**
 * Tables of one institution's desk: its people and what they work on. Nothing here is evidence and nothing here has an
 * effect on records; that is why it is a file of its own, which the writer of the records never waits for. Times in ms.
 */
import type { OfficeTables } from './office.ts';
import type { PeopleTables } from './people.ts';
import type { SelectionTables } from './selection.ts';
import type { SigningTables } from './signing.ts';
import type { TradeTables } from './trade.ts';
import type { WorkTables } from './work.ts';

export type DeskTables = PeopleTables & SigningTables & WorkTables & TradeTables & OfficeTables & SelectionTables;
