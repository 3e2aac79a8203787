type DemoCollection = {
  handle: string;
  title: string;
  line: string;
  hue: number;
  /** A drop: it opens some days after the shop was first loaded. */
  opensAfterDays?: number;
  /** Of a drop: so many shop at once. */
  admits?: number;
  /** Product handles, in the order in which the collection tells them. */
  products: readonly string[];
};

export const collections: readonly DemoCollection[] = [
  {
    handle: "first-light",
    title: "First Light",
    line: "Six things made in small numbers, released once: what you put in your bag is yours while you decide.",
    hue: 268,
    // Open since yesterday: a drop that is still closed would have to refuse to sell.
    opensAfterDays: -1,
    admits: 12,
    products: [
      "backyard-telescope",
      "first-roll-camera",
      "half-past-watch",
      "two-summer-tent",
      "bedsheet-projector",
      "moon-by-supper-rocket",
    ],
  },
  {
    handle: "slow-breakfast",
    title: "Slow Breakfast",
    line: "For mornings with nowhere to be before ten.",
    hue: 55,
    products: [
      "rosehip-teapot",
      "sunday-skillet",
      "corner-cafe-cup",
      "beekeepers-honey-pot",
      "porridge-bowl-and-spoon",
      "kitchen-window-radio",
      "three-finger-salt-cellar",
      "veranda-kimono",
      "morning-bell-alarm-clock",
    ],
  },
  {
    handle: "rain-all-weekend",
    title: "Rain All Weekend",
    line: "Everything you need to hope it does not stop.",
    hue: 225,
    products: [
      "all-weather-umbrella",
      "rainy-sunday-jigsaw",
      "puddle-chelsea-boot",
      "one-evening-yarn",
      "travellers-chess",
      "reading-corner-set",
      "steady-tea-bowl",
      "kitchen-table-tennis",
    ],
  },
  {
    handle: "desk-with-a-view",
    title: "Desk with a View",
    line: "Tools that make an hour of work feel like an hour well spent.",
    hue: 100,
    products: [
      "letterwriter-fountain-pen",
      "long-travel-keyboard",
      "pebble-mouse",
      "pocket-field-notebook",
      "windowsill-ficus",
      "quarter-hour-glass",
      "hush-headphones",
      "stone-face-bookend",
      "card-catalogue-box",
    ],
  },
  {
    handle: "out-until-dark",
    title: "Out Until Dark",
    line: "A hill, a lake or the car park behind the library.",
    hue: 160,
    products: [
      "errand-bicycle",
      "picnic-basket",
      "lawn-badminton-set",
      "park-football",
      "north-beach-kite",
      "long-way-backpack",
      "three-valleys-boot",
      "find-the-keyhole-torch",
      "low-tide-parasol",
    ],
  },
  {
    handle: "after-dark",
    title: "After Dark",
    line: "Small lights, low voices, one more song.",
    hue: 285,
    products: [
      "slow-hour-candle",
      "festival-paper-lantern",
      "warm-filament-bulb",
      "blue-hour-saxophone",
      "vineyard-glass",
      "alpine-fondue-set",
      "garage-door-guitar",
      "evening-post-clutch",
      "maybe-crystal-ball",
    ],
  },
  {
    handle: "under-thirty",
    title: "Small and Perfect",
    line: "Presents that cost less than dinner and last longer.",
    hue: 340,
    products: [
      "orchard-soap",
      "fair-dice",
      "honest-pencil",
      "listening-shell",
      "playground-magnet",
      "forgiving-cactus",
      "sleepwalker-yo-yo",
      "odd-pair-socks",
      "mending-day-thread",
      "pocket-weather-maracas",
    ],
  },
];
