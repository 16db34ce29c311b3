/** Who grows, packs and works together: sizes skewed as in any register of farms, totals exact to the kilogram. */
import { dayText, figures, type Product, products } from './figures.ts';
import { apportion, type Draws, draws } from './random.ts';

export interface Grower {
  readonly id: string;
  readonly name: string;
  readonly product: Product;
  readonly taxNumber: string;
  readonly district: string;
  /** Hectares, one decimal. */
  readonly area: string;
  /** Kilograms that it declares and is admitted for in the season. */
  readonly volume: number;
  readonly site: string;
  readonly packingHouse: string;
  /** Of a cooperative: growers whose goods go under its name. They are not admitted by themselves. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly taxNumber: string;
  readonly area: string;
}

export interface PackingHouse {
  readonly id: string;
  /** Enterprise that works it; it grows nothing that is shipped. */
  readonly operator: string;
  readonly taxNumber: string;
  readonly name: string;
  readonly district: string;
}

export interface Growers {
  readonly admitted: readonly Grower[];
  readonly packingHouses: readonly PackingHouse[];
}

const districts = ['Şəmkir', 'Quba', 'Xaçmaz', 'Qusar', 'Lənkəran', 'Masallı', 'Abşeron', 'Gəncə', 'Biləsuvar', 'Ağsu'];
/** Nobody is admitted for less, so that a small grower still fills a few lorries. Kilograms. */
const leastVolume = 150_000;
/** Of each product. Forgeries after the season need six growers of tomatoes; one of seven is a cooperative. */
const leastGrowers = 7;

/** Smallest share of the corridor in which the least growers of the scarcer product have their volume. */
export const leastShare = Math.max(
  ...Object.values(figures).map(({ volume }) => (leastGrowers * leastVolume) / volume),
);

export function growersOf(seed: number, share: number): Growers {
  if (!(share >= leastShare)) throw new RangeError(`share ${share}: at least ${leastShare.toFixed(4)} of the corridor`);
  const random = draws(seed, 'growers');
  const packingHouses = Array.from({ length: Math.max(3, Math.round(24 * share)) }, (_, index) => ({
    id: `AZ-PH-${pad(index + 1, 3)}`,
    operator: `AZ-P-${pad(index + 1, 3)}`,
    taxNumber: taxNumber(random),
    name: `Qablaşdırma evi ${index + 1}`,
    district: districts[index % districts.length] as string,
  }));
  const admitted = products.flatMap((product) => {
    const { admitted: full, volume } = figures[product];
    const count = Math.max(leastGrowers, Math.round(full * share));
    const weights = Array.from({ length: count }, () => random.logNormal(1));
    return apportion(Math.round(volume * share), weights, leastVolume).map((kilograms, index) =>
      grower(random, product, index, kilograms, random.pick(packingHouses)),
    );
  });
  return { admitted, packingHouses };
}

function grower(random: Draws, product: Product, index: number, volume: number, packing: PackingHouse): Grower {
  const letter = product === 'tomato' ? 'T' : 'A';
  // One enterprise in sixteen is a cooperative of small farms.
  const cooperative = index % 16 === 3;
  const id = `AZ-${cooperative ? 'K' : 'G'}-${letter}${pad(index + 1, 3)}`;
  const perHectare = figures[product].yield.usual * Math.min(1.5, Math.max(0.7, random.logNormal(0.2)));
  const hectares = volume / 1000 / perHectare;
  const size = cooperative ? random.whole(4, 9) : 0;
  return {
    id,
    name: cooperative ? `Nümunə kooperativi ${letter}${index + 1}` : `Nümunə təsərrüfatı ${letter}${index + 1}`,
    product,
    taxNumber: taxNumber(random),
    district: packing.district,
    area: hectares.toFixed(1),
    volume,
    site: `AZ-${product === 'tomato' ? 'GH' : 'OR'}-${letter}${pad(index + 1, 3)}`,
    packingHouse: packing.id,
    members: Array.from({ length: size }, (_, at) => ({
      id: `AZ-M-${letter}${pad(index + 1, 3)}-${at + 1}`,
      name: `Nümunə üzv ${letter}${index + 1}.${at + 1}`,
      taxNumber: taxNumber(random),
      area: (hectares / size).toFixed(1),
    })),
  };
}

/** A VÖEN of a legal person: eight digits, their check modulo 11, and 1. */
function taxNumber(random: Draws): string {
  for (;;) {
    const digits = Array.from({ length: 8 }, (_, at) => random.whole(at === 0 ? 1 : 0, 9));
    const check = digits.reduce((sum, digit, at) => sum + digit * ([4, 1, 8, 6, 2, 7, 5, 3][at] as number), 0) % 11;
    if (check < 10) return `${digits.join('')}${check}1`;
  }
}

export const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Day from which growers are registered. */
export const registeredSince = dayText(-400);
