/** The page at work: what a person gives goes in, cards come out. One check at a time; the latest wins. */

import { fromBase32, readCheckCode } from '../../kernel/paper/check-code.ts';
import { Camera } from './camera.ts';
import { troubleCard } from './card.ts';
import type { Checked, Checker, Shown } from './checker.ts';
import { element, fillWith, part } from './element.ts';
import { fileSort, maxFileBytes } from './file-sort.ts';
import { Scanner } from './scan.ts';
import type { Speech, Word } from './speech.ts';
import { Trouble } from './trouble.ts';

/** Waits for trust list and profiles; a word says why there can be no check. */
export type LoadChecker = () => Promise<Checker | Word>;

export class Page {
  readonly #speech: Speech;
  readonly #load: LoadChecker;
  readonly #progress = part('progress', 'p');
  readonly #result = part('result', 'section');
  readonly #ways = part('ways', 'section');
  readonly #video = part('camera-video', 'video');
  readonly #cameraStart = part('camera-start', 'button');
  readonly #cameraView = part('camera-view', 'div');
  readonly #light = part('camera-light', 'button');
  #scanner: Scanner | undefined;
  #camera: Camera | undefined;
  /** Goes up with everything given: what is overtaken is not shown. */
  #turn = 0;
  #shown: Checked | undefined;

  constructor(speech: Speech, load: LoadChecker) {
    this.#speech = speech;
    this.#load = load;
    this.#listen();
  }

