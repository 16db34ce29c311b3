/** The people of a demonstration: one for each role, named by it; no real person is meant. */
import { mayWitness, type OfficerRole, officerRoles } from '../../../kernel/exchange/officers.ts';
import type { Language, Text } from '../../../kernel/finding.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DeskGround } from '../desk.ts';
import { roleNames, roles } from '../roles.ts';
import type { Enrolments } from './enrolments.ts';
import type { Passkeys } from './passkeys.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';

export interface DemonstrationParts {
  readonly people: People;
  readonly passkeys: Passkeys;
  readonly enrolments: Enrolments;
}

const mark: Text = { az: 'nümayiş', ru: 'демонстрация', en: 'demonstration' };

export class DemonstrationPeople {
  readonly #ground: DeskGround;
  readonly #parts: DemonstrationParts;
  #enrolled: Promise<void> | undefined;

  constructor(ground: DeskGround, parts: DemonstrationParts) {
    this.#ground = ground;
    this.#parts = parts;
  }

  /** At the first start of a demonstration's desk. */
  async invent(): Promise<void> {
    const { service, desk, origins, catalogue } = this.#ground;
    const { people, passkeys } = this.#parts;
    const [origin] = origins;
    if (!service.demonstration || origin === undefined || !(await people.none())) return;
    const language = languageOf(service.id);
    const traders = await Promise.all(
      catalogue.profiles.map(async (one) => (await one.demonstrationTraders?.()) ?? {}),
    );
    const knownAs = traders.flatMap((numbers) => numbers[service.id] ?? []);
    for (const role of roles) {
      const name = `${roleNames[role][language]} (${mark[language]})`;
      const person = await people.add({ name, roles: [role], language, knownAs, demonstration: true });
      await desk.db.insertInto('passkey').values(passkeys.newDemonstrationKey(person, origin)).execute();
    }
  }

  /**
   * Enrols those whose keys sign, in the order in which they can witness each other; once. Asked when the first of them
   * signs in, so that no channel bears their enrolments while nobody uses the desk.
   */
  async enrol(): Promise<void> {
    this.#enrolled ??= this.#enrol().catch((fault: unknown) => {
      this.#enrolled = undefined;
      throw fault;
    });
    return this.#enrolled;
  }

  async #enrol(): Promise<void> {
    const { people, passkeys, enrolments } = this.#parts;
    const all = (await people.all()).filter(({ demonstration, active }) => demonstration && active);
    const witnesses = all.filter((person) => mayWitness({ roles: officerRolesOf(person) }));
    const rest = all.filter((person) => !witnesses.includes(person) && officerRolesOf(person).length > 0);
    for (const person of [...witnesses, ...rest]) {
      const [key] = await passkeys.of(person.id);
      if (key === undefined || (await enrolments.enrolled(person)) !== undefined) continue;
      await enrolments.ask(person, key, 'enrolment');
      for (const witness of witnesses) if (witness !== person) await this.#confirm(person, witness);
    }
  }

  async #confirm(person: Person, witness: Person): Promise<void> {
    const { passkeys, enrolments } = this.#parts;
    const waiting = (await enrolments.pending()).find((one) => one.person.id === person.id);
    const challenge = waiting && (await enrolments.challenge(waiting.id, witness));
    if (waiting === undefined || challenge === undefined || challenge instanceof Refusal) return;
    const said = await passkeys.demonstration(witness, challenge);
    if (!(said instanceof Refusal)) await enrolments.confirm(waiting.id, witness, challenge, said);
  }
}

function officerRolesOf({ roles: held }: Person): OfficerRole[] {
  return officerRoles.filter((role) => held.includes(role));
}

function languageOf(institution: string): Language {
  const country = institution.slice(0, 2);
  return country === 'az' || country === 'ru' ? country : 'en';
}
