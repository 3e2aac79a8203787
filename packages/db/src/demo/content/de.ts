import type { ShopWords } from "./words.ts";
import { accessories } from "./de/accessories.ts";
import { bath } from "./de/bath.ts";
import { clothes } from "./de/clothes.ts";
import { curiosities } from "./de/curiosities.ts";
import { desk } from "./de/desk.ts";
import { games } from "./de/games.ts";
import { garden } from "./de/garden.ts";
import { kitchen } from "./de/kitchen.ts";
import { living } from "./de/living.ts";
import { making } from "./de/making.ts";
import { music } from "./de/music.ts";
import { shoes } from "./de/shoes.ts";
import { sound } from "./de/sound.ts";
import { sport } from "./de/sport.ts";
import { travel } from "./de/travel.ts";
import { options } from "./de/options.ts";
import { categories, collections } from "./de/shelves.ts";

/** The demo shop in German. */
export const de: ShopWords = {
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
  promotions: { WELCOME10: "10 % auf deine erste Bestellung" },
  pictures: {
    inColor: (title, color) => `${title} in ${color}`,
    closeView: (title) => `${title}, aus der Nähe`,
    onSet: (title) => `${title}, in Gesellschaft kleinerer Dinge`,
  },
};
