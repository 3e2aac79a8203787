import { axis, colors, type DemoProduct } from "../product.ts";

const sizes = axis("Size", "37", "39", "41", "43");

export const shoes: DemoProduct[] = [
  {
    handle: "three-valleys-boot", title: "Three Valleys Boot", icon: "hiking-boot", with: ["compass", "mountain"], hue: 140, eur: 172, was: 199, grams: 1240,
    line: "Broken in at the factory, so your heels are not.",
    text: "Oiled leather over a cushioned midsole, laced low at the toe and hooked at the ankle. The sole can be replaced twice; after that, write to us and tell us where you went.",
    details: ["Nubuck leather, natural rubber sole", "620 g a boot", "Brush dry, wax monthly"],
    axes: [colors("Honey", "Moss", "Ink"), sizes], tags: ["hike", "leather", "winter"],
  },
  {
    handle: "lamp-post-runner", title: "Lamp-Post Runner", icon: "running-shoe", with: ["stopwatch", "cup-with-straw"], hue: 25, eur: 108, grams: 520,
    line: "Run to that one. Then the next one.",
    text: "Soft at the heel, lively at the toe, and wide enough for how feet really are. A strip down the back catches headlights without shouting about it.",
    details: ["Knitted upper, 6 mm drop", "260 g a shoe", "Laces and insole machine washable"],
    axes: [colors("Lilac", "Sky", "Poppy"), sizes], tags: ["run", "sport"],
  },
  {
    handle: "good-impression-brogue", title: "Good Impression Lace-Up", icon: "mans-shoe", with: ["necktie", "umbrella"], hue: 218, eur: 189, grams: 940,
    line: "Quiet leather, audible heel.",
    text: "Cut on a rounded last with a channelled sole that hides its stitching. They take a shine in four minutes and a resole in four days.",
    details: ["Calf leather, Goodyear welt", "Leather sole, rubber heel", "Rest a day between wears; use shoe trees"],
    axes: [colors("Walnut", "Ink"), axis("Size", "40", "42", "44", "46"), axis("Width", "Regular", "Wide")], tags: ["leather", "work"],
  },
  {
    handle: "puddle-chelsea-boot", title: "Puddle Ankle Boot", icon: "womans-boot", with: ["closed-umbrella", "maple-leaf"], hue: 255, eur: 138, grams: 880,
    line: "A heel for stairs, a sole for rain.",
    text: "Leather sealed at every seam so the first puddle is not the last outing. The zip hides on the inside; the block heel can be run for a tram in.",
    details: ["Waterproof leather, block heel 5 cm", "Side zip, padded insole", "Wipe; condition each season"],
    axes: [colors("Poppy", "Walnut", "Ink"), axis("Size", "36", "38", "40", "42")], tags: ["leather", "rain", "autumn"],
  },
  {
    handle: "museum-day-flat", title: "Museum Day Flat", icon: "flat-shoe", with: ["framed-picture", "purse"], hue: 52, eur: 79, grams: 360,
    line: "Twelve rooms, a café, and the walk home.",
    text: "A pointed flat with a secret: four millimetres of foam under the whole foot. The edge is rolled, so there is nothing to rub.",
    details: ["Suede, leather lining, foam insole", "180 g a shoe", "Brush with a suede brush"],
    axes: [colors("Harbor", "Poppy", "Ink"), axis("Size", "36", "38", "40", "42")], tags: ["everyday", "city"],
  },
  {
    handle: "shortcut-sandal", title: "Shortcut to the Beach Sandal", icon: "thong-sandal", with: ["umbrella-on-ground", "coconut"], hue: 185, pose: "hang", eur: 24, grams: 240,
    line: "Rubber from trees, strap that will not pull out.",
    text: "A contoured footbed and a strap anchored in three places, because everyone remembers where theirs broke. They float, which has saved more than one pair.",
    details: ["Natural rubber, cotton thong", "120 g a sandal", "Rinse; they do not mind"],
    axes: [colors("Harbor", "Peony", "Moss"), sizes], tags: ["summer", "beach"],
  },
  {
    handle: "kitchen-floor-ballet-shoes", title: "Kitchen-Floor Ballet Shoes", icon: "ballet-shoes", with: ["musical-notes", "ribbon"], hue: 300, pose: "hang", eur: 41, grams: 160,
    line: "For class, and for the radio's good song.",
    text: "Soft canvas with a split sole that follows an arch wherever it goes. The elastics are sewn in already, crossed the way teachers like.",
    details: ["Cotton canvas, suede split sole", "80 g a shoe", "Wash by hand, dry in shape"],
    axes: [colors("Peony", "Chalk", "Ink"), axis("Size", "34", "36", "38", "40")], tags: ["dance", "play"],
  },
  {
    handle: "terrace-mule", title: "Terrace Mule", icon: "womans-sandal", with: ["tropical-drink", "lemon"], hue: 95, eur: 88, grams: 480,
    line: "Slip on, stand up, be somewhere.",
    text: "One band of folded leather over a stacked wooden heel that sounds right on tile. High enough to feel dressed, steady enough for cobblestones and olives.",
    details: ["Leather, stacked alder heel 6 cm", "Leather lining and insole", "Keep the heel dry"],
    axes: [colors("Plum", "Harbor", "Moss"), axis("Size", "36", "38", "40", "42")], tags: ["summer", "party"],
  },
];
