/**
 * HTML as a value: what stands in a template is trusted, what is put into it is escaped, and only `html` makes one.
 * Values may stand in text and in quoted attributes.
 */

class Fragment {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

export type Html = Fragment;

/** `undefined` and `false` leave nothing; lists are joined. */
export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

/**
 * An address (`href`, `src`, `action`, `formaction`) that is no path of this server, no fragment and no http address
 * becomes `#`. Throws TypeError for a template with a value in a bare attribute.
 */
export function html(template: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = template[0] ?? '';
  for (const [index, value] of values.entries()) {
    const before = template[index] ?? '';
    if (/=\s*$/.test(before)) throw new TypeError(`an attribute needs quotes: ${before.slice(-40)}`);
    text += addressBefore.test(before) ? escaped(address(value)) : textOf(value);
    text += template[index + 1] ?? '';
  }
  return new Fragment(text);
}

const addressBefore = /(?:href|src|action)="$/;
const goodAddress = /^(?:\/(?![/\\])|#|https?:\/\/)/;

function address(value: HtmlValue): string {
  const text = typeof value === 'string' ? value : '';
  return goodAddress.test(text) ? text : '#';
}

function textOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Fragment) return value.toString();
  if (typeof value === 'object') return value.map(textOf).join('');
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Controls have no place in HTML, and a NUL would be read as another sign than was sent. Signs that turn the line around,
 * or cannot be seen, would make a number or a name look like another one.
 */
const hidden =
  /[^\P{Cc}\t\n\r]|[\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}]/gu;

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => entities[sign]!).replace(hidden, '\u{fffd}');
}
