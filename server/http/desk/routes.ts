/** What the workbench asks of a server, besides the API that programs use. */
import type { AppOptions } from '../options.ts';
import type { App } from '../route.ts';

/** Each set of routes in a scope of its own: `part(() => …)`. */
export function deskRoutes(_part: (add: (app: App) => void) => void, _options: AppOptions): void {}
