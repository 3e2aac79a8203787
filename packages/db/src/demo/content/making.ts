import { axis, colors, type DemoProduct } from "../product.ts";

export const making: DemoProduct[] = [
  {
    handle: "plein-air-palette", title: "Plein Air Palette", icon: "artist-palette", with: ["paintbrush", "framed-picture"], hue: 238, pose: "hang", eur: 26, grams: 310,
    line: "Balances on a forearm, wipes clean with a rag.",
    text: "Shaped so the weight sits over your wrist rather than your thumb. The surface is sealed to the grey of an overcast sky, so colours look as they will on the canvas.",
    details: ["Birch ply, oil-sealed", "38 x 28 cm", "Wipe with oil; never soak"],
    axes: [axis("Hand", "Right", "Left"), axis("Size", "Field", ["Studio", 12])], tags: ["art", "outdoor"],
  },
  {
    handle: "one-good-brush", title: "One Good Brush", icon: "paintbrush", with: ["artist-palette", "test-tube"], hue: 92, pose: "hang", eur: 14, grams: 25,
    line: "Comes to a point, again and again.",
    text: "Synthetic hair blended to hold water like sable and to spring back like temper. The handle is long enough to stand away from your mistakes.",
    details: ["Synthetic hair, copper ferrule", "Birch handle, 24 cm", "Wash in cool water, dry flat"],
    axes: [colors("Peony", "Lagoon", "Moss"), axis("Tip", "Round", "Flat"), axis("Width", "6 mm", ["12 mm", 3])], tags: ["art"],
  },
  {
    handle: "kitchen-wall-crayons", title: "Kitchen Wall Crayons", icon: "crayon", with: ["puzzle-piece", "rocket"], hue: 300, pose: "hang", eur: 15, grams: 240,
    line: "Bold on paper. Comes off paint.",
    text: "Beeswax and food-grade pigment, poured thick so small fists cannot snap them. They melt off a wall with warm water, which we tested for you, twice.",
    details: ["Beeswax, plant wax, mineral pigments", "Twelve to a tin", "From two years"],
    axes: [axis("Set", "Twelve", ["Twenty-four", 11]), axis("Shape", "Stick", "Block")], tags: ["children", "art"],
  },
  {
    handle: "one-evening-yarn", title: "One Evening Yarn", icon: "yarn", with: ["socks", "hot-beverage"], hue: 30, eur: 9, grams: 100,
    line: "A hat by bedtime, or a very good start.",
    text: "Thick, springy wool spun from sheep we could introduce you to. It forgives dropped stitches and grows fast enough to keep a beginner going.",
    details: ["Pure new wool, 100 g, 110 m", "Needles 6 to 7 mm", "Hand wash cool"],
    axes: [colors("Harbor", "Poppy", "Moss", "Honey", "Plum"), axis("Weight", "Chunky", "Double knit")], tags: ["knit", "wool", "gift"],
  },
  {
    handle: "mending-day-thread", title: "Mending Day Thread", icon: "thread", with: ["scissors", "socks"], hue: 60, eur: 7, grams: 45,
    line: "Strong enough for buttons, fine enough for hems.",
    text: "Long-staple cotton, waxed lightly so it does not knot while you talk. The wooden reel has a notch that really does hold the end.",
    details: ["Egyptian cotton, 200 m", "Beech reel", "Boil-fast colours"],
    axes: [colors("Harbor", "Poppy", "Chalk", "Ink"), axis("Set", "One", ["Four", 18])], tags: ["sewing"],
  },
  {
    handle: "picture-hanging-hammer", title: "Picture-Hanging Hammer", icon: "hammer", with: ["framed-picture", "pushpin"], hue: 185, pose: "hang", eur: 32, grams: 380,
    line: "Small, polite, surprisingly persuasive.",
    text: "A 280-gram head for nails you hold with two fingers, on a handle shaped like the inside of a fist. A slot in the face starts the nail for you, one-handed.",
    details: ["Forged steel, hickory handle", "27 cm, 380 g", "Oil the handle when it greys"],
    axes: [axis("Head", "280 g", ["400 g", 5]), axis("Handle", "Hickory", ["Ash", 0])], tags: ["tools", "home"],
  },
  {
    handle: "second-drawer-toolbox", title: "Second Drawer Toolbox", icon: "toolbox", with: ["screwdriver", "wrench"], hue: 145, eur: 64, grams: 2400,
    line: "Everything the second drawer was meant to hold.",
    text: "Pressed steel with a tray that lifts out and a lid that doubles as a sawhorse, gently. It can come with the nineteen tools a home really uses, each in its own place.",
    details: ["Powder-coated steel", "40 x 20 x 18 cm", "Latches can be padlocked"],
    axes: [colors("Peony", "Harbor", "Moss", "Honey"), axis("Set", "Empty", ["Nineteen tools", 78])], tags: ["tools", "home", "gift"],
  },
  {
    handle: "flat-pack-screwdriver", title: "Flat-Pack Screwdriver", icon: "screwdriver", with: ["nut-and-bolt", "chair"], hue: 215, pose: "hang", eur: 22, grams: 160,
    line: "Six bits in the handle, none under the sofa.",
    text: "A ratchet with a soft click and a shaft that reaches the screw they put behind the leg. The cap holds six bits on magnets strong enough for a drop.",
    details: ["Chrome-vanadium steel, ratchet", "22 cm, six bits", "Guaranteed for life"],
    axes: [colors("Peony", "Lagoon", "Fern"), axis("Bits", "Six", ["Twelve", 8])], tags: ["tools", "home"],
  },
  {
    handle: "orchard-hand-saw", title: "Orchard Hand Saw", icon: "carpentry-saw", with: ["wood", "red-apple"], hue: 130, tone: "rich", pose: "hang", eur: 43, grams: 520,
    line: "Cuts on the pull, so it goes where you look.",
    text: "Thin, hard teeth that leave a face smooth enough to skip the sandpaper. The grip is carved for two fingers, three fingers or a glove.",
    details: ["Carbon steel, walnut grip", "35 cm blade, 11 teeth an inch", "Wipe with oil; blade can be replaced"],
    axes: [axis("Blade", "25 cm", ["35 cm", 8]), axis("Teeth", "Coarse", "Fine")], tags: ["tools", "wood", "garden"],
  },
];
