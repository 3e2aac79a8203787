import { accessories } from "./content/accessories.ts";
import { bath } from "./content/bath.ts";
import { clothes } from "./content/clothes.ts";
import { curiosities } from "./content/curiosities.ts";
import { desk } from "./content/desk.ts";
import { games } from "./content/games.ts";
import { garden } from "./content/garden.ts";
import { kitchen } from "./content/kitchen.ts";
import { living } from "./content/living.ts";
import { making } from "./content/making.ts";
import { music } from "./content/music.ts";
import { shoes } from "./content/shoes.ts";
import { sound } from "./content/sound.ts";
import { sport } from "./content/sport.ts";
import { travel } from "./content/travel.ts";
import type { DemoProduct } from "./product.ts";

export type Leaf = {
  handle: string;
  title: string;
  line: string;
  hue: number;
  cover: string;
  products: readonly DemoProduct[];
};
export type Department = Omit<Leaf, "products"> & { leaves: readonly Leaf[] };

/** The two-level tree; `cover` is the product whose picture stands for the category. */
export const departments: readonly Department[] = [
  {
    handle: "home",
    title: "Home",
    line: "Things that make a room somebody's.",
    hue: 40,
    cover: "petal-mirror",
    leaves: [
      {
        handle: "living",
        title: "Living",
        line: "Light, seats and something for the wall.",
        hue: 62,
        cover: "slow-hour-candle",
        products: living,
      },
      {
        handle: "kitchen",
        title: "Kitchen & Table",
        line: "For long suppers and short breakfasts.",
        hue: 22,
        cover: "rosehip-teapot",
        products: kitchen,
      },
      {
        handle: "bath",
        title: "Bath & Care",
        line: "Small comforts, close at hand.",
        hue: 215,
        cover: "tide-bath-sponge",
        products: bath,
      },
    ],
  },
  {
    handle: "study",
    title: "Study",
    line: "For writing, listening and wondering.",
    hue: 262,
    cover: "blue-marble-globe",
    leaves: [
      {
        handle: "desk",
        title: "Desk & Writing",
        line: "Good tools for thinking on paper.",
        hue: 70,
        cover: "letterwriter-fountain-pen",
        products: desk,
      },
      {
        handle: "sound",
        title: "Sound & Screen",
        line: "Electronics with manners.",
        hue: 258,
        cover: "hush-headphones",
        products: sound,
      },
      {
        handle: "curiosities",
        title: "Curiosities",
        line: "To look closer, and further.",
        hue: 200,
        cover: "north-star-compass",
        products: curiosities,
      },
    ],
  },
  {
    handle: "outdoors",
    title: "Outdoors",
    line: "Past the front door, whatever the weather.",
    hue: 150,
    cover: "two-summer-tent",
    leaves: [
      {
        handle: "travel",
        title: "Travel & Bags",
        line: "Packed light, built for the long way.",
        hue: 212,
        cover: "long-way-backpack",
        products: travel,
      },
      {
        handle: "garden",
        title: "Garden & Plants",
        line: "From one windowsill to a whole orchard.",
        hue: 148,
        cover: "windowsill-ficus",
        products: garden,
      },
      {
        handle: "sport",
        title: "Sport & Motion",
        line: "Wheels, rackets, ice and air.",
        hue: 172,
        cover: "errand-bicycle",
        products: sport,
      },
    ],
  },
  {
    handle: "wear",
    title: "Wear",
    line: "Clothes and company for them.",
    hue: 335,
    cover: "last-tram-scarf",
    leaves: [
      {
        handle: "clothes",
        title: "Clothes",
        line: "Cut to be worn, made to be mended.",
        hue: 335,
        cover: "station-platform-coat",
        products: clothes,
      },
      {
        handle: "shoes",
        title: "Shoes",
        line: "From the trail to the terrace.",
        hue: 140,
        cover: "three-valleys-boot",
        products: shoes,
      },
      {
        handle: "accessories",
        title: "Accessories",
        line: "The last thing on, the first thing noticed.",
        hue: 82,
        cover: "half-past-watch",
        products: accessories,
      },
    ],
  },
  {
    handle: "play",
    title: "Play",
    line: "For hands that want something to do.",
    hue: 300,
    cover: "night-shift-bear",
    leaves: [
      {
        handle: "games",
        title: "Games & Toys",
        line: "Rainy Sundays, solved.",
        hue: 282,
        cover: "fair-dice",
        products: games,
      },
      {
        handle: "music",
        title: "Music",
        line: "Instruments that forgive beginners.",
        hue: 180,
        cover: "garage-door-guitar",
        products: music,
      },
      {
        handle: "making",
        title: "Making & Mending",
        line: "Paint, thread, and the right screwdriver.",
        hue: 30,
        cover: "one-evening-yarn",
        products: making,
      },
    ],
  },
];

export const leaves: readonly Leaf[] = departments.flatMap((department) => department.leaves);
export const demoProducts: readonly DemoProduct[] = leaves.flatMap((leaf) => leaf.products);
