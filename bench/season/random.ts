/** Draws that depend on a seed and a name alone: the same year each time, on every machine. */
export interface Draws {
  /** At least 0, below 1. */
  unit(): number;
  /** Whole number from `low` to `high`, both in. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  /** Standard normal. */
  normal(): number;
  /** exp(normal × sigma): median 1. */
  logNormal(sigma: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** sfc32 with a state made from the seed and the name of the stream by FNV-1a. */
export function draws(seed: number, name: string): Draws {
  let hash = 0x811c9dc5 ^ seed;
  for (const char of `${seed}/${name}`) hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193);
  let [a, b, c, count] = [hash | 0, 0x9e3779b9 | 0, seed | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    unit: next,
    whole,
    chance: (share) => next() < share,
    normal,
    logNormal: (sigma) => Math.exp(normal() * sigma),
    pick: (list) => {
      const at = list[whole(0, list.length - 1)];
      if (at === undefined) throw new Error('nothing to pick from');
      return at;
    },
    shuffled: (list) => {
      const mixed = [...list];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [mixed[i], mixed[j]] = [mixed[j] as (typeof mixed)[number], mixed[i] as (typeof mixed)[number]];
      }
      return mixed;
    },
  };
}

/**
 * Shares `total` out in whole units by weight; the parts sum to it exactly (largest remainders). Each part is at
 * least `least`, so `total` must be at least that many for each.
 */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const free = total - least * weights.length;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (free * weight) / sum);
  const parts = exact.map((share) => least + Math.floor(share));
  let left = total - parts.reduce((all, part) => all + part, 0);
  const order = exact.map((share, index) => [share - Math.floor(share), index] as const).sort((x, y) => y[0] - x[0]);
  for (const [, index] of order) {
    if (left-- <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
}
