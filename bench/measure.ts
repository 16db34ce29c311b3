/** Figures that stand up on a machine that others use too: medians of rounds, shares of time really given. */
import { availableParallelism } from 'node:os';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')}/s`;
}

/** Whether a figure reaches its bar. */
export function against(bar: string, holds: boolean): string {
  return `${holds ? 'meets' : 'MISSES'} ${bar}`;
}

/** Runs work that never waits for about this long; gives runs a second. */
export function rateOf(work: () => void, milliseconds: number): number {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < 16; i++) work();
    runs += 16;
    elapsed = performance.now() - start;
  }
  return (runs * 1000) / elapsed;
}

/** Share of one core that this process used since the call, all its threads in. */
export function cpuMeter(): () => number {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / (performance.now() - start);
  };
}

export function cores(share: number): string {
  return `${share.toFixed(2)} of ${availableParallelism()} cores`;
}

/** A number from the command line, or the default. */
export function argument(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
