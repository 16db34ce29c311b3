/** The desk of one institution: its people and what they work on, beside the institution that signs and exchanges. */
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import type { InstitutionService } from '../institution/service.ts';
import type { DeskStore } from '../store/desk/store.ts';
import type { SqliteStore } from '../store/sqlite.ts';
import { Challenges } from './people/challenges.ts';
import { DemonstrationPeople } from './people/demonstration-people.ts';
import { Enrolments } from './people/enrolments.ts';
import { Invitations } from './people/invitations.ts';
import { Joining } from './people/joining.ts';
import { Passkeys } from './people/passkeys.ts';
import { People } from './people/people.ts';
import { Sessions } from './people/sessions.ts';
import { Staff } from './people/staff.ts';

/** What the parts of a desk are made from. */
export interface DeskGround {
  readonly service: InstitutionService;
  /** People's data. */
  readonly desk: DeskStore;
  /** The institution's records, to read. */
  readonly records: SqliteStore;
  readonly catalogue: Catalogue;
  readonly crypto: Crypto;
  /** Where people work with it, as a browser writes it; none: nobody signs in. */
  readonly origins: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
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

  constructor(ground: DeskGround) {
    this.ground = ground;
    this.people = new People(ground);
    this.sessions = new Sessions(ground);
    this.challenges = new Challenges(ground);
    this.passkeys = new Passkeys(ground);
    this.invitations = new Invitations(ground);
    this.enrolments = new Enrolments(ground);
    this.joining = new Joining(ground, this);
    this.staff = new Staff(ground, this);
    this.demonstration = new DemonstrationPeople(ground, this);
  }

  /** After the institution has started. */
  async start(): Promise<void> {
    await this.demonstration.invent();
  }

  async stop(): Promise<void> {
    await this.ground.desk.close();
  }
}
