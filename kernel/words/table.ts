import type { Text } from '../finding.ts';

/** Words of codes, one line each: code, then az, ru, en, parted by bars. */
export function table(lines: string): Readonly<Record<string, Text>> {
  return Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [code, az, ru, en] = line.split('|').map((part) => part.trim());
        if (code === undefined || az === undefined || ru === undefined || en === undefined) throw new Error(line);
        return [code, { az, ru, en }];
      }),
  );
}
