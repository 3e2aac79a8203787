import { axis, colors, type DemoProduct } from "../product.ts";

export const living: DemoProduct[] = [
  {
    handle: "morning-bell-alarm-clock", title: "Morning Bell Alarm Clock", icon: "alarm-clock", with: ["hot-beverage", "open-book"], hue: 195, eur: 42, grams: 520,
    line: "Two brass bells, one firm opinion about seven o'clock.",
    text: "A wind-up clock that you hear from the next room and still want to keep beside the bed. The hands glow softly until dawn, and the movement is quiet enough that only the bells remind you it is there.",
    details: ["Enamelled steel case, solid brass bells", "12 cm tall, 9 cm dial", "Wind once a day; wipe with a dry cloth"],
    axes: [colors("Poppy", "Harbor", "Moss"), axis("Movement", "Wind-up", ["Silent quartz", 6])], tags: ["bedroom", "gift"],
  },
  {
    handle: "slow-hour-candle", title: "Slow Hour Candle", icon: "candle", with: ["honey-pot", "hourglass-done"], hue: 62, tone: "deep", eur: 18, grams: 340,
    line: "Beeswax that burns for an evening, and for the next one.",
    text: "Poured in small batches around a flat cotton wick, so the flame stays low and steady. It smells faintly of warm honey and of nothing else, which is why it belongs on the dinner table.",
    details: ["Pure beeswax, cotton wick", "14 cm tall, burns about 40 hours", "Trim the wick to 5 mm before each lighting"],
    axes: [axis("Scent", "Unscented", ["Fig leaf", 3], ["Cedar", 3]), axis("Size", "Small", ["Tall", 9])], tags: ["light", "gift", "evening"],
  },
  {
    handle: "hill-country-print", title: "Hill Country Print", icon: "framed-picture", with: ["artist-palette", "potted-plant"], hue: 130, pose: "hang", eur: 68, grams: 1400,
    line: "Two green hills, one low sun, and somewhere to rest the eyes.",
    text: "A nine-colour screen print, pulled by hand on heavy cotton paper and framed in oiled pine. The greens were mixed to look right in morning light and better in lamplight.",
    details: ["Screen print on 300 g cotton paper", "Oiled pine frame, real glass", "Hang out of direct sun"],
    axes: [axis("Size", "30 x 30 cm", ["50 x 50 cm", 44], ["70 x 70 cm", 92]), axis("Frame", "Pine", ["Smoked oak", 18])], tags: ["wall", "art"],
  },
  {
    handle: "petal-mirror", title: "Petal Mirror", icon: "mirror", surfaceHue: 80, with: ["lotion-bottle", "hyacinth"], hue: 78, pose: "hang", eur: 89, was: 112, grams: 2300,
    line: "A mirror that flatters the wall before it flatters you.",
    text: "Eight soft lobes of turned beech around a slightly warm glass. It hangs from a single hidden screw and throws a pool of light wherever the afternoon finds it.",
    details: ["Lacquered beech, 4 mm silvered glass", "46 x 58 cm, 3 cm deep", "Clean with a barely damp cloth"],
    axes: [colors("Honey", "Rose", "Lagoon"), axis("Size", "46 cm", ["72 cm", 58])], tags: ["wall", "hall"],
  },
  {
    handle: "quarter-hour-glass", title: "Quarter-Hour Glass", icon: "hourglass-done", with: ["open-book", "hot-beverage"], hue: 40, eur: 34, grams: 410,
    line: "Fifteen minutes that nobody can swipe away.",
    text: "Fine dune sand falls through a mouth-blown neck in a quarter of an hour, give or take a breath. Turn it for tea, for a chapter, or to end an argument kindly.",
    details: ["Mouth-blown glass, copper-plated caps", "18 cm tall", "Runs 15 minutes, plus or minus 20 seconds"],
    axes: [axis("Duration", "15 minutes", ["30 minutes", 8], ["60 minutes", 19])], tags: ["desk", "gift"],
  },
  {
    handle: "festival-paper-lantern", title: "Festival Paper Lantern", icon: "red-paper-lantern", with: ["sake", "chopsticks"], hue: 255, tone: "deep", pose: "hang", eur: 27, grams: 260,
    line: "Folds flat in a drawer, fills a whole porch with glow.",
    text: "Mulberry paper stretched on a bamboo spiral and tied by hand at both ends. Light comes through it the colour of late September, even from a plain bulb.",
    details: ["Mulberry paper, bamboo ribs", "24 x 42 cm open, 3 cm folded", "For LED bulbs up to 6 W; keep dry"],
    axes: [colors("Poppy", "Lagoon", "Lilac"), axis("Set", "One", ["Three", 44])], tags: ["light", "evening", "garden"],
  },
  {
    handle: "reading-corner-set", title: "Reading Corner Sofa and Lamp", icon: "couch-and-lamp", with: ["books", "teacup-without-handle"], hue: 85, eur: 640, was: 720, grams: 38000,
    line: "A two-seat sofa and the lamp that keeps you there.",
    text: "Deep enough to tuck your feet up, firm enough to get out of again. The arched lamp leans over your shoulder exactly where a page would be, and its shade turns to face the room when friends come.",
    details: ["Wool-blend cover, beech frame, steel lamp", "158 x 82 x 76 cm, lamp 170 cm", "Covers come off for dry cleaning"],
    axes: [colors("Harbor", "Moss", "Clay"), axis("Seats", "Two", ["Three", 190])], tags: ["furniture", "light"],
  },
  {
    handle: "schoolhouse-chair", title: "Schoolhouse Chair", icon: "chair", with: ["pencil", "notebook"], hue: 170, eur: 124, grams: 4600,
    line: "The chair you remember, minus the wobble.",
    text: "Steam-bent ash with a back that gives a little and a seat that forgives a long supper. Four stack in a corner without scratching one another.",
    details: ["Solid ash, water-based lacquer", "Seat height 45 cm, stacks four high", "Re-oil or wipe clean, as you like"],
    axes: [colors("Walnut", "Moss", "Harbor", "Honey"), axis("Set", "One", ["Pair", 108])], tags: ["furniture", "dining"],
  },
  {
    handle: "porch-wind-chime", title: "Porch Wind Chime", icon: "wind-chime", with: ["cactus", "leaf-fluttering-in-wind"], hue: 225, pose: "hang", eur: 31, grams: 230,
    line: "One clear note whenever the weather changes its mind.",
    text: "A hand-blown glass bell with a paper sail that catches air too slight to feel. The note is tuned to a soft E, so two of them never quarrel.",
    details: ["Borosilicate glass, waxed paper sail", "34 cm long with cord", "Bring indoors in storms"],
    axes: [colors("Sky", "Rose", "Mint"), axis("Note", "E", ["G", 2])], tags: ["garden", "sound", "gift"],
  },
  {
    handle: "amphora-vase", title: "Amphora Vase", icon: "amphora", with: ["tulip", "lemon"], hue: 48, tone: "rich", eur: 76, grams: 1900,
    line: "Two handles, a key-pattern band, three thousand years of good looks.",
    text: "Thrown on the wheel in red clay and burnished with a river stone before firing. It stands happily empty, and does well by a single branch.",
    details: ["Burnished terracotta, glazed inside", "32 cm tall, 17 cm wide", "Rinse by hand; holds water"],
    axes: [axis("Size", "32 cm", ["48 cm", 52]), axis("Finish", "Burnished", ["Smoke-fired", 14])], tags: ["vase", "table"],
  },
];
