import { axis, colors, type DemoProduct } from "../product.ts";

export const garden: DemoProduct[] = [
  {
    handle: "windowsill-ficus", title: "Windowsill Ficus", icon: "potted-plant", with: ["droplet", "books"], hue: 148, eur: 28, grams: 1600,
    line: "Asks for a little water and an east window.",
    text: "Raised slowly, so the stems are short and the leaves are many. It arrives in a terracotta pot that breathes, with a saucer that does not leak.",
    details: ["In a 14 cm terracotta pot", "About 35 cm tall", "Water when the top feels dry"],
    axes: [axis("Pot", "Terracotta", ["Glazed white", 6], ["Glazed blue", 6]), axis("Size", "35 cm", ["60 cm", 22])], tags: ["plant", "living", "gift"],
  },
  {
    handle: "forgiving-cactus", title: "Forgiving Cactus", icon: "cactus", with: ["desert", "rock"], hue: 62, eur: 19, grams: 900,
    line: "Thrives on sun, gravel and being forgotten.",
    text: "A young column cactus with two arms already thinking about it. Water it when you pay the rent; it will flower one night in its seventh summer, so stay up.",
    details: ["In a 10 cm clay pot with gravel", "About 22 cm tall", "Full sun; keep above 8 °C"],
    axes: [axis("Size", "22 cm", ["40 cm", 16], ["70 cm", 54]), axis("Pot", "Clay", ["Concrete", 5])], tags: ["plant", "desk", "gift"],
  },
  {
    handle: "first-leaf-seed-kit", title: "First Leaf Seed Kit", icon: "seedling", with: ["bucket", "carrot"], hue: 92, eur: 16, grams: 420,
    line: "Three packets, three peat-free pots, one proud week.",
    text: "Chosen for people who have never grown anything: seeds that come up fast and forgive the rest. The card tells you what to do on day one, day five and day twenty.",
    details: ["Open-pollinated seeds, coir pots", "Sow from March to July indoors", "Enough for twelve plants"],
    axes: [axis("Seeds", "Herbs", "Salad", "Meadow flowers"), axis("Set", "Three pots", ["Six pots", 9])], tags: ["seeds", "children", "gift"],
  },
  {
    handle: "everyday-bucket", title: "Everyday Bucket", icon: "bucket", with: ["sponge", "sunflower"], hue: 28, eur: 21, grams: 780,
    line: "The most useful round thing in the house.",
    text: "A lip on both sides so left-handers do not drip, and a grip that stays cool when the water is not. Litres are marked inside where you can see them.",
    details: ["Powder-coated steel", "10 l, marked every litre", "Nests; handle folds flat"],
    axes: [colors("Harbor", "Poppy", "Honey", "Mint"), axis("Size", "6 l", ["10 l", 6])], tags: ["tools", "home"],
  },
  {
    handle: "late-april-tulips", title: "Late April Tulips", icon: "tulip", with: ["bucket", "butterfly"], hue: 322, eur: 13, grams: 480,
    line: "Plant in autumn, forget, be surprised.",
    text: "Bulbs of a single-late variety with a long stem and a cup that stays closed until noon. They come back for three springs if you leave the leaves alone.",
    details: ["Bulb size 12/+", "45 cm tall, flowers late April", "Plant 15 cm deep, October to December"],
    axes: [colors("Peony", "Honey", "Plum", "Chalk"), axis("Bulbs", "10", ["25", 14], ["50", 31])], tags: ["bulbs", "spring"],
  },
  {
    handle: "doorway-sunflowers", title: "Doorway Sunflowers", icon: "sunflower", with: ["seedling", "honeybee"], hue: 232, eur: 7, grams: 40,
    line: "Two metres of optimism from a five-cent seed.",
    text: "A tall single-headed sort that turns until it flowers and then faces east for good. Leave the heads standing and the finches will thank you in January.",
    details: ["Saved seed, untreated", "180 to 220 cm tall", "Sow outdoors from April"],
    axes: [axis("Height", "Dwarf 60 cm", "Tall 200 cm"), axis("Seeds", "20", ["60", 6])], tags: ["seeds", "summer", "children"],
  },
  {
    handle: "forcing-hyacinth", title: "Forcing Hyacinth", icon: "hyacinth", with: ["jar", "snowflake"], hue: 80, eur: 14, grams: 260,
    line: "Spring on a January bookshelf.",
    text: "A bulb that has had its winter already, ready to flower in a glass of water. The whole room will know by the third week.",
    details: ["Prepared bulb, size 18/19", "Flowers 8 to 10 weeks after starting", "Keep dark until the shoot is 5 cm"],
    axes: [colors("Iris", "Rose", "Chalk"), axis("Glass", "Bulb only", ["With vase", 12])], tags: ["bulbs", "winter", "gift"],
  },
  {
    handle: "market-day-bouquet", title: "Market Day Bouquet", icon: "bouquet", with: ["ribbon", "love-letter"], hue: 185, eur: 32, grams: 650,
    line: "Whatever opened this morning, tied with string.",
    text: "No two are alike, and none contains a flower that has flown. Dried ones are cut at their brightest and last from one summer to the next.",
    details: ["Seasonal, grown within 200 km", "About 40 cm tall", "Fresh: a week in clean water"],
    axes: [axis("Kind", "Fresh", ["Dried", 6]), axis("Size", "Small", ["Generous", 16], ["Enormous", 38])], tags: ["flowers", "gift"],
  },
  {
    handle: "woodland-stool", title: "Woodland Stool", icon: "wood", with: ["brown-mushroom", "hedgehog"], hue: 115, eur: 74, grams: 6800,
    line: "A seat, a side table, a step up to the jam.",
    text: "Sawn from storm-felled larch and dried for two years so it cracks once, beautifully, and then stops. Oil it if it lives indoors; leave it be in the garden.",
    details: ["Storm-felled larch, bark on", "42 cm tall, 30 to 34 cm across", "Each one different"],
    axes: [axis("Finish", "Raw", ["Oiled", 9], ["Charred", 18]), axis("Height", "42 cm", ["28 cm", -12])], tags: ["furniture", "wood", "outdoor"],
  },
  {
    handle: "apple-picking-ladder", title: "Apple-Picking Ladder", icon: "ladder", with: ["red-apple", "basket"], hue: 38, eur: 138, grams: 7200,
    line: "Wide at the foot, narrow among the branches.",
    text: "The shape orchards have used for four centuries, because it finds its way between boughs and stands firm on a slope. Rungs are flat on top, kind to boots and to books.",
    details: ["Ash rails, oak rungs, no varnish", "Six rungs, 190 cm", "Carries 130 kg; store under a roof"],
    axes: [axis("Rungs", "Four", ["Six", 26], ["Eight", 60]), axis("Wood", "Ash", ["Larch", -10])], tags: ["tools", "wood", "outdoor"],
  },
];
