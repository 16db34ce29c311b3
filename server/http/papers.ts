/** Records on paper. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Language } from '../../kernel/finding.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { InstitutionService } from '../institution/service.ts';
import { Printer } from '../paper/printer.ts';
import { fileStem, type Languages, recordSheet } from '../paper/record-sheet.ts';
import { callerOf } from './access.ts';
import { bytes, problems } from './describe.ts';
import type { Documents } from './documents.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import { recordPath } from './records.ts';
import type { App } from './route.ts';
import { Digest } from './schemas.ts';

export const pdfType = 'application/pdf';
/** A larger document is left off the paper; it is had by itself. */
const maxXmlBytes = 8 * 1024 * 1024;

export const PaperQuery = Type.Object(
  {
    lang: Type.Optional(
      Type.String({
        pattern: '^(az|ru|en)(,(az|ru|en))?$',
        description: 'One or two languages, the first one first. Absent: those of the two sides.',
      }),
    ),
  },
  { additionalProperties: false },
);

export interface PrintedPaper {
  readonly pdf: Buffer;
  /** Content-Disposition, with the name of the file. */
  readonly disposition: string;
}

/** `lang` as in the query of the route below. `record.unknown-id`: not held here, or not verified. */
export type PrintPaper = (service: InstitutionService, id: string, lang?: string) => Promise<PrintedPaper | Refusal>;

/** One process that sets papers, for all routes that hand them out. */
export function paperPrinter(app: App, options: AppOptions, documents: Documents): PrintPaper {
  const printer = new Printer();
  app.addHook('onClose', () => printer.close());
  return async (service, id, lang) => {
    const record = await service.show(id);
    // Before anything reads what a record says that nobody has verified.
    if (record === undefined || (await service.carried(record.id)) === undefined) return refuse('record.unknown-id');
    const printed = options.now();
    const languages = languagesAsked(lang);
    const xml = await documents.write(record, service);
    const sheet = await recordSheet(record, service, {
      catalogue: options.catalogue,
      crypto: options.crypto,
      printed,
      ...(languages && { languages }),
      // A type without such a format, or claims that it cannot tell: the paper carries the record all the same.
      ...(!(xml instanceof Refusal) && xml.length <= maxXmlBytes && { xml }),
    });
    const page = sheet instanceof Refusal ? sheet : await printer.print(sheet);
    if (page instanceof Refusal) return page;
    return { pdf: Buffer.from(page), disposition: disposition(record.number, record.id) };
  };
}

export function paperRoutes(app: App, print: PrintPaper): void {
  app.get(
    `${recordPath}.pdf`,
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'printRecord',
        summary: 'The record on paper: a PDF/A-3a with the signed record, its proofs and the XML attached',
        description:
          'States the record’s state at the time of printing, and that it was no longer in force where it was not. ' +
          'The same record, state, languages and second give the same bytes. XML above 8 MiB is not attached.',
        tags: ['records'],
        params: Type.Object({ id: Digest }),
        querystring: PaperQuery,
        response: { 200: bytes('PDF.', pdfType), ...problems(400, 401, 403, 404, 422, 429) },
      },
    },
    async (request, reply) => {
      const paper = await print(callerOf(request).service, request.params.id, request.query.lang);
      return paper instanceof Refusal ? sendProblem(reply, paper) : sendPaper(reply, paper);
    },
  );
}

export function sendPaper(reply: FastifyReply, { pdf, disposition }: PrintedPaper): FastifyReply {
  return reply.type(pdfType).header('content-disposition', disposition).send(pdf);
}

function languagesAsked(lang: string | undefined): Languages | undefined {
  if (lang === undefined) return undefined;
  const [first, second = first] = lang.split(',') as [Language, Language?];
  return [first, second];
}

/** RFC 6266: the name for old readers in ASCII, then as it is. */
function disposition(number: string, id: string): string {
  const name = `${fileStem(number, id)}.pdf`;
  const plain = name.replace(/[^\x20-\x7e]/g, '_');
  return `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
