/** What the story of a demonstration leaves on a desk, as a person of the demonstration who signs nothing. */

interface Entry {
  readonly people: readonly { readonly id: string; readonly institution: string; readonly roles: readonly string[] }[];
}

type Call = (method: string, path: string, body?: object) => Promise<Response>;

/** With the inspector. Kept once: a draft that is there already stays as it is. */
export async function leaveDraft(server: string, institution: string, id: string, contents: object): Promise<void> {
  await as(server, institution, 'inspector', async (call) => {
    await call('PUT', `drafts/${id}`, { revision: 0, ...contents });
  });
}

/** Written by the trader, and sent to the office. */
export async function leaveApplication(server: string, institution: string, contents: object): Promise<void> {
  await as(server, institution, 'trader', async (call) => {
    const begun = await call('POST', 'applications', contents);
    const { id, revision } = (await begun.json()) as { readonly id: string; readonly revision: number };
    await call('POST', `applications/${id}/send`, { revision });
  });
}

async function as(server: string, institution: string, role: string, work: (call: Call) => Promise<void>) {
  // People come in under a name: passkeys know no addresses.
  const origin = `http://localhost:${new URL(server).port}`;
  let cookie = '';
  const call: Call = async (method, path, body) => {
    const answer = await fetch(`${origin}/api/desk/${path}`, {
      method,
      headers: { origin, cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.ok || answer.status === 409) return answer;
    throw new Error(`the desk of ${institution}: ${answer.status} ${await answer.text()}`);
  };
  const { people } = (await (await call('GET', 'entry')).json()) as Entry;
  const person = people.find((one) => one.institution === institution && one.roles.includes(role))?.id;
  if (person === undefined) return;
  const begun = await call('POST', 'sign-in/demonstration', { institution, person });
  [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
  await work(call);
  await call('DELETE', 'session');
}
