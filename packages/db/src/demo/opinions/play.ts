import { type Opinions, owner, question, review, shop } from "./opinion.ts";

export const play: Opinions = {
  "fair-dice": [
    review(
      5,
      "I still lost",
      "Six hundred rolls in a spreadsheet: fair. It was me all along.",
      "Hugo",
      33,
    ),
    review(
      5,
      "They tumble",
      "Not a slide, a tumble. The players' table has adopted them.",
      "Saga",
      7,
    ),
    review(
      4,
      "A tin would be nice",
      "They come in a bag that my dog finds interesting.",
      "Petronella",
      4,
    ),
  ],
  "travellers-chess": [
    review(
      5,
      "Held the position for two weeks",
      "Between Vienna and Trieste, and back. I won in the end, on the pegs.",
      "Boris",
      9,
    ),
    review(
      4,
      "Pieces a little slim for big hands",
      "The wood is lovely. My grandson has no trouble at all.",
      "Albert",
      3,
    ),
  ],
  "rainy-sunday-jigsaw": [
    review(
      5,
      "Whimsical means difficult",
      "There is a piece shaped like a goose. We looked for it for two Sundays.",
      "Linnea",
      12,
    ),
    review(
      5,
      "They replaced a piece",
      "The vacuum cleaner took one. I sent a postcard, as it says, and it came in a matchbox.",
      "Theo",
      21,
    ),
    review(3, "Colour alone will not save you", "It did not. Be two, or be patient.", "Ingmar", 6),
    question(
      "How large is it when it is done?",
      "Ellen",
      shop("48 by 68 cm. A sheet of the board it came on is left over to slide it onto."),
    ),
  ],
  "night-shift-bear": [
    review(
      5,
      "No reports so far",
      "He guards. He has been to hospital twice and was brave both times.",
      "Klara, 6",
      38,
    ),
    review(
      5,
      "You can tell who stitched him",
      "Ours looks mildly surprised. We would not swap him.",
      "Anselm",
      14,
    ),
    review(
      4,
      "Smaller than the last bear",
      "Which turned out to be right for under one arm. The joints are firm.",
      "Mette",
      5,
    ),
    question(
      "Can he be washed?",
      "Rike",
      shop("With a damp cloth and mild soap, and dried in the air. He would rather not spin."),
      owner("Ours has had a bath in a pillowcase and forgave us.", "Anselm"),
    ),
  ],
  "sleepwalker-yo-yo": [
    review(
      4,
      "Thirty-eight seconds",
      "I am sure the minute is in there somewhere. The booklet is very funny.",
      "Levi",
      8,
    ),
    review(
      5,
      "Forgives a crooked throw",
      "Bought for my son, confiscated for testing.",
      "Dagmar",
      10,
    ),
  ],
  "garage-door-guitar": [
    review(
      5,
      "Three chords and a grin",
      "In tune out of the box, up to where the solos would be if I had any.",
      "Juno",
      9,
    ),
    review(
      4,
      "Bell to growl",
      "One switch, two guitars. The strap button needed a turn of the screwdriver.",
      "Vaughn",
      4,
    ),
    question(
      "Is it strung for beginners?",
      "Astrid",
      shop(
        "With 9s, light enough for soft fingertips. We will put 10s on if you say so in the order's note.",
      ),
    ),
  ],
  "first-position-violin": [
    review(
      5,
      "The teacher asked where from",
      "She played it for ten minutes before she gave it back. The case does fit on a bicycle.",
      "Mathilde",
      13,
    ),
    review(
      4,
      "Pegs slip in dry weather",
      "A bit of peg paste and it was fine. The tone is warm for the price.",
      "Elio",
      6,
    ),
  ],
  "neighbourly-drum": [
    review(5, "Next door said thank you", "For the felt pads. We have tea now.", "Bas", 26),
    review(
      4,
      "Crisp, as promised",
      "The lever for the wires is quick. The sticks are light.",
      "Oona",
      3,
    ),
  ],
  "blue-hour-saxophone": [
    review(
      5,
      "Furniture being polished",
      "I laughed at the description, then played a low B flat. It is exactly that.",
      "Ambrose",
      17,
    ),
  ],
  "pocket-weather-maracas": [
    review(
      4,
      "Rain in the left hand",
      "You can tell them apart in the dark. So can the whole house.",
      "Xenia",
      5,
    ),
  ],
  "front-step-banjo": [
    review(
      4,
      "A whole song, most days",
      "Honest about its tuning, as am I about mine. Sunny is the word.",
      "Wyatt",
      8,
    ),
    review(
      5,
      "Rounded frets",
      "My hands thank whoever thought of it. Friendly indoors, too.",
      "Clementine",
      5,
    ),
  ],
  "plein-air-palette": [
    review(
      5,
      "Grey of an overcast sky",
      "Colours look on it as they will on the canvas. It took me twenty years to find that.",
      "Benedetta",
      11,
    ),
    review(
      4,
      "Balances, after the first hour",
      "Then your arm knows. Wipes clean with a rag if you do it the same day.",
      "Joost",
      3,
    ),
  ],
  "one-good-brush": [
    review(
      5,
      "To a point, again and again",
      "I have stopped buying cheap ones by the dozen. It costs as much as eight of them.",
      "Mirela",
      6,
    ),
  ],
  "kitchen-wall-crayons": [
    review(
      5,
      "It came off the wall",
      "All one and a half metres of the dragon. We took a picture first.",
      "Jolene",
      24,
    ),
    review(
      5,
      "Not one broken",
      "Two small fists, three months. They smell faintly of honey.",
      "Henk",
      9,
    ),
    review(
      3,
      "Not off the sofa",
      "Paint, yes. Linen, no. The sofa has a dragon now.",
      "Cecilia",
      19,
    ),
    question(
      "From which age are they safe?",
      "Dana",
      shop("From two. Everything in them could be eaten, though nobody recommends it."),
    ),
  ],
  "one-evening-yarn": [
    review(
      5,
      "A hat by bedtime",
      "By one o'clock, but still the same night. My first hat ever.",
      "Filip",
      12,
    ),
    review(
      4,
      "Forgives dropped stitches",
      "It had plenty to forgive. Slightly scratchy on the forehead.",
      "Ursula",
      4,
    ),
  ],
  "mending-day-thread": [
    review(
      5,
      "The notch holds the end",
      "I have waited for this notch my whole life.",
      "Agnieszka",
      22,
    ),
  ],
  "second-drawer-toolbox": [
    review(
      5,
      "The second drawer is empty",
      "We did not know what to do with it. Tea towels now.",
      "Rowan",
      10,
    ),
    review(
      4,
      "Nineteen tools, each in its place",
      "I would have added a tape measure. As a sawhorse I used it gently, like they say.",
      "Britta",
      7,
    ),
  ],
  "flat-pack-screwdriver": [
    review(
      5,
      "Reached the screw behind the leg",
      "Three wardrobes and a bed. None of the bits is under the sofa, I looked.",
      "Nikolai",
      15,
    ),
    review(
      4,
      "Soft click, good grip",
      "It wants a longer shaft for one of the wardrobes, but then who designed that wardrobe.",
      "Jette",
      6,
    ),
  ],
};
