import { axis, colors, type DemoProduct } from "../product.ts";

export const travel: DemoProduct[] = [
  {
    handle: "long-way-backpack", title: "Long Way Backpack", icon: "backpack", with: ["compass", "world-map"], hue: 212, eur: 96, grams: 890,
    line: "Twenty litres that close with one hand.",
    text: "The top opens wide as a bucket and the back pocket reaches the bottom, so nothing has to be dug for. Straps curve around a coat and a T-shirt with equal grace.",
    details: ["Recycled nylon, waxed base", "20 l, fits a 15-inch laptop", "Wipe clean; zips guaranteed for life"],
    axes: [colors("Peony", "Harbor", "Moss", "Ink"), axis("Volume", "14 l", ["20 l", 14], ["28 l", 32])], tags: ["bag", "travel", "school"],
  },
  {
    handle: "overnight-suitcase", title: "Overnight Suitcase", icon: "luggage", with: ["passport-control", "watch"], hue: 35, eur: 168, was: 198, grams: 2700,
    line: "Rolls straight, stands still, fits overhead.",
    text: "A ribbed shell that flexes instead of cracking, on four wheels that can be replaced with a coin. Inside, one half is for folded things and the other is for the truth.",
    details: ["Polycarbonate shell, aluminium handle", "55 x 38 x 22 cm, 36 l", "Two-year wheels, ten-year case"],
    axes: [colors("Harbor", "Clay", "Moss"), axis("Size", "Cabin", ["Medium", 52], ["Large", 96])], tags: ["bag", "travel"],
  },
  {
    handle: "good-news-briefcase", title: "Good News Briefcase", icon: "briefcase", with: ["fountain-pen", "glasses"], hue: 90, eur: 239, grams: 1450,
    line: "Looks better after ten years of bad weather.",
    text: "Cut from a single hide, vegetable-tanned for seven weeks, and stitched at eight to the inch. The clasp closes with a note that carries across a meeting room.",
    details: ["Vegetable-tanned leather, brass clasp", "39 x 29 x 9 cm", "Feed with balm twice a year"],
    axes: [colors("Walnut", "Ink", "Olive"), axis("Size", "Slim", ["Full", 40])], tags: ["bag", "work", "leather"],
  },
  {
    handle: "fold-again-map", title: "Fold-Again Map", icon: "world-map", with: ["pushpin", "sailboat"], hue: 12, pose: "hang", eur: 24, grams: 160,
    line: "The whole world, and it folds back the way it came.",
    text: "Creased in a pattern borrowed from satellite panels: pull two corners and it opens, push and it closes. Printed on stone paper that rain does not read.",
    details: ["Stone paper, tear-resistant", "84 x 59 cm open, 12 x 9 cm closed", "Can be written on in pencil"],
    axes: [axis("Map", "World", "Europe", "Night sky"), axis("Finish", "Folded", ["Flat for framing", 6])], tags: ["travel", "paper", "wall"],
  },
  {
    handle: "two-summer-tent", title: "Two-Summer Tent", icon: "tent", with: ["flashlight", "wood"], hue: 252, eur: 289, was: 329, grams: 2350, holdOnAdd: true,
    line: "Up in four minutes, dry for four days.",
    text: "Two poles, six pegs and colour-coded corners, so it can be pitched by torchlight and a bad mood. The porch holds two rucksacks and a wet dog.",
    details: ["Silicone-coated ripstop, 3,000 mm", "210 x 135 cm inside, 2.35 kg", "Spare pole section and patches included"],
    axes: [colors("Fern", "Harbor", "Apricot"), axis("Sleeps", "Two", ["Three", 70])], tags: ["camp", "outdoor"],
  },
  {
    handle: "find-the-keyhole-torch", title: "Find-the-Keyhole Torch", icon: "flashlight", with: ["old-key", "tent"], hue: 285, tone: "deep", pose: "hang", eur: 34, grams: 165,
    line: "A warm beam for footpaths, a soft one for tents.",
    text: "Twist the head from spot to lantern, click once for less and twice for more. It remembers how you left it, even if you do not.",
    details: ["Anodised aluminium, glass lens", "5 to 300 lumens, 60 hours on low", "USB-C, rain-proof"],
    axes: [axis("Light", "Warm", "Neutral"), axis("Power", "300 lumens", ["800 lumens", 19])], tags: ["camp", "light", "travel"],
  },
  {
    handle: "all-weather-umbrella", title: "All-Weather Umbrella", icon: "umbrella", with: ["hiking-boot", "droplet"], hue: 60, pose: "hang", eur: 48, grams: 520,
    line: "Turns inside out, turns back, carries on.",
    text: "Eight fibreglass ribs that bend with a gust and a canopy woven so tightly it shakes dry. The handle hooks a table edge, a forearm or a bus rail.",
    details: ["Fibreglass ribs, ash handle", "104 cm across, 520 g", "Every part can be replaced"],
    axes: [colors("Iris", "Poppy", "Lagoon", "Honey"), axis("Length", "Walking", ["Folding", -4])], tags: ["rain", "travel"],
  },
  {
    handle: "picnic-basket", title: "Picnic Basket", icon: "basket", with: ["baguette-bread", "cherries"], hue: 142, eur: 62, grams: 1300,
    line: "Willow that creaks in the right way.",
    text: "Woven from one season's rods around a frame of chestnut, with a floor that stands level on grass. Lined with cotton ticking that lifts out and goes in the wash.",
    details: ["Peeled willow, chestnut frame", "42 x 30 x 24 cm", "Lining machine washable at 40 °C"],
    axes: [axis("Lining", "Ticking", "Plain linen"), axis("Set", "Basket", ["With plates for four", 58])], tags: ["picnic", "summer"],
  },
  {
    handle: "harbour-rope", title: "Harbour Rope", icon: "knot", with: ["anchor", "ring-buoy"], hue: 22, tone: "rich", pose: "hang", eur: 19, grams: 600,
    line: "Ties up a dinghy, a swing, or a very long parcel.",
    text: "Eight-strand braid that does not kink and does not burn the hands. A card of nine knots comes with it; the seventh impresses people.",
    details: ["Recycled polyester, whipped ends", "8 mm, breaks at 1,200 kg", "Rinse in fresh water"],
    axes: [colors("Harbor", "Poppy", "Moss"), axis("Length", "5 m", ["10 m", 11], ["20 m", 29])], tags: ["boat", "tools"],
  },
  {
    handle: "low-tide-parasol", title: "Low Tide Parasol", icon: "umbrella-on-ground", with: ["thong-sandal", "spiral-shell"], hue: 205, eur: 89, grams: 3200,
    line: "Two square metres of shade, anywhere.",
    text: "Heavy canvas on a two-part ash pole with a steel tip that screws into sand. It tilts with a tug and folds into a bag you can sling like a quiver.",
    details: ["UPF 50 cotton canvas, ash pole", "190 cm across, 205 cm tall", "Canvas comes off for washing"],
    axes: [colors("Poppy", "Harbor", "Fern"), axis("Base", "Sand screw", ["Garden foot", 28])], tags: ["summer", "beach", "garden"],
  },
];
