/** What the workbench asks of a server, besides the API that programs use. */
import { type AppOptions, bodyLimits } from '../options.ts';
import type { App } from '../route.ts';
import { accountRoutes } from './accounts.ts';
import { applicationDocumentRoutes } from './application-documents.ts';
import { applicationWritingRoutes } from './application-writing.ts';
import { applicationRoutes } from './applications.ts';
import { balanceRoutes } from './balances.ts';
import { corridorRoutes } from './corridor.ts';
import { countersignedRoutes } from './countersigned.ts';
import { dossierRoutes } from './dossiers.ts';
import { draftRoutes } from './drafts.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { guardEntrance } from './entrance.ts';
import { figureRoutes } from './figures.ts';
import { goodsRoutes } from './goods.ts';
import { inboxRoutes } from './inbox.ts';
import type { DeskMeans } from './means.ts';
import { noticeRoutes } from './notices.ts';
import { ownRecordRoutes } from './own-records.ts';
import { panelRoutes } from './panels.ts';
import { passkeyRoutes } from './passkeys.ts';
import { peopleRoutes } from './people.ts';
import { preparedRoutes } from './prepared.ts';
import { selectionRoutes } from './selections.ts';
import { sessionRoutes } from './session.ts';
import { tokenRoutes } from './tokens.ts';
import { trailRoutes } from './trail.ts';
import { viewRoutes } from './views.ts';
import { webhookRoutes } from './webhooks.ts';
/** Each set of routes in a scope of its own: `part(() => …)`. */
export function deskRoutes(part: (add: (app: App) => void) => void, options: AppOptions, means: DeskMeans): void {
  part((api) => {
    guardEntrance(api, options);
    sessionRoutes(api, options);
    passkeyRoutes(api, options);
  });
  part((api) => peopleRoutes(api, options));
  part(enrolmentRoutes);
  const { json, large } = options.bodyLimit ?? bodyLimits;
  part((api) => applicationRoutes(api, means.words));
  part((api) => applicationWritingRoutes(api, json, means.words));
  part((api) => applicationDocumentRoutes(api, large, means));
  part(ownRecordRoutes);
  part(goodsRoutes);
  part((api) => preparedRoutes(api, json, means.words));
  part((api) => countersignedRoutes(api, json, means.words));
  part((api) => noticeRoutes(api, json));
  part((api) => webhookRoutes(api, json));
  part((api) => tokenRoutes(api, json));
  part(dossierRoutes);
  part(trailRoutes);
  part((api) => corridorRoutes(api, options));
  part((api) => {
    inboxRoutes(api);
    figureRoutes(api);
    panelRoutes(api, means.words);
  });
  part(accountRoutes);
  part((api) => selectionRoutes(api, means.words, json));
  part((api) => draftRoutes(api, json));
  part((api) => viewRoutes(api, json));
  part((api) => balanceRoutes(api, means.words, json));
}
