import type { ShopWords } from "./words.ts";
import { accessories } from "./ja/accessories.ts";
import { bath } from "./ja/bath.ts";
import { clothes } from "./ja/clothes.ts";
import { curiosities } from "./ja/curiosities.ts";
import { desk } from "./ja/desk.ts";
import { games } from "./ja/games.ts";
import { garden } from "./ja/garden.ts";
import { kitchen } from "./ja/kitchen.ts";
import { living } from "./ja/living.ts";
import { making } from "./ja/making.ts";
import { music } from "./ja/music.ts";
import { shoes } from "./ja/shoes.ts";
import { sound } from "./ja/sound.ts";
import { sport } from "./ja/sport.ts";
import { travel } from "./ja/travel.ts";
import { options } from "./ja/options.ts";
import { categories, collections } from "./ja/shelves.ts";

/** The demo shop in Japanese. */
export const ja: ShopWords = {
  products: {
    ...accessories,
    ...bath,
    ...clothes,
    ...curiosities,
    ...desk,
    ...games,
    ...garden,
    ...kitchen,
    ...living,
    ...making,
    ...music,
    ...shoes,
    ...sound,
    ...sport,
    ...travel,
  },
  categories,
  collections,
  options,
  promotions: { WELCOME10: "はじめてのご注文が10%引き" },
  pictures: {
    inColor: (title, color) => `${title}（${color}）`,
    closeView: (title) => `${title}を近くから`,
    onSet: (title) => `${title}と小さな道具たち`,
  },
};
