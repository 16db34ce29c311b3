/** Sets sheets as PDF/A-3a with Typst. Blocks its thread: the server has it in a process of its own (`printer.ts`). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { hyphenated } from './input-names.ts';
import { type Letters, lettersOf, settable } from './letters.ts';
import type { Sheet } from './sheet.ts';
import { paperSays } from './words.ts';

const faces = ['400Regular', '400Regular_Italic', '700Bold'] as const;
const fontFolder = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans/package.json')));
/**
 * Root of everything that a page may read. No such folder exists: all files are put before the compiler by name, so
 * that no template reaches the disk.
 */
const root = '/samur-paper';
/** How many papers may go by before what they no longer used is forgotten: room for some pairs of languages in turn. */
const papersRemembered = 4;

/** A sheet could not be set: a fault of the template or the engine, never of the record's texts. */
export class TypesettingFault extends Error {}

export class Typesetter {
  readonly #compiler: NodeCompiler;
  readonly #letters: Letters;
  readonly #forms = new Set<string>();

  constructor() {
    this.#compiler = NodeCompiler.create({
      workspace: root,
      fontArgs: [{ fontPaths: faces.map((face) => join(fontFolder, face)) }],
    });
    this.#letters = lettersOf(faces.map((face) => join(fontFolder, face, `NotoSans_${face}.ttf`)));
    this.#put('frame.typ', readFileSync(new URL('frame.typ', import.meta.url)));
  }

  /** The PDF. Throws `TypesettingFault`. */
  typeset(sheet: Sheet): Uint8Array {
    const { form, name } = this.#form(sheet.template);
    const { png, ...code } = sheet.frame.code;
    const { languages } = sheet.frame;
    // Keys and ids in the frame have room, and are copied from there: nothing is put into them.
    const frame = settable(JSON.parse(JSON.stringify({ ...sheet.frame, code })), this.#letters, 'whole words');
    const data = settable(sheet.form, this.#letters);
    const replaced = frame.replaced || data.replaced;
    const words = Object.fromEntries(
      (['check-code', 'verify-at', 'page', 'key', 'record', 'demonstration', 'mark', 'replaced'] as const).map(
        (word) => [word, paperSays(word, languages)],
      ),
    );
    const attachments = sheet.attachments.map(({ bytes: _, ...file }, index) =>
      hyphenated({ ...file, place: String(index) }),
    );
    const paper = { frame: { ...hyphenated(frame.value as object), words, replaced }, form: data.value, attachments };
    this.#put('paper.json', Buffer.from(JSON.stringify(paper)));
    this.#put('code.png', png);
    for (const [index, { bytes }] of sheet.attachments.entries()) this.#put(`attachments/${index}`, bytes);
    try {
      return this.#compiler.pdf(
        {
          mainFileContent: `#import "/frame.typ": sheet\n#import "/${form}/${name}": head, body\n#sheet(head, body)\n`,
        },
        // A name that the compiler does not know it would pass over: the tests read the PDF for it.
        { pdfStandard: 'a-3a', creationTimestamp: Math.floor(sheet.printed / 1000) },
      );
    } catch (fault) {
      // What Typst says stands in `code` when it could not compile, in `message` when it could not write the PDF.
      const { message = '', code = '' } = fault as { readonly message?: string; readonly code?: string };
      throw new TypesettingFault(message || code);
    } finally {
      for (const index of sheet.attachments.keys()) this.#compiler.unmapShadow(`${root}/attachments/${index}`);
      // Without it every page stays in memory whole, also one that failed. What the last few used is kept for the next.
      this.#compiler.evictCache(papersRemembered);
    }
  }

  /** Puts the template's folder before the compiler, once. */
  #form(template: string): { readonly form: string; readonly name: string } {
    const file = fileURLToPath(template);
    const folder = dirname(file);
    const form = `form${folder}`;
    if (!this.#forms.has(form)) {
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.typ')))
        this.#put(`${form}/${name}`, readFileSync(join(folder, name)));
      this.#forms.add(form);
    }
    return { form, name: file.slice(folder.length + 1) };
  }

  #put(path: string, bytes: Uint8Array): void {
    this.#compiler.mapShadow(`${root}/${path}`, Buffer.from(bytes));
  }
}
