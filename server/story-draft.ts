/** What the story of a demonstration leaves on a desk: a draft, as a person of the demonstration who signs nothing. */

interface Entry {
  readonly people: readonly { readonly id: string; readonly institution: string; readonly roles: readonly string[] }[];
}

/** Kept once: a draft that is there already stays as it is. */
export async function leaveDraft(server: string, institution: string, id: string, contents: object): Promise<void> {
  // People come in under a name: passkeys know no addresses.
  const origin = `http://localhost:${new URL(server).port}`;
  const call = async (method: string, path: string, cookie: string, body?: object): Promise<Response> => {
    const answer = await fetch(`${origin}/api/desk/${path}`, {
      method,
      headers: { origin, cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.ok || answer.status === 409) return answer;
    throw new Error(`the desk of ${institution}: ${answer.status} ${await answer.text()}`);
  };
  const { people } = (await (await call('GET', 'entry', '')).json()) as Entry;
  const inspector = people.find((one) => one.institution === institution && one.roles.includes('inspector'));
  if (inspector === undefined) return;
  const begun = await call('POST', 'sign-in/demonstration', '', { institution, person: inspector.id });
  const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
  await call('PUT', `drafts/${id}`, cookie, { revision: 0, ...contents });
  await call('DELETE', 'session', cookie);
}
