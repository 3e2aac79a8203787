import { axis, colors, type DemoProduct } from "../product.ts";

export const bath: DemoProduct[] = [
  {
    handle: "orchard-soap", title: "Orchard Soap", icon: "soap", with: ["bubbles", "hibiscus"], hue: 335, eur: 9, grams: 130,
    line: "A bar the size of a river stone, and nearly as smooth.",
    text: "Olive and shea, stirred cold and cured for six weeks until it lathers like cream. The corners are rounded so it is comfortable from its first day to its last sliver.",
    details: ["Olive oil, shea butter, no palm oil", "120 g, lasts about six weeks", "Keep on a dish that drains"],
    axes: [axis("Scent", "Quince", ["Fig", 0], ["Rosemary", 0], ["Unscented", 0]), axis("Set", "One", ["Three", 15])], tags: ["care", "gift"],
  },
  {
    handle: "tide-bath-sponge", title: "Tide Bath Sponge", icon: "sponge", with: ["soap", "bubbles"], hue: 215, eur: 14, grams: 40,
    line: "Drinks a glass of water, gives back a cloud of foam.",
    text: "Made of plant cellulose with pores of three sizes: big ones for lather, small ones for rinsing. It dries between morning and evening, so it never smells of yesterday.",
    details: ["Compostable plant cellulose", "14 x 10 x 5 cm", "Machine wash at 60 °C"],
    axes: [colors("Honey", "Lagoon", "Rose"), axis("Texture", "Soft", ["Firm", 1])], tags: ["care"],
  },
  {
    handle: "quiet-hand-lotion", title: "Quiet Hand Lotion", icon: "lotion-bottle", with: ["hibiscus", "soap"], hue: 30, eur: 22, grams: 310,
    line: "Sinks in before you reach the door handle.",
    text: "A light lotion of oat, almond and a little squalane, for hands that are washed twenty times a day. The pump locks for travelling and gives exactly one hand's worth.",
    details: ["Oat, almond oil, olive squalane", "250 ml refillable glass bottle", "Use within nine months of opening"],
    axes: [axis("Scent", "Oat milk", ["Neroli", 2], ["Unscented", 0]), axis("Size", "250 ml", ["500 ml refill", 8])], tags: ["care", "gift"],
  },
  {
    handle: "two-minute-toothbrush", title: "Two-Minute Toothbrush", icon: "toothbrush", with: ["tumbler-glass", "bubbles"], hue: 180, pose: "hang", eur: 6, grams: 22,
    line: "A small head, a long neck, and nowhere for toothpaste to hide.",
    text: "The handle is flat on one side, so it lies still with its bristles in the air. Heads are narrow enough for back teeth that have not been visited lately.",
    details: ["Plant-based handle, nylon bristles", "19 cm long", "Change every three months"],
    axes: [colors("Poppy", "Sky", "Fern", "Iris"), axis("Bristles", "Soft", ["Medium", 0]), axis("Set", "One", ["Four", 14])], tags: ["care", "travel"],
  },
  {
    handle: "slow-shave-razor", title: "Slow Shave Razor", icon: "razor", with: ["soap", "mirror"], hue: 75, pose: "hang", eur: 36, grams: 95,
    line: "One blade, held at the only angle that matters.",
    text: "Machined from a single bar, with enough weight that you never have to press. Blades cost less than a stamp, and the razor is made to be handed down.",
    details: ["Anodised aluminium, steel head", "Takes all standard double-edge blades", "Rinse, shake, stand to dry"],
    axes: [colors("Harbor", "Ink", "Clay"), axis("Stand", "None", ["With stand", 14])], tags: ["care", "gift"],
  },
  {
    handle: "wide-tooth-comb", title: "Wide-Tooth Comb", icon: "hair-pick", with: ["mirror", "lotion-bottle"], hue: 315, tone: "rich", pose: "hang", eur: 15, grams: 48,
    line: "Patient with curls, firm with fringes.",
    text: "Each tooth is sawn and polished by hand, so there is no seam to catch a hair. The handle is wide enough to hold with conditioner on your fingers.",
    details: ["Plant-based acetate", "17 cm long, saw-cut teeth", "Wash in lukewarm water"],
    axes: [colors("Plum", "Clay", "Lagoon"), axis("Teeth", "Wide", ["Extra wide", 2])], tags: ["care", "travel"],
  },
  {
    handle: "cloudburst-shower-head", title: "Cloudburst Shower Head", icon: "shower", with: ["sponge", "soap"], hue: 250, pose: "hang", eur: 72, grams: 680,
    line: "Feels like summer rain, uses a third less water.",
    text: "Fine air channels fatten each drop before it falls, so less water feels like more. Silicone nozzles rub clean with a thumb, and the joint swings without dripping.",
    details: ["Brass body, silicone nozzles", "12 cm face, standard half-inch thread", "8 litres a minute"],
    axes: [axis("Finish", "Chrome", ["Brushed brass", 22], ["Matt black", 14]), axis("Hose", "None", ["1.6 m hose", 15])], tags: ["bathroom", "fittings"],
  },
  {
    handle: "little-clawfoot-tub", title: "Clawfoot Bathtub", icon: "bathtub", with: ["candle", "sponge"], hue: 165, eur: 1290, grams: 98000,
    line: "Deep enough to read in, short enough for a real bathroom.",
    text: "Cast iron under three coats of enamel, so the water stays warm for a whole chapter. The slope of the back was settled by asking forty people to lie down.",
    details: ["Enamelled cast iron, brass overflow", "152 x 74 x 62 cm, 190 litres", "Delivered to the room of your choice"],
    axes: [axis("Length", "152 cm", ["168 cm", 160]), axis("Feet", "White", ["Brass", 90], ["Black", 40])], tags: ["bathroom", "furniture"],
  },
];
