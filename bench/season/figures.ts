/** The public figures that the year is made from, and the calendar it runs on. */
export type Product = 'tomato' | 'apple';

export interface ProductFigures {
  readonly eppo: string;
  readonly botanical: string;
  readonly hs: string;
  readonly names: Readonly<Record<'az' | 'ru' | 'en', string>>;
  /** Enterprises that the importing service admitted, and their volume in all, kilograms. */
  readonly admitted: number;
  readonly volume: number;
  /** Share of what the corridor ships in the year. */
  readonly shipped: number;
  /** Weight of each month, September first. */
  readonly months: readonly number[];
  /** What a laboratory looks for. */
  readonly pests: readonly string[];
  readonly site: 'greenhouse' | 'orchard';
  /** Tonnes a hectare and season that honest growers bring, and the greatest credible figure. */
  readonly yield: { readonly usual: number; readonly greatest: number };
}

/** Tomatoes come from greenhouses in spring and autumn, apples from store in autumn and winter. */
export const figures: Readonly<Record<Product, ProductFigures>> = {
  tomato: {
    eppo: 'LYPES',
    botanical: 'Solanum lycopersicum',
    hs: '070200',
    names: { az: 'Təzə pomidor', ru: 'Томаты свежие', en: 'Fresh tomatoes' },
    admitted: 226,
    volume: 385_460_000,
    shipped: 0.78,
    months: [3, 7, 12, 11, 5, 4, 8, 14, 17, 12, 5, 2],
    pests: ['TOBRFV', 'GNORAB'],
    site: 'greenhouse',
    yield: { usual: 170, greatest: 300 },
  },
  apple: {
    eppo: 'MABSD',
    botanical: 'Malus domestica',
    hs: '080810',
    names: { az: 'Təzə alma', ru: 'Яблоки свежие', en: 'Fresh apples' },
    admitted: 77,
    volume: 186_948_000,
    shipped: 0.22,
    months: [10, 18, 19, 16, 13, 10, 7, 4, 2, 0, 0, 1],
    pests: ['LASPMO'],
    site: 'orchard',
    yield: { usual: 32, greatest: 70 },
  },
};

export const products = Object.keys(figures) as Product[];

/** Shipped in the year, in lots of 18 to 22 tonnes, kilograms. */
export const shippedInAll = 172_000_000;
export const lotMass = { least: 18_000, greatest: 22_000, mean: 20_000 } as const;

export const exporter = 'az.afsa';
export const importer = 'ru.fsvps';
export const sendingCustoms = 'az.customs';
export const receivingCustoms = 'ru.fts';
/** From 1 September to 31 August: one season of both products. Registers are filled in the week before. */
export const season = '2026-27';
export const firstDay = Date.UTC(2026, 8, 1);
export const days = 365;
export const dayMs = 86_400_000;
/** Days that are worked off on one reading of the clock, so what one side issues the other has read as many later. */
export const lag = 3;
/** The day that the clock shows while `day` is worked off. */
export const lastOfStep = (day: number): number => day - (((day % lag) + lag) % lag) + lag - 1;

/** Road and rail checkpoints of the corridor, as the importing service lists them. */
export const checkpoints = { road: ['RUYAK', 'RUTGK'], rail: ['RUSAM'] } as const;
export const placeNames: Readonly<Record<string, string>> = {
  RUYAK: 'Яраг-Казмаляр',
  RUTGK: 'Тагиркент-Казмаляр',
  RUSAM: 'Самур',
};

/** Calendar day `day` days after the first of the year, as `YYYY-MM-DD`. */
export const dayText = (day: number): string => new Date(firstDay + day * dayMs).toISOString().slice(0, 10);
