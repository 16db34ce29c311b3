import type { Need, View } from '../../../kernel/profile.ts';
import { type GoodsValue, goodsKey, goodsRegister } from '../registers.ts';
import { inForceOn } from './days.ts';

const beginnings = (hs: string): readonly string[] =>
  Array.from({ length: hs.length - 1 }, (_, index) => hs.slice(0, index + 2));

export const goodsNeeds = (customs: string, hs: string): readonly Need[] =>
  beginnings(hs).map((code) => ({ register: goodsRegister, key: goodsKey(customs, code) }));

/** Whether a service counts goods with this code to the project on a day. */
export const isInProject = (customs: string, hs: string, day: string, view: View): boolean =>
  beginnings(hs).some((code) => {
    const row = view.register(goodsRegister, goodsKey(customs, code)) as GoodsValue | undefined;
    return row !== undefined && inForceOn(row, day);
  });
