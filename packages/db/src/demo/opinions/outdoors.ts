import { type Opinions, owner, question, review, shop } from "./opinion.ts";

export const outdoors: Opinions = {
  "long-way-backpack": [
    review(
      5,
      "Nothing to dig for",
      "Opens like a bucket, and the back pocket goes right down. A week in Portugal out of twenty litres.",
      "Inês",
      15,
    ),
    review(
      5,
      "Straps for coat and T-shirt",
      "Same bag in January and July, without fiddling. The one-hand closure works with gloves.",
      "Anders",
      7,
    ),
    review(
      3,
      "I would like a bottle pocket",
      "Everything else is thought through. My bottle lives inside and sweats on my notebook.",
      "Mona",
      11,
    ),
    question(
      "Does a 15-inch laptop fit?",
      "Ruben",
      shop("Yes, in the sleeve against the back, up to 36 cm long."),
      owner("Mine does, with its charger beside it.", "Anders"),
    ),
    question(
      "Is it waterproof?",
      "Heidi",
      owner("An hour of proper rain and my jumper was dry. I would not swim with it.", "Inês"),
    ),
  ],
  "overnight-suitcase": [
    review(
      4,
      "Rolls straight, even on cobbles",
      "Quiet enough to come home late with. A wheel came loose after a year, and a coin really did it.",
      "Vera",
      6,
    ),
    review(
      5,
      "Fits overhead, twice over",
      "Two airlines, no argument. The shell flexes and comes back.",
      "Joris",
      4,
    ),
  ],
  "two-summer-tent": [
    review(
      5,
      "Pitched in a bad mood",
      "By torchlight, in rain, after a wrong turn. Colour-coded corners save marriages.",
      "Ylva",
      22,
    ),
    review(
      4,
      "Dry for four days",
      "On the fifth we found where the dog had scratched the floor. The patch kit held.",
      "Owen",
      8,
    ),
    question(
      "How small does it pack?",
      "Sabine",
      shop("54 by 16 cm, 2.9 kg with pegs."),
      owner("It even goes back into its bag, which I had not expected.", "Ylva"),
    ),
  ],
  "find-the-keyhole-torch": [
    review(
      5,
      "It remembers",
      "Soft lantern at the bed, spot at the gate. Whichever I used last, it comes back to.",
      "Nadia",
      5,
    ),
    review(
      4,
      "Warm light, kind to eyes",
      "Lasts a weekend of camping. The clip could be stronger.",
      "Otto",
      2,
    ),
  ],
  "all-weather-umbrella": [
    review(
      5,
      "Turned inside out, carried on",
      "On the pier, twice, in front of people. It went back with a shrug.",
      "Maeve",
      13,
    ),
    review(
      4,
      "Hooks on everything",
      "Table edge, bus rail, forearm. Heavier than a folding one, and it will outlive six of them.",
      "Jakob",
      6,
    ),
    review(
      1,
      "Left it on the tram",
      "On the second day. I am sure it is a very good umbrella.",
      "Ludo",
      20,
    ),
  ],
  "picnic-basket": [
    review(
      5,
      "It does creak",
      "And the lining comes out of the wash smelling of nothing at all. Stands level on our very uneven lawn.",
      "Rosalind",
      7,
    ),
    review(
      4,
      "Bring a cool bag",
      "Beautiful, roomy and not insulated. A cool bag fits inside exactly.",
      "Emre",
      9,
    ),
  ],
  "harbour-rope": [
    review(
      5,
      "The seventh knot",
      "It impresses people. Holds our dinghy and, since last week, a swing.",
      "Torsten",
      6,
    ),
    question(
      "How much does it stretch under load?",
      "Bea",
      shop(
        "About three per cent at a third of its breaking load. For a swing that is pleasant, for a hammock plan a hand's width.",
      ),
    ),
  ],
  "fold-again-map": [
    review(
      5,
      "It folds back",
      "I have handed it to six people who are sure they can't fold maps. All six could.",
      "Mateus",
      10,
    ),
    review(4, "Rain does not read it", "True. Small print for tired eyes, though.", "Helga", 3),
  ],
  "windowsill-ficus": [
    review(
      5,
      "Arrived without a bruise",
      "Packed like a violin. Two new leaves in the first month, on an east window.",
      "Anouk",
      9,
    ),
    review(
      4,
      "Slow and steady",
      "It dropped three leaves in the first week to make a point, then stopped.",
      "Pim",
      6,
    ),
    question(
      "Is it safe with a cat?",
      "Leni",
      shop(
        "The sap is mildly irritating to cats. Out of reach is better; ours prefers the empty pot anyway.",
      ),
    ),
  ],
  "forgiving-cactus": [
    review(
      5,
      "Thrives on being forgotten",
      "I travel for work. It is the only one at home that does not complain.",
      "Quentin",
      17,
    ),
    review(
      4,
      "Two arms, three now",
      "A third is on its way. I am writing down the year, for the night it flowers.",
      "Asta",
      4,
    ),
  ],
  "first-leaf-seed-kit": [
    review(
      5,
      "Day five, as on the card",
      "Green on day five, to the hour almost. My class of seven-year-olds cheered.",
      "Frau Lindner",
      12,
    ),
    review(
      3,
      "One of three sulked",
      "Basil and cress were up at once, the third never came. It may have been the window.",
      "Gwen",
      3,
    ),
  ],
  "everyday-bucket": [
    review(
      5,
      "A bucket, thought about",
      "I am left-handed and did not drip. I never believed I would review a bucket.",
      "Hilde",
      24,
    ),
    review(
      4,
      "Litres where you can see them",
      "Good for mixing plaster. The grip stays cool, the bottom stays flat.",
      "Raf",
      5,
    ),
  ],
  "apple-picking-ladder": [
    review(
      5,
      "Finds its way between boughs",
      "Firm on our slope where the aluminium one danced. Boots like the flat rungs.",
      "Eluned",
      8,
    ),
    question(
      "Can it stay outside in winter?",
      "Börje",
      shop("Under a roof, yes. Standing in snow the feet take up water and wear sooner."),
    ),
  ],
  "errand-bicycle": [
    review(
      5,
      "Bread, child, never in a hurry",
      "A year of school runs. Nothing to charge, hardly anything to clean, and I sit up and see people.",
      "Marieke",
      19,
    ),
    review(
      4,
      "Three gears and a hill",
      "On the flat it is a sofa. Our hill asks for the first gear and some patience.",
      "Stefan",
      10,
    ),
    review(5, "The double bass", "I had to try. It works, slowly, and people clap.", "Ignacio", 31),
    question(
      "Which child seats fit the rack?",
      "Juliane",
      shop("Any that clamp to a 10 to 16 mm tube. The rack is rated for 35 kg."),
      owner("We use one that clips on. No rattling so far.", "Marieke"),
    ),
  ],
  "pavement-scooter": [
    review(
      4,
      "Shrugs at cobbles",
      "The big wheels make all the difference. It hooks under my desk and nobody has noticed.",
      "Liam",
      5,
    ),
    review(5, "Ten minutes became four", "And I arrive awake.", "Zehra", 3),
  ],
  "park-football": [
    review(
      5,
      "Round after November",
      "Our second winter with it. Still round, still orange, still found in the long grass.",
      "Danny",
      6,
    ),
    review(
      4,
      "Good touch, a bit loud",
      "Against the garage door it has a voice of its own. The neighbours know our training times.",
      "Chiara",
      7,
    ),
  ],
  "kitchen-table-tennis": [
    review(5, "The cat could not ignore it", "Nor could the guests. Dinner was late.", "Petr", 9),
    review(
      4,
      "Clamps to anything up to a thumb's width",
      "Our oak table was two millimetres too thick. The garden one works.",
      "Sigrid",
      8,
    ),
  ],
  "hilltop-sled": [
    review(
      5,
      "One who lies down",
      "I am 52. I lay down. I would like to thank the people who bent this ash.",
      "Georg",
      16,
    ),
  ],
};
