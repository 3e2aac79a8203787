/** What shoppers of the made-up catalogue ask for: frequent and rare, broad and narrow, the same in every run. */
import type { ProductSort } from "@meridian/api/catalog/contract.ts";
import type { Filter } from "@meridian/api/catalog/service/filter.ts";
import { leaves, departments } from "@meridian/db/demo/shop.ts";
import {
  adjectives,
  colors,
  materials,
  nouns,
  places,
  sizes,
} from "@meridian/db/demo/synthetic/vocabulary.ts";

export type Wanted = { filter: Filter; sort: ProductSort; isTypo?: boolean };

const of = <T>(list: readonly T[], i: number): T => list[(i * 7919) % list.length] as T;
const all: Filter = { words: [], region: "eu", language: "en", availability: "any" };
const sorts: ProductSort[] = ["newest", "price", "-price", "title"];

export function searches(): Wanted[] {
  const wanted = (i: number): string[] => {
    const [adjective, material, noun, place] = [adjectives, materials, nouns, places].map((list) =>
      of(list, i).toLowerCase(),
    ) as [string, string, string, string];
    switch (i % 8) {
      case 0:
        return [noun];
      case 1:
        return [material, noun];
      case 2:
        return [adjective, material, noun];
      case 3:
        return [material, noun.slice(0, 3)];
      case 4:
        return [noun.slice(0, 2 + (i % 3))];
      case 5:
        return [place];
      case 6:
        return [noun, place];
      default:
        return [material.slice(0, -2) + material.slice(-1) + material.slice(-2, -1), noun];
    }
  };
  return Array.from({ length: 96 }, (_, i) => ({
    filter: {
      ...all,
      words: wanted(i),
      ...(i % 5 === 0 && { category: of(leaves, i).handle }),
      ...(i % 11 === 0 && { availability: "in_stock" as const }),
    },
    sort: i % 6 === 0 ? of(sorts, i) : "relevance",
    isTypo: i % 8 === 7,
  }));
}

export function filteredLists(): Wanted[] {
  return Array.from({ length: 120 }, (_, i) => {
    const isColor = i % 2 === 0;
    const options: Record<string, string[]> = isColor
      ? { Color: [of(colors, i), of(colors, i + 1)] }
      : { Size: [of(sizes, i)] };
    const filter: Filter = {
      ...all,
      ...(i % 3 !== 0 && { category: of(leaves, i).handle }),
      ...(i % 10 === 3 && { category: of(departments, i).handle }),
      ...(i % 4 < 2 && { options }),
      ...(i % 4 === 2 && { availability: "in_stock" as const }),
      ...(i % 5 === 0 && { priceMin: 2000 + (i % 7) * 790, priceMax: 6000 + (i % 13) * 1310 }),
    };
    return { filter, sort: of(sorts, i) };
  });
}
