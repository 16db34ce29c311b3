/** Notes that tie a line to registers and records: other systems read them as notes, this one as members. */
import type { Line, Note, Original, Source } from '../claims/line.ts';
import { EppoCode, Identifier, InstitutionId, RecordId, Season, Token } from '../claims/text.ts';
import type { Claims } from './codec.ts';
import { type Coded, coded, codedInteger, codedQuantity, readCodes, writeCodes } from './coded.ts';
import { formOf } from './leaf.ts';

/** What the lists of these codes begin with, so that no other system's are taken for them. */
const own = 'samur-';

interface Kind {
  readonly member: 'sources' | 'originals';
  /** Subject, and the list of its code; without one it is an ePhyto tag. */
  readonly subject: string;
  readonly list?: string;
  /** The member that stands as the note's content, for a person to read. */
  readonly content: string;
  readonly form: RegExp;
  readonly codes: readonly Coded[];
}

const kinds: readonly Kind[] = [
  {
    member: 'sources',
    subject: 'SOURCE',
    list: `${own}note`,
    content: 'grower' satisfies keyof Source,
    form: formOf(Identifier),
    codes: [
      coded<Source>(`${own}member`, 'member', Identifier, false),
      coded<Source>(`${own}site`, 'site', Identifier, false),
      coded<Source>(`${own}packing-house`, 'packingHouse', Identifier, false),
      coded<Source>(`${own}product`, 'product', EppoCode),
      coded<Source>(`${own}season`, 'season', Season),
      codedQuantity<Source>(`${own}quantity`, 'quantity'),
    ],
  },
  {
    member: 'originals',
    subject: 'RPCRF',
    content: 'number' satisfies keyof Original,
    form: formOf(Token(100)),
    codes: [
      coded<Original>(`${own}record`, 'certificate', RecordId),
      coded<Original>(`${own}exporter`, 'exporter', InstitutionId),
      codedInteger<Original>(`${own}line`, 'line'),
      codedQuantity<Original>(`${own}quantity`, 'quantity'),
    ],
  },
];

/** The member that a note just read stands for; `unreadable` when it should be one and is not. */
export function tieOf({ subject, list, texts = [], codes = [] }: Note) {
  if (list?.startsWith(own) !== true && !codes.some((code) => code.list?.startsWith(own))) return undefined;
  const kind = kinds.find((one) => one.subject === subject && one.list === list);
  const [text, second] = texts;
  const content = text?.language === undefined && second === undefined ? text?.text : undefined;
  if (kind === undefined || content === undefined || !kind.form.test(content)) return 'unreadable';
  const read = readCodes(codes, kind.codes);
  return read === undefined ? 'unreadable' : { member: kind.member, value: { [kind.content]: content, ...read } };
}

export function notesOfTies(line: Pick<Line, 'sources' | 'originals'>): readonly Note[] {
  return kinds.flatMap(({ member, subject, list, content, codes }) =>
    ((line[member] as readonly Claims[] | undefined) ?? []).map((value) => ({
      subject,
      ...(list === undefined ? {} : { list }),
      texts: [{ text: value[content] as string }],
      codes: writeCodes(value, codes),
    })),
  );
}
