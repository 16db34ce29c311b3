/** What the workbench asks of a server, besides the API that programs use. */
import type { AppOptions } from '../options.ts';
import type { App } from '../route.ts';
import { corridorRoutes } from './corridor.ts';

/** Each set of routes in a scope of its own: `part(() => …)`. */
export function deskRoutes(part: (add: (app: App) => void) => void, options: AppOptions): void {
  part((api) => corridorRoutes(api, options));
}
