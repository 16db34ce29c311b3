import { fromUtf8 } from '../../kernel/bytes.ts';
import { type EvidenceReport, openEvidence, openRecordAlone, type Verifier } from '../../kernel/exchange/evidence.ts';
import { carriedInPdf, isPdf } from '../../kernel/paper/attachments.ts';
import { type Carried, isCode, readCode } from '../../kernel/paper/code.ts';
import { dictionariesOf } from '../../kernel/paper/dictionaries.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { sentence } from '../../kernel/words.ts';
import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { readBytes } from '../files.ts';
import { knownTrust, pinnedAnchors } from '../pinned.ts';
import { reportJson, reportText } from '../report-output.ts';

export const verify: Command = {
  name: 'verify',
  summary: {
    az: 'Qeydi, sübut faylını, PDF sənədini və ya çap olunmuş kodun mətnini serversiz yoxlayır',
    ru: 'Проверяет запись, файл доказательств, документ PDF или текст напечатанного кода без сервера',
    en: 'Verifies a record, an evidence file, a PDF or the text of a printed code, without a server',
  },
  usage: 'FILE [--anchor FILE] [--max-age 24h]',
  examples: [
    'samur verify certificate.evidence.json --anchor pin.json',
    'samur verify certificate.evidence.json --as ru.fsvps --max-age 24h',
    'samur verify certificate.pdf --trust trust.json --anchor pin.json --lang az',
  ],
  options: {
    anchor: {
      type: 'string',
      about: {
        az: 'Əsas açarlar; adətən SAMUR_DATA qovluğundakı pin.json',
        ru: 'Главные ключи; обычно pin.json в папке SAMUR_DATA',
        en: 'Pinned anchor keys; usually pin.json below SAMUR_DATA',
      },
    },
    trust: {
      type: 'string',
      about: {
        az: 'Məlum olan ən yeni etimad siyahısı; sübut faylı olmayan qeyd üçün mütləqdir',
        ru: 'Новейший известный список доверия; для записи без доказательства обязателен',
        en: 'Newest trust list known; a record without evidence needs one',
      },
    },
    annex: {
      type: 'string',
      multiple: true,
      about: { az: 'Yoxlanılacaq əlavə', ru: 'Проверяемое приложение', en: 'An annex to check as well' },
    },
    'max-age': {
      type: 'string',
      about: {
        az: 'Vəziyyətin ən böyük yaşı: 90s, 30m, 24h, 7d',
        ru: 'Наибольший возраст состояния: 90s, 30m, 24h, 7d',
        en: 'Oldest state accepted: 90s, 30m, 24h, 7d',
      },
    },
  },
  takes: [1, 1],
  async run(context) {
    const maxAge = duration(context.option('max-age'));
    if (maxAge === 'bad')
      return new Failure(exit.usage, [
        context.say('bad-option', { name: '--max-age', value: context.option('max-age') ?? '', command: 'verify' }),
      ]);
    const report = await open(context, maxAge);
    if (report instanceof Failure) return report;
    if (report instanceof Refusal)
      return new Failure(
        exit.refused,
        [`${sentence(report, context.language)} [${report.code}] ${report.path}`.trimEnd()],
        {
          code: report.code,
          path: report.path,
          authenticity: { verdict: 'not-authentic' },
        },
      );
    context.notice(report.demonstration);
    if (context.json) context.print(reportJson(context, report));
    else context.out(reportText(context, report));
    return report.authenticity.verdict === 'authentic' && !report.state.tooOld ? exit.ok : exit.refused;
  },
};

async function open(context: Context, maxAge: number | undefined): Promise<EvidenceReport | Refusal | Failure> {
  const file = context.positionals[0]!;
  const bytes = await readBytes(context, file);
  if (bytes instanceof Failure) return bytes;
  const pin = await pinnedAnchors(context);
  if (pin instanceof Failure) return pin;
  const annexes: Uint8Array[] = [];
  for (const name of context.options('annex')) {
    const annex = await readBytes(context, name);
    if (annex instanceof Failure) return annex;
    annexes.push(annex);
  }
  const { crypto, catalogue } = context;
  const verifier: Verifier = {
    crypto,
    catalogue,
    now: context.now(),
    annexes,
    ...(maxAge !== undefined && { maxAge }),
  };
  const known = await knownTrust(context, pin);
  if (known instanceof Failure) return known;
  const carried = await carriedIn(context, bytes);
  if (carried === undefined) return openEvidence(bytes, { ...verifier, pin, ...(known && { known }) });
  if (carried instanceof Failure || carried instanceof Refusal) return carried;
  return known
    ? openRecordAlone(carried, { ...verifier, trust: known })
    : new Failure(exit.usage, [context.say('need-trust')]);
}

/** The record in a PDF, in a printed code, or by itself; undefined for what only an evidence file can be. */
async function carriedIn(context: Context, bytes: Uint8Array): Promise<Carried | Refusal | Failure | undefined> {
  if (isPdf(bytes)) return carriedInPdf(bytes);
  const nothing = () => new Failure(exit.usage, [context.say('not-verifiable', { file: context.positionals[0]! })]);
  const whole = fromUtf8(bytes);
  if (whole instanceof Refusal) return nothing();
  const text = whole.trim();
  if (compactJws.test(text)) return { jws: text, proofs: [] };
  if (text.startsWith('{')) return undefined;
  if (!isCode(text)) return nothing();
  const read = await readCode(text, dictionariesOf(context.catalogue, context.crypto), context.crypto);
  if (read instanceof Refusal || 'jws' in read) return read;
  const { host, checkCode } = read;
  return new Failure(exit.usage, [context.say('code-is-link', { host, code: checkCode })]);
}

/** Three parts, of characters that JSON cannot begin with. */
const compactJws = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/;

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function duration(text: string | undefined): number | undefined | 'bad' {
  if (text === undefined) return undefined;
  const match = /^(\d{1,9})([smhd])$/.exec(text);
  return match ? Number(match[1]) * unitMs[match[2]!]! : 'bad';
}
