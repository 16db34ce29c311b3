/** The desk of one institution: its people and what they work on, beside the institution that signs and exchanges. */
import type { Logger } from 'pino';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import type { InstitutionService } from '../institution/service.ts';
import type { IndexStore } from '../store/desk/index-store.ts';
import type { DeskStore } from '../store/desk/store.ts';
import type { SqliteStore } from '../store/sqlite.ts';
import { Dossiers } from './dossier/dossiers.ts';
import { Figures } from './figures/figures.ts';
import { Drafts } from './inbox/drafts.ts';
import { Inbox } from './inbox/inbox.ts';
import { SavedViews } from './inbox/saved-views.ts';
import type { Mailer } from './office/mailer.ts';
import { Trail } from './office/trail.ts';
import { Webhooks } from './office/webhooks.ts';
import { Challenges } from './people/challenges.ts';
import { DemonstrationPeople } from './people/demonstration-people.ts';
import { Enrolments } from './people/enrolments.ts';
import { Invitations } from './people/invitations.ts';
import { Joining } from './people/joining.ts';
import { Passkeys } from './people/passkeys.ts';
import { People } from './people/people.ts';
import { Sessions } from './people/sessions.ts';
import { Staff } from './people/staff.ts';
import { Selections } from './selection/selections.ts';
import { Signing } from './signing/signing.ts';
import { Applications } from './trade/applications.ts';
import { Goods } from './trade/goods.ts';
import { MailQueue } from './trade/mail-queue.ts';
import { Notices } from './trade/notices.ts';
import { TradeNotices } from './trade/trade-notices.ts';

/** What the parts of a desk are made from. */
export interface DeskGround {
  readonly service: InstitutionService;
  /** People's data. */
  readonly desk: DeskStore;
  /** What it makes from the records. */
  readonly index: IndexStore;
  /** The institution's records, to read. */
  readonly records: SqliteStore;
  readonly catalogue: Catalogue;
  readonly crypto: Crypto;
  /** Where people work with it, as a browser writes it; none: nobody signs in. */
  readonly origins: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly logger: Logger;
  /** Left out: no mail is sent. */
  readonly mailer?: Mailer;
}

export class Desk {
  readonly ground: DeskGround;
  readonly people: People;
  readonly sessions: Sessions;
  readonly challenges: Challenges;
  readonly passkeys: Passkeys;
  readonly invitations: Invitations;
  readonly enrolments: Enrolments;
  readonly joining: Joining;
  readonly staff: Staff;
  readonly demonstration: DemonstrationPeople;
  readonly notices: Notices;
  readonly applications: Applications;
  readonly signing: Signing;
  readonly webhooks: Webhooks;
  readonly trail: Trail;
  readonly inbox: Inbox;
  readonly drafts: Drafts;
  readonly views: SavedViews;
  readonly figures: Figures;
  readonly selections: Selections;
  readonly dossiers: Dossiers;
  readonly goods: Goods;
  readonly #mail: MailQueue | undefined;
  readonly #tradeNotices: TradeNotices;

  constructor(ground: DeskGround) {
    this.ground = ground;
    this.people = new People(ground);
    this.sessions = new Sessions(ground);
    this.challenges = new Challenges(ground);
    this.passkeys = new Passkeys(ground);
    this.invitations = new Invitations(ground);
    this.enrolments = new Enrolments(ground, (enrolment, person) =>
      this.notices.tellThose('enrolments.confirm', 'enrolment-waits', { enrolment }, person),
    );
    this.joining = new Joining(ground, this);
    this.staff = new Staff(ground, this);
    this.demonstration = new DemonstrationPeople(ground, this);
    const { mailer } = ground;
    this.#mail = mailer && new MailQueue(ground, this.people, mailer);
    this.notices = new Notices(ground, this.people, this.#mail && (() => this.#mail?.wake()));
    this.applications = new Applications(ground, this.people);
    this.signing = new Signing(ground, this);
    this.#tradeNotices = new TradeNotices(ground, this.notices, this.applications);
    this.webhooks = new Webhooks(ground, this.notices);
    this.applications.listen((change) => this.webhooks.told(change));
    this.trail = new Trail(ground);
    this.inbox = new Inbox(ground);
    this.drafts = new Drafts(ground);
    this.views = new SavedViews(ground);
    this.figures = new Figures(ground, this.inbox);
    this.selections = new Selections(ground);
    this.dossiers = new Dossiers(ground);
    this.goods = new Goods(ground, this.dossiers.index);
  }

  /** After the institution has started. */
  async start(): Promise<void> {
    this.inbox.start();
    await this.figures.start();
    await this.selections.start();
    await this.dossiers.index.start();
    this.#tradeNotices.start();
    await this.webhooks.start();
    await this.applications.expected.start();
    this.#mail?.start();
    await this.demonstration.invent();
    await this.staff.settle();
    await this.enrolments.tellNewcomers();
  }

  async stop(): Promise<void> {
    await this.figures.stop();
    await this.selections.stop();
    await this.dossiers.index.stop();
    await this.inbox.stop();
    await this.applications.expected.stop();
    await this.#tradeNotices.stop();
    await this.webhooks.stop();
    await this.#mail?.stop();
    await this.trail.flush();
    await this.ground.index.close();
    await this.ground.desk.close();
  }
}
