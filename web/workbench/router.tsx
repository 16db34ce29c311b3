/** Every page of the workbench and its address. Pages load when they are first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient, sessionQuery } from './api/queries.ts';
import { NotFound, PageFault } from './shell/faults.tsx';
import { startPage } from './shell/sections.ts';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: PageFault });

/** Pages for whoever is not signed in. */
const entry = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }): { to?: string } =>
    typeof to === 'string' && to.startsWith('/') && !to.startsWith('//') ? { to } : {},
  component: lazyRouteComponent(() => import('./sign-in/page.tsx'), 'SignInPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./sign-in/join.tsx'), 'JoinPage'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});

const start = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    throw redirect({ to: startPage(session?.actions ?? [], session?.person.knownAs ?? []) });
  },
});

type Load = Parameters<typeof lazyRouteComponent>[0];
const page = <P extends string>(path: P, load: Load, name: string) =>
  createRoute({
    getParentRoute: () => inside,
    path,
    // Pages read and check their own search parameters.
    validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
    component: lazyRouteComponent(load, name),
  });

const pages = [
  page('/inbox', () => import('./inbox/page.tsx'), 'InboxPage'),
  page('/records', () => import('./inbox/records.tsx'), 'RecordsPage'),
  page('/records/$id', () => import('./record/page.tsx'), 'RecordPage'),
  page('/dossiers', () => import('./dossier/page.tsx'), 'DossiersPage'),
  page('/dossiers/$id', () => import('./dossier/dossier-page.tsx'), 'DossierPage'),
  page('/new', () => import('./draft/choose.tsx'), 'ChoosePage'),
  page('/drafts', () => import('./draft/list.tsx'), 'DraftsPage'),
  page('/drafts/$id', () => import('./draft/page.tsx'), 'DraftPage'),
  page('/registers', () => import('./registers/page.tsx'), 'RegistersPage'),
  page('/registers/$profile/$register', () => import('./registers/register.tsx'), 'RegisterPage'),
  page('/ledgers/$profile/$ledger', () => import('./registers/ledger.tsx'), 'LedgerPage'),
  page('/corridor', () => import('./corridor/page.tsx'), 'CorridorPage'),
  page('/figures', () => import('./figures/page.tsx'), 'FiguresPage'),
  page('/selections', () => import('./selections/page.tsx'), 'SelectionsPage'),
  page('/applications', () => import('./applications/list.tsx'), 'ApplicationsPage'),
  page('/applications/$id', () => import('./applications/page.tsx'), 'ApplicationPage'),
  page('/goods', () => import('./goods/list.tsx'), 'GoodsPage'),
  page('/goods/$id', () => import('./goods/page.tsx'), 'OneGoodsPage'),
  page('/administration', () => import('./administration/page.tsx'), 'AdministrationPage'),
  page('/administration/$section', () => import('./administration/page.tsx'), 'AdministrationPage'),
  page('/mine', () => import('./sign-in/mine.tsx'), 'MinePage'),
];

export const router = createRouter({
  routeTree: root.addChildren([entry, join, inside.addChildren([start, ...pages])]),
  basepath: '/desk',
  // Within the frame: whoever came to the wrong place finds the way on.
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageFault,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
