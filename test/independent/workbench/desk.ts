/** The workbench in a real browser, before a demonstration's real servers, as people of every role. */
import { Refusal } from '../../../kernel/refusal.ts';
import type { Desk } from '../../../server/desk/desk.ts';
import type { Person } from '../../../server/desk/people/person.ts';
import type { Role } from '../../../server/desk/roles.ts';
import { type Corridor, type CorridorOptions, foundTestCorridor } from '../../corridor.ts';
import { type Browser, type BrowserContext, openBrowser, type Page, sizes, watch } from '../pages/browser.ts';

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong without anybody having asked. */
  readonly faults: readonly string[];
}

export interface Workbench {
  readonly corridor: Corridor;
  readonly browser: Browser;
  readonly base: string;
  readonly institution: string;
  readonly desk: Desk;
  /** A profile of the browser that nobody used before. */
  visit(size?: keyof typeof sizes): Promise<Visit>;
  end(): Promise<void>;
}

/** With the desk of one of the institutions. */
export async function foundWorkbench(institution = 'az.afsa', options: CorridorOptions = {}): Promise<Workbench> {
  const corridor = await foundTestCorridor(options);
  const browser = await openBrowser();
  const country = institution.slice(0, 2);
  const server = corridor.servers.get(country.toUpperCase());
  const desk = server?.desks.get(institution);
  if (server === undefined || desk === undefined) throw new TypeError('the corridor has no desk');
  return {
    corridor,
    browser,
    base: `http://${country}.localhost:${server.config.port}`,
    institution,
    desk,
    async visit(size = 'wide') {
      const context = await browser.newContext({ viewport: sizes[size], locale: 'en-GB' });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      return { context, page, faults: watch(page) };
    },
    async end() {
      await browser.close();
      await corridor.end();
    },
  };
}

/** By one press, as a demonstration's visitor; ends in the workbench. */
export async function signInAs(page: Page, { base }: Workbench, role: Role, language = 'en'): Promise<void> {
  await page.goto(`${base}/desk/sign-in?lang=${language}`);
  await page.locator(`[data-roles="${role}"]`).click();
  await page.locator('.shell').waitFor();
}

/** A device that recognises its user, and holds passkeys. Keeps to this page. */
export async function addAuthenticator({ context, page }: Visit): Promise<void> {
  const client = await context.newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The link that an administrator would give. */
export async function invite(
  { desk, base, institution }: Workbench,
  name: string,
  roles: readonly Role[],
): Promise<{ readonly person: Person; readonly link: string }> {
  const { person, invitation } = await desk.staff.add({ name, roles, language: 'en' });
  return { person, link: `${base}/desk/join#${institution}.${invitation.token}` };
}

/** Confirms somebody's key as the demonstration's own supervisor and administrator. */
export async function enrol({ desk }: Workbench, { id }: Person): Promise<void> {
  await desk.demonstration.enrol();
  const people = await desk.people.all();
  for (const role of ['supervisor', 'administrator'] as const) {
    const waiting = (await desk.enrolments.pending()).find(({ person }) => person.id === id);
    const witness = people.find(({ roles, demonstration }) => demonstration && roles.includes(role));
    if (waiting === undefined || witness === undefined) throw new TypeError('nothing to confirm');
    const challenge = await desk.enrolments.challenge(waiting.id, witness);
    if (challenge instanceof Refusal) throw new Error(challenge.code);
    const said = await desk.passkeys.demonstration(witness, challenge);
    if (said instanceof Refusal) throw new Error(said.code);
    await desk.enrolments.confirm(waiting.id, witness, challenge, said);
  }
}

/** From the link into the workbench; returns the recovery code. */
export async function join(page: Page, link: string): Promise<string> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Create passkey' }).click();
  const code = await page.getByRole('status', { name: 'Recovery code' }).innerText();
  await page.getByLabel('I have kept it').check();
  await page.getByRole('button', { name: 'Go to the workbench' }).click();
  await page.locator('.shell').waitFor();
  return code;
}

/** `name`: of the person, or of the role of one who was invented. */
export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
}

export async function signInWithPasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with passkey' }).click();
  await page.locator('.shell').waitFor();
}
