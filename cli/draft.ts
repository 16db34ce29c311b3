/** The file that `issue` and `check` are given, as a request to the server. */
import type { Json, JsonObject } from '../kernel/canonical.ts';
import type { Command, Context } from './command.ts';
import type { Connection } from './connection.ts';
import { exit, Failure } from './failure.ts';
import { annexNaming, notJson, objectIn, readBytes } from './files.ts';

export const draftOptions: Command['options'] = {
  to: {
    type: 'string',
    about: { az: 'Alan qurumlar, vergüllə', ru: 'Получатели, через запятую', en: 'Recipients, separated by commas' },
  },
  profile: { type: 'string', about: { az: 'Profil', ru: 'Профиль', en: 'Profile' } },
  type: { type: 'string', about: { az: 'Qeydin növü', ru: 'Вид записи', en: 'Type of the record' } },
  about: {
    type: 'string',
    about: { az: 'Aid olduğu qeyd', ru: 'Запись, к которой относится', en: 'The record that it follows' },
  },
  annex: {
    type: 'string',
    multiple: true,
    about: {
      az: 'Əlavə fayl (JSON ilə); təkrar edilə bilər',
      ru: 'Файл приложения (с JSON); можно указать несколько раз',
      en: 'A file to attach (with JSON); may be repeated',
    },
  },
};

export interface Draft {
  readonly path: string;
  readonly body: Uint8Array | string;
  readonly mediaType: string;
}

const members = ['profile', 'type', 'to', 'claims', 'annexes', 'about'];

/** `path` is the address without its query. Annexes are stored only when `store` is set. */
export async function draftFrom(
  context: Context,
  connection: Connection,
  path: string,
  about: string | undefined,
  store: boolean,
): Promise<Draft | Failure> {
  const [file = ''] = context.positionals;
  const bytes = await readBytes(context, file);
  if (bytes instanceof Failure) return bytes;
  if (looksLikeXml(bytes)) return xmlDraft(context, path, about, bytes);
  const object = objectIn(bytes);
  if (!object) return notJson(context, file);
  const whole = object['claims'] !== undefined && Object.keys(object).every((name) => members.includes(name));
  const stated: JsonObject = whole ? object : { claims: object };
  const naming = typeNaming(context, stated);
  if (naming instanceof Failure) return naming;
  const annexes = store ? await storeAnnexes(context, connection) : [];
  if (annexes instanceof Failure) return annexes;
  const own = Array.isArray(stated['annexes']) ? (stated['annexes'] as readonly Json[]) : [];
  const draft: JsonObject = {
    ...stated,
    ...naming,
    to: recipients(context) ?? stated['to'] ?? [],
    ...(about !== undefined && { about }),
    ...(own.length + annexes.length > 0 && { annexes: [...own, ...annexes] }),
  };
  return { path, body: JSON.stringify(draft), mediaType: 'application/json' };
}

function recipients(context: Context): string[] | undefined {
  return context
    .option('to')
    ?.split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function xmlDraft(context: Context, path: string, about: string | undefined, bytes: Uint8Array): Draft | Failure {
  for (const name of ['type', 'annex'])
    if (context.options(name).length > 0)
      return new Failure(exit.usage, [context.say('json-only', { name: `--${name}` })]);
  const query = new URLSearchParams();
  const to = recipients(context)?.join(',');
  const profile = context.option('profile');
  for (const [name, value] of Object.entries({ to, profile, about })) if (value) query.set(name, value);
  return { path: query.size > 0 ? `${path}?${query}` : path, body: bytes, mediaType: 'application/xml' };
}

/** The type by options, else by the file, else the only profile that has it. */
function typeNaming(context: Context, stated: JsonObject): { profile: string; type: string } | Failure {
  const type = context.option('type') ?? stated['type'];
  const profile = context.option('profile') ?? stated['profile'];
  const all = context.catalogue.profiles
    .filter(({ name }) => name !== 'exchange')
    .flatMap(({ name, types }) => Object.keys(types).map((one) => ({ profile: name, type: one })));
  const fitting = all.filter((one) => one.type === type && (profile === undefined || one.profile === profile));
  const [only, another] = fitting;
  // A profile that only the server has is the server's to judge.
  if (typeof type === 'string' && typeof profile === 'string') return { profile, type };
  if (only && !another) return only;
  const names = all.map((one) => `${one.profile}/${one.type}`).join(', ');
  return new Failure(exit.usage, [context.say('need-type', { names })]);
}

async function storeAnnexes(context: Context, connection: Connection): Promise<JsonObject[] | Failure> {
  const stored: JsonObject[] = [];
  for (const file of context.options('annex')) {
    const bytes = await readBytes(context, file);
    if (bytes instanceof Failure) return bytes;
    const { name, mediaType } = annexNaming(file);
    const answer = await connection.json<{ digest: string }>('/api/annexes', {
      method: 'POST',
      body: bytes,
      mediaType,
    });
    if (answer instanceof Failure) return answer;
    stored.push({ digest: answer.digest, name, mediaType });
  }
  return stored;
}

function looksLikeXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  // UTF-16 documents begin with a byte order mark, which no JSON file may.
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 || start.replace('\ufeff', '').trimStart().startsWith('<');
}
