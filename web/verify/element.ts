/** Elements made by hand: text is text, and nothing given can become markup. */
import { shortened, visible } from './visible.ts';

export type Child = Node | string | undefined | false;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  fillWith(made, ...children);
  return made;
}

export function fillWith(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
}

/** Longest text that is shown at once. */
const most = 600;

/** Others' words: set apart from the direction of the line, what is hidden made visible, long ones cut. */
export function foreign(text: string, showAll: (count: number) => string): HTMLElement {
  const shown = visible(text);
  const start = shortened(shown, most);
  const words = element('bdi', { class: 'foreign' }, start ?? shown);
  if (start === undefined) return words;
  const button = element('button', { type: 'button', class: 'show-all' }, showAll(shown.length));
  button.addEventListener('click', () => {
    words.textContent = shown;
    button.remove();
  });
  return element('span', {}, words, ' ', button);
}

/** The element that the page was sent with. Its absence is a fault of the program. */
export function part<K extends keyof HTMLElementTagNameMap>(id: string, name: K): HTMLElementTagNameMap[K] {
  const found = document.getElementById(id);
  if (found?.localName !== name) throw new TypeError(`the page has no ${name} ${id}`);
  return found as HTMLElementTagNameMap[K];
}