  #listen(): void {
    this.#cameraStart.addEventListener('click', () => void this.#startCamera());
    part('camera-stop', 'button').addEventListener('click', () => this.#camera?.stop());
    this.#light.addEventListener('click', () => void this.#switchLight());
    const file = part('file', 'input');
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      if (chosen) void this.file(chosen);
      // The same file may be chosen again.
      file.value = '';
    });
    const drop = this.#ways;
    document.addEventListener('dragover', (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) drop.classList.remove('over');
    });
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      void this.#transferred(event.dataTransfer);
    });
    document.addEventListener('paste', (event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      void this.#transferred(event.clipboardData);
    });
    submitted('text-form', () => void this.text(part('text', 'textarea').value));
    submitted('number-form', () => void this.number(part('number', 'input').value, part('code', 'input').value));
  }

  async #transferred(data: DataTransfer | null): Promise<void> {
    const [file] = data?.files ?? [];
    if (file) await this.file(file);
    else await this.text(data?.getData('text/plain') ?? '');
  }

  async file(file: Blob): Promise<void> {
    const turn = this.#begin('working');
    if (file.size > maxFileBytes) return this.#fail(turn, new Trouble('input-too-large'));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sort = fileSort(bytes);
    if (sort === 'unknown') return this.#fail(turn, new Trouble('input-unknown'));
    if (sort === 'text') return this.#answer(turn, (checker) => checker.text(new TextDecoder().decode(bytes)));
    if (sort === 'pdf') return this.#answer(turn, (checker) => checker.pdf(bytes));
    this.#say('picture-reading');
    this.#scanner ??= new Scanner();
    const text = await this.#scanner.readFile(file);
    if (text.kind === 'broken') return this.#fail(turn, new Trouble('input-picture-broken'));
    if (text.kind === 'no-code') return this.#fail(turn, new Trouble('input-picture-empty'));
    return this.#answer(turn, (checker) => checker.text(text.text));
  }

  async text(text: string): Promise<void> {
    const turn = this.#begin('working');
    await this.#answer(turn, (checker) => checker.text(text));
  }

  async number(number: string, typed: string): Promise<void> {
    const missing = [lacking('code', typed), lacking('number', number)].filter((field) => field !== undefined);
    for (const field of missing) field.focus();
    if (missing.length > 0) return;
    const turn = this.#begin('working');
    const code = readCheckCode(typed);
    if (code === undefined) return this.#fail(turn, new Trouble('input-bad-code'));
    await this.#answer(turn, (checker) => checker.check({ kind: 'asked', asked: { number: number.trim(), code } }));
  }

  /** What the answer on the page is about. */
  get shown(): Checked | undefined {
    return this.#shown;
  }

  async again(given: Checked): Promise<void> {
    await this.#answer(this.#begin('working'), (checker) => checker.check(given));
  }

  /** `#<id in base 32>/<check code>`, as a printed link leads here. */
  async fragment(fragment: string): Promise<void> {
    const [, sign = '', typed = ''] = /^#([0-9a-z]{52})\/([0-9a-z-]{12,14})$/i.exec(fragment) ?? [];
    const id = fromBase32(sign.toUpperCase())?.toHex();
    const code = readCheckCode(typed);
    if (!id || code === undefined) return;
    const turn = this.#begin('working');
    await this.#answer(turn, (checker) => checker.check({ kind: 'asked', asked: { id, code } }));
  }

  async #answer(turn: number, find: (checker: Checker) => Promise<Shown | Trouble>): Promise<void> {
    try {
      const checker = await this.#load();
      if (typeof checker === 'string') return this.#blocked(turn, checker);
      const shown = await find(checker);
      if (turn !== this.#turn) return;
      if (shown instanceof Trouble) return this.#fail(turn, shown);
      this.#shown = shown.given;
      fillWith(this.#result, shown.element, this.#another());
      this.#result.dataset['took'] = shown.took.toFixed(1);
      this.#ways.hidden = true;
      this.#reveal(shown.sentence);
      const sentence = await shown.complete();
      if (turn !== this.#turn) return;
      this.#progress.textContent = sentence;
      this.#done();
    } catch (thrown) {
      // A fault of the program: told, and left to the browser's own reports.
      this.#blocked(turn, 'fault');
      throw thrown;
    }
  }

  #another(): HTMLElement {
    const button = element('button', { type: 'button', class: 'button second' }, this.#speech.say('check-another'));
    button.addEventListener('click', () => {
      this.#turn++;
      this.#hideResult();
      this.#progress.textContent = '';
      this.#ways.scrollIntoView();
      this.#cameraStart.focus();
    });
    return element('p', {}, button);
  }

  #begin(word: Word): number {
    if (!this.#cameraView.hidden) this.#camera?.stop();
    this.#hideResult();
    this.#say(word);
    return ++this.#turn;
  }

  #fail(turn: number, trouble: Trouble): void {
    if (turn !== this.#turn) return;
    fillWith(this.#result, troubleCard(trouble, this.#speech));
    this.#reveal(this.#speech.say(trouble.word));
    this.#done();
  }

  #blocked(turn: number, word: Word): void {
    if (turn !== this.#turn) return;
    this.#hideResult();
    this.#say(word);
    this.#done();
  }

  #hideResult(): void {
    this.#shown = undefined;
    this.#result.hidden = true;
    this.#result.removeAttribute('data-done');
    this.#ways.hidden = false;
    this.#progress.classList.remove('hidden-visually');
  }

  /** The sentence is for those who do not see the cards: there it stands large. */
  #reveal(sentence: string): void {
    this.#progress.classList.add('hidden-visually');
    this.#progress.textContent = sentence;
    this.#result.hidden = false;
    this.#result.focus({ preventScroll: true });
    this.#result.scrollIntoView({ block: 'start' });
  }

  #done(): void {
    this.#result.dataset['done'] = String(this.#turn);
  }

  #say(word: Word): void {
    this.#progress.textContent = this.#speech.say(word);
  }

  async #startCamera(): Promise<void> {
    this.#scanner ??= new Scanner();
    this.#camera ??= new Camera(this.#video, this.#scanner, {
      says: (word) => {
        this.#say(word);
        this.#cameraView.hidden = word !== 'camera-looking';
        this.#cameraStart.hidden = word === 'camera-looking';
        // Profiles load while the person still holds the paper up.
        if (word === 'camera-looking') void this.#load();
      },
      read: (text) => void this.text(text),
      stopped: () => {
        this.#cameraView.hidden = true;
        this.#cameraStart.hidden = false;
        this.#light.hidden = true;
        this.#say('camera-stopped');
      },
      light: () => {
        this.#light.hidden = false;
        this.#light.textContent = this.#speech.say('light-on');
      },
    });
    this.#hideResult();
    await this.#camera.start();
  }

  async #switchLight(): Promise<void> {
    const lit = await this.#camera?.switchLight();
    this.#light.textContent = this.#speech.say(lit ? 'light-off' : 'light-on');
  }
}

/** The field if nothing was typed into it, which then says so. */
function lacking(name: 'number' | 'code', typed: string): HTMLInputElement | undefined {
  const field = part(name, 'input');
  const told = `${name}-missing`;
  const lacks = typed.trim() === '';
  part(told, 'span').hidden = !lacks;
  if (!lacks) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    return undefined;
  }
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', told);
  return field;
}

function submitted(form: string, act: () => void): void {
  part(form, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    act();
  });
}
