import { axis, colors, type DemoProduct } from "../product.ts";

export const music: DemoProduct[] = [
  {
    handle: "garage-door-guitar", title: "Garage Door Guitar", icon: "guitar", with: ["drum", "electric-plug"], hue: 262, tone: "deep", pose: "hang", eur: 329, was: 379, grams: 3400,
    line: "Three chords and a very good neck.",
    text: "An alder body with two pickups that go from bell to growl with one switch. Set up by hand before it leaves, so it plays in tune up to where the solos live.",
    details: ["Alder body, maple neck, 22 frets", "3.4 kg, 648 mm scale", "Set up and strung with 10s"],
    axes: [colors("Poppy", "Lagoon", "Honey"), axis("Hand", "Right", ["Left", 20])], tags: ["strings", "electric"],
  },
  {
    handle: "first-position-violin", title: "First Position Violin", icon: "violin", with: ["musical-score", "rose"], hue: 120, pose: "hang", eur: 298, grams: 460,
    line: "A student's fiddle that does not sound like one.",
    text: "Carved spruce and maple, varnished with spirit and patience. It comes with a bow that balances, a case that fits on a bicycle, and rosin for a year.",
    details: ["Solid spruce top, ebony fittings", "Case, bow and rosin included", "Set up by a luthier"],
    axes: [axis("Size", "1/2", "3/4", ["4/4", 30]), axis("Varnish", "Amber", "Chestnut")], tags: ["strings", "school"],
  },
  {
    handle: "dance-hall-accordion", title: "Dance Hall Accordion", icon: "accordion", with: ["red-paper-lantern", "clinking-beer-mugs"], hue: 180, eur: 540, grams: 6200,
    line: "A whole village in a box with straps.",
    text: "Forty-eight basses, twenty-six keys, and bellows that breathe evenly both ways. Reeds are hand-filed steel: bright outside, warm in a kitchen.",
    details: ["Hand-filed steel reeds, 48 bass", "6.2 kg", "Case and straps included"],
    axes: [colors("Peony", "Harbor", "Moss"), axis("Bass", "48", ["72", 190])], tags: ["keys", "folk"],
  },
  {
    handle: "neighbourly-drum", title: "Neighbourly Drum", icon: "drum", with: ["maracas", "sparkles"], hue: 40, eur: 112, grams: 2900,
    line: "Crisp up close, polite next door.",
    text: "A wood-shelled snare with a soft head and a lever that turns the wires off. Sticks included, as are felt pads for after eight.",
    details: ["Poplar shell, coated head", "33 x 14 cm", "Sticks, pads and key included"],
    axes: [colors("Poppy", "Lagoon", "Ink"), axis("Size", "30 cm", ["35 cm", 22])], tags: ["percussion"],
  },
  {
    handle: "brass-band-trumpet", title: "Brass Band Trumpet", icon: "trumpet", with: ["musical-notes", "top-hat"], hue: 295, pose: "hang", eur: 268, grams: 1050,
    line: "Speaks first, and kindly.",
    text: "A yellow-brass bell hammered from one sheet, with valves lapped by hand until they fall by their own weight. Plays softly too, if you ask.",
    details: ["Yellow brass, monel valves", "B flat, 1.05 kg", "Case and mouthpiece included"],
    axes: [axis("Finish", "Lacquer", ["Silver plate", 70]), axis("Mouthpiece", "7C", "5C", "3C")], tags: ["brass", "school"],
  },
  {
    handle: "blue-hour-saxophone", title: "Blue Hour Saxophone", icon: "saxophone", with: ["cocktail-glass", "microphone"], hue: 250, tone: "deep", pose: "hang", eur: 689, grams: 2500,
    line: "For the hour when windows turn gold.",
    text: "A warm, even alto with keys placed for ordinary hands. The neck is slightly wider than usual; players say it makes the low notes sound like furniture being polished.",
    details: ["Lacquered brass, leather pads", "Alto in E flat, 2.5 kg", "Case, strap and three reeds"],
    axes: [axis("Voice", "Alto", ["Tenor", 240]), axis("Finish", "Gold", ["Antique", 60])], tags: ["brass", "evening"],
  },
  {
    handle: "pocket-weather-maracas", title: "Pocket Weather Maracas", icon: "maracas", with: ["long-drum", "tropical-drink"], hue: 205, pose: "hang", eur: 23, grams: 210,
    line: "Rain in the left hand, surf in the right.",
    text: "Gourds grown for their shape, dried for a summer and filled by ear. One is pitched a little higher, so you can tell them apart in the dark.",
    details: ["Painted gourd, beech handles", "24 cm long", "Keep dry, play wet"],
    axes: [axis("Pitch", "Low", "High"), axis("Pattern", "Fiesta", "Plain")], tags: ["percussion", "children"],
  },
  {
    handle: "hedgerow-flute", title: "Hedgerow Flute", icon: "flute", with: ["herb", "musical-notes"], hue: 150, pose: "hang", eur: 36, grams: 110,
    line: "Six holes, one breath, a hundred hedges.",
    text: "Turned from pear wood and oiled inside, with a sharp clean edge where the sound begins. The fingering chart is printed on the tube, so it cannot be lost.",
    details: ["Pear wood, linseed oil", "33 cm, in C or D", "Swab after playing"],
    axes: [axis("Key", "C", "D", "G"), axis("Wood", "Pear", ["Boxwood", 22])], tags: ["wind", "folk", "children"],
  },
  {
    handle: "front-step-banjo", title: "Front Step Banjo", icon: "banjo", with: ["basket", "sunflower"], hue: 88, pose: "hang", eur: 248, grams: 2600,
    line: "Five strings and a sunny disposition.",
    text: "An open back keeps it friendly indoors, and the frets are rounded at the ends for bare summer hands. It stays in tune through a whole song, most days.",
    details: ["Maple rim, coated head", "66 cm scale, 2.6 kg", "Soft case included"],
    axes: [axis("Strings", "Four", ["Five", 20], ["Six", 46]), axis("Back", "Open", ["Resonator", 55])], tags: ["strings", "folk"],
  },
];
