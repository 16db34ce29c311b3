/**
 * Compares what a certificate declares with the words that a requirement asks for. Case and blanks do not count, nor
 * which of i, ı, I and İ is written: the pairs differ between Azerbaijani and other languages.
 */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/i\u0307|ı/gu, 'i')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What stands before and after each occurrence. */
function* around(text: string, sought: string): Generator<readonly [string, string]> {
  if (sought === '') return;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    yield [text.slice(0, at), text.slice(at + sought.length)];
  }
}

const fullStop = /[.;]$/u;
const opens = /(?:^|[.;:] )(?:[-–—•*] )?$/u;
const closes = /^(?:$|[.;](?: |$))/u;
const listMark = /^\s*(?:[-–—•*]|\d{1,3}[.)])\s+/u;

/**
 * True when the text, or one line of it, states the wording. It must stand as a statement of its own, so that
 * "not free from …" is never taken for "free from …".
 */
export function declares(text: string, wording: string): boolean {
  if (text === wording) return true;
  const sought = plain(wording).replace(fullStop, '');
  const parts = [text, ...text.split('\n').map((line) => line.replace(listMark, ''))];
  return parts.some((part) =>
    [...around(plain(part), sought)].some(([before, after]) => opens.test(before) && closes.test(after)),
  );
}

/** True when the mark stands in the text, and not as a part of a word. */
export function bearsMark(text: string, mark: string): boolean {
  if (text === mark) return true;
  const inWord = /[\p{L}\p{N}]/u;
  return [...around(plain(text), plain(mark))].some(
    ([before, after]) => !inWord.test(before.slice(-1)) && !inWord.test(after.slice(0, 1)),
  );
}
