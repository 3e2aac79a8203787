import { axis, colors, type DemoProduct } from "../product.ts";

export const curiosities: DemoProduct[] = [
  {
    handle: "backyard-telescope", title: "Backyard Telescope", icon: "telescope", with: ["ringed-planet", "star"], hue: 268, tone: "deep", eur: 245, grams: 5200, holdOnAdd: true,
    line: "Saturn's rings from a city balcony.",
    text: "A short, bright refractor on a mount with slow, buttery controls. It is carried out with one hand and set up before your eyes are used to the dark.",
    details: ["80 mm aperture, 480 mm focal length", "Two eyepieces: 24x and 96x", "Aluminium tripod, 5.2 kg in all"],
    axes: [axis("Aperture", "80 mm", ["102 mm", 130]), axis("Tripod", "Aluminium", ["Ash wood", 60])], tags: ["science", "stars", "gift"],
  },
  {
    handle: "pond-life-microscope", title: "Pond Life Microscope", icon: "microscope", with: ["petri-dish", "test-tube"], hue: 175, eur: 132, grams: 2900,
    line: "One drop of ditch water, an evening gone.",
    text: "Metal where it matters: stage, gears and focus. The light comes from below and from above, so it is as happy with a beetle as with an onion skin.",
    details: ["40x to 400x, glass optics", "LED above and below, by cable or battery", "Ten prepared slides, ten blank"],
    axes: [axis("Head", "Monocular", ["Binocular", 85]), axis("Slides", "20", ["60", 18])], tags: ["science", "children", "gift"],
  },
  {
    handle: "blue-marble-globe", title: "Blue Marble Globe", icon: "globe-showing-europe-africa", with: ["books", "airplane"], hue: 28, eur: 87, grams: 1700,
    line: "Settles bets, starts journeys.",
    text: "Printed in twelve hand-laid gores with mountains you can feel under a finger. At night a soft light inside turns oceans on and borders off.",
    details: ["30 cm, raised relief", "LED inside, 3 W", "Swings on a beech meridian"],
    axes: [axis("Size", "25 cm", ["30 cm", 18], ["40 cm", 74]), axis("Light", "Unlit", ["Lit", 21])], tags: ["science", "travel", "gift"],
  },
  {
    handle: "north-star-compass", title: "North Star Compass", icon: "compass", with: ["world-map", "hiking-boot"], hue: 200, eur: 39, grams: 110,
    line: "Points at north, and at the weekend.",
    text: "A liquid-damped needle that settles in three seconds, in a brass case that warms in the hand. The lid's sighting slot is good to two degrees.",
    details: ["Solid brass, sapphire bearing", "5.5 cm, 110 g", "Adjusted for your hemisphere"],
    axes: [axis("Hemisphere", "Northern", "Southern"), axis("Case", "Brass", ["Blackened", 6]), axis("Engraving", "None", ["Initials", 12])], tags: ["travel", "gift", "brass"],
  },
  {
    handle: "second-look-magnifier", title: "Second Look Magnifier", icon: "magnifying-glass-tilted-left", with: ["lady-beetle", "gem-stone"], hue: 105, pose: "hang", eur: 32, grams: 240,
    line: "For stamps, splinters and small print.",
    text: "A clear doublet lens that keeps straight lines straight right out to the rim. The handle is weighted so it hangs steady over whatever you have found.",
    details: ["Achromatic glass, 3x", "9 cm lens", "Felt pouch included"],
    axes: [colors("Iris", "Clay", "Ink"), axis("Power", "3x", ["5x", 8])], tags: ["science", "desk", "gift"],
  },
  {
    handle: "maybe-crystal-ball", title: "Maybe Crystal Ball", icon: "crystal-ball", with: ["candle", "star"], hue: 300, tone: "rich", eur: 54, grams: 1600,
    line: "Knows nothing, refracts everything.",
    text: "A sphere of optical glass on a turned base, heavy enough to calm a stack of letters. On a sunny sill it throws a small bright planet onto the opposite wall.",
    details: ["Optical glass, lacquered base", "10 cm sphere", "Keep out of direct sun when you leave"],
    axes: [axis("Size", "8 cm", ["10 cm", 14], ["13 cm", 48]), axis("Base", "White", "Black")], tags: ["desk", "gift"],
  },
  {
    handle: "playground-magnet", title: "Playground Magnet", icon: "magnet", with: ["linked-paperclips", "nut-and-bolt"], hue: 240, eur: 12, grams: 180,
    line: "The red one, from every picture of a magnet ever drawn.",
    text: "A proper horseshoe that lifts a kilogram of nails and never tires. It comes with a keeper bar and a card of six experiments that need only a kitchen.",
    details: ["Alnico, enamelled steel", "8 cm tall, lifts 1 kg", "Keep away from bank cards"],
    axes: [colors("Poppy", "Harbor", "Fern"), axis("Size", "8 cm", ["12 cm", 7])], tags: ["science", "children"],
  },
  {
    handle: "listening-shell", title: "Listening Shell", icon: "spiral-shell", with: ["coral", "candle"], hue: 60, eur: 29, grams: 380,
    line: "Porcelain outside, sea inside.",
    text: "Cast from a shell found on a winter beach, then glazed the colour of wet sand. Hold it to your ear on the tram: it does work.",
    details: ["Bone china, satin glaze", "13 cm long", "Safe in water; no shell was taken"],
    axes: [colors("Fog", "Rose", "Sky"), axis("Glaze", "Satin", ["Mother-of-pearl", 8])], tags: ["gift", "living"],
  },
  {
    handle: "stone-face-bookend", title: "Stone Face Bookend", icon: "moai", with: ["books", "cactus"], hue: 155, eur: 45, grams: 2100,
    line: "Holds back forty novels without changing expression.",
    text: "Cast in basalt dust and resin, with a cork foot that grips a shelf. He looks best to the left of anything about islands.",
    details: ["Basalt composite, cork foot", "18 x 10 x 12 cm, 2.1 kg", "Dust with a soft brush"],
    axes: [colors("Fog", "Sand", "Ink"), axis("Set", "One", ["Pair", 39])], tags: ["books", "living", "gift"],
  },
];
