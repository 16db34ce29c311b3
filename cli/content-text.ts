import type { ContentLine } from '../kernel/contents.ts';
import { printable } from './text-output.ts';

/** One line each, what holds others above them. A text of several lines stands on one, so that it feigns no label. */
export function contentText(lines: readonly ContentLine[], indent = ''): string {
  return lines
    .map((line) => {
      const label = indent + printable(line.label);
      return 'lines' in line
        ? `${label}\n${contentText(line.lines, `${indent}  `)}`
        : `${label}: ${printable(line.value)}\n`;
    })
    .join('');
}
