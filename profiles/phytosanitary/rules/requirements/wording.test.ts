import { describe, expect, it } from 'vitest';
import { bearsMark, declares } from './wording.ts';

const wording = 'The consignment is free from Tomato brown rugose fruit virus.';

describe('declared words', () => {
  it.each([
    ['as they are', wording],
    ['without the full stop, in capitals', 'THE CONSIGNMENT IS FREE FROM TOMATO BROWN RUGOSE FRUIT VIRUS'],
    ['broken over lines', 'The consignment is free from\n  Tomato brown rugose\tfruit virus.'],
    ['after another statement', `Packed in new boxes. ${wording} Nothing else.`],
    ['after a colon', `Additional declaration: ${wording}`],
    ['as a line of a list', `1) Packed in new boxes\n2) ${wording.slice(0, -1)}\n3) Cooled`],
    ['after a dash', `- ${wording}`],
  ])('count %s', (_, text) => expect(declares(text, wording)).toBe(true));

  it.each([
    ['denied', `It is not true that ${wording}`],
    ['limited', 'The consignment is free from Tomato brown rugose fruit virus, lot 5 excepted.'],
    ['cut', 'The consignment is free from Tomato brown rugose fruit'],
    ['of another pest', 'The consignment is free from Tomato spotted wilt virus.'],
  ])('do not count when they are %s', (_, text) => expect(declares(text, wording)).toBe(false));

  it('are denied by a word before them', () => {
    expect(declares('not free from ToBRFV', 'free from ToBRFV')).toBe(false);
    expect(declares('free from ToBRFV', 'free from ToBRFV')).toBe(true);
  });

  it('are alike in either case of Azerbaijani letters', () => {
    expect(declares('PARTİYA QARANTİN TƏLƏBLƏRİNƏ UYĞUNDUR', 'Partiya qarantin tələblərinə uyğundur.')).toBe(true);
    expect(declares('QIRIŞIQLIQ VİRUSUNDAN AZADDIR', 'qırışıqlıq virusundan azaddır')).toBe(true);
  });

  it('are never found in nothing', () => {
    expect(declares('anything.', '.')).toBe(false);
  });
});

describe('marks', () => {
  it.each([
    ['NI-14', 'NI-14', true],
    ['Grower ni-14, box 3', 'NI-14', true],
    ['NI-140', 'NI-14', false],
    ['ANI-14', 'NI-14', false],
    ['(NI-14)', 'NI-14', true],
    ['', 'NI-14', false],
  ])('%j bears %j: %s', (text, mark, bears) => expect(bearsMark(text, mark)).toBe(bears));
});
