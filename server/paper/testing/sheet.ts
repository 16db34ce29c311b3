/** A sheet to set in tests. */
import { codeImage } from '../code-image.ts';
import { codePng } from '../code-png.ts';
import type { Sheet } from '../sheet.ts';

const image = codeImage('SMR1:TEST');

export function testSheet(template: URL, form: Sheet['form'] = {}): Sheet {
  return {
    template: template.href,
    form,
    frame: {
      languages: ['az', 'ru'],
      title: ['Sənəd', 'Документ'],
      number: 'X-1',
      author: 'Nümunə',
      checkCode: 'K7QM-2D4X-9RWA',
      verifyAt: 'http://afsa.az.example/verify',
      code: { png: codePng(image), width: 45 * image.scale, alt: ['Kod', 'Код'] },
      state: { inForce: true, heading: ['Verilib', 'Выдан'], explained: ['a', 'b'] },
      signature: { said: ['imza', 'подпись'], key: 'key', record: 'ab'.repeat(32) },
      printed: ['Çap edilib', 'Напечатано'],
      demonstration: true,
    },
    attachments: [
      {
        name: 'record.jwt',
        mediaType: 'application/vc+jwt',
        relationship: 'source',
        description: 'record',
        bytes: Uint8Array.of(0, 255, 10, 13, 0),
      },
    ],
    printed: Date.parse('2026-11-22T10:00:00Z'),
  };
}
