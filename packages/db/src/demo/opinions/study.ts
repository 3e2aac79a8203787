import { type Opinions, owner, question, review, shop, unverified } from "./opinion.ts";

export const study: Opinions = {
  "letterwriter-fountain-pen": [
    review(
      5,
      "Starts on the first stroke",
      "After a fortnight in a drawer it wrote at once. The line of poetry that came with mine is by somebody I had to look up.",
      "Edith",
      13,
    ),
    review(
      4,
      "A wet nib, as they say",
      "Lovely on good paper. On the office pad it feathers, which is the pad's fault but my problem.",
      "Marcus",
      5,
    ),
    question(
      "Does it take standard cartridges?",
      "Ana",
      shop("Short international ones, and there is a converter in the box for bottled ink."),
    ),
  ],
  "honest-pencil": [
    review(
      5,
      "One long curl",
      "I sharpen it just to see the curl. Dropped it down the stairs, lead intact.",
      "Petra",
      7,
    ),
    review(
      5,
      "The eraser erases",
      "That this needs saying tells you about other pencils.",
      "Lars",
      9,
    ),
    review(
      3,
      "Good, a little soft",
      "For drawing it is perfect. For accounts I would like it one grade harder.",
      "Yvonne",
      2,
    ),
  ],
  "pocket-field-notebook": [
    review(
      5,
      "Opens flat on a knee",
      "Three weeks in a jacket on a walking tour, two of them wet. The band held, the ink did not run.",
      "Callum",
      8,
    ),
    review(
      4,
      "No ghost on the other side",
      "Fountain pen, medium nib: nothing shows through. I would love page numbers.",
      "Mireille",
      4,
    ),
  ],
  "left-and-right-scissors": [
    review(
      5,
      "My left-handed daughter cried",
      "In a good way. She is nine and has cut out everything in the house.",
      "Joanna",
      19,
    ),
    review(
      4,
      "Glide through wrapping paper",
      "They do the one-glide thing. The pivot wants a quarter turn after a month.",
      "Emil",
      3,
    ),
  ],
  "long-travel-keyboard": [
    review(
      5,
      "My colleagues still like me",
      "Quiet enough for a shared table, and my fingers know when a key is down. Typing this on it.",
      "Tarik",
      10,
    ),
    review(
      4,
      "Takes a week",
      "I made more mistakes for five days, then fewer than ever. The compact layout hides the function keys.",
      "Sofie",
      6,
    ),
    unverified(
      2,
      "I missed the number block",
      "It is well made. If you do accounts you will want the digits on the right, and there are none.",
      "Gunnar",
      7,
    ),
    question(
      "Can I use it with two computers?",
      "Deniz",
      owner("Yes, it remembers three and a key switches between them.", "Tarik"),
      shop("Three over the air and one by cable, to be exact."),
    ),
  ],
  "pebble-mouse": [
    review(
      5,
      "The same in either hand",
      "I changed hands when my wrist hurt. It did not mind.",
      "Agnes",
      5,
    ),
    review(
      3,
      "Very low",
      "A matter of taste: my palm does not touch it. Those with smaller hands in the office are delighted.",
      "Rolf",
      4,
    ),
  ],
  "backyard-telescope": [
    review(
      5,
      "We saw the rings",
      "First evening, from a balcony over a tram stop. My son asked if it was a sticker on the lens.",
      "Amira",
      21,
    ),
    review(
      5,
      "Set up before your eyes are",
      "It really goes out with one hand. The controls turn like butter, and Jupiter stays where you put it.",
      "Kristof",
      9,
    ),
    review(
      4,
      "Get a better chair",
      "The telescope is excellent. Two hours bent over it are not.",
      "Siobhan",
      6,
    ),
    question(
      "Is it of any use for birds in daylight?",
      "Ewan",
      shop(
        "With the upright prism it is; without, the birds hang upside down. The prism comes as an extra.",
      ),
    ),
  ],
  "pond-life-microscope": [
    review(
      5,
      "An evening gone, as promised",
      "One drop from the rain barrel. We named eleven of them.",
      "Ottilie",
      12,
    ),
    review(
      4,
      "Real metal, real focus",
      "Better than the one I had at school. The lamp could be a touch brighter at the highest power.",
      "Benjamin",
      3,
    ),
  ],
  "blue-marble-globe": [
    review(
      5,
      "It has started two journeys",
      "You put a finger on it and feel the Andes. Then you book a train.",
      "Noor",
      8,
    ),
    review(
      4,
      "Soft light, good company",
      "As a night light it is perfect. The cable could be longer.",
      "Stella",
      4,
    ),
  ],
  "north-star-compass": [
    review(
      5,
      "Settles in three seconds",
      "Counted. Took it over the fells in fog and came out at the pub.",
      "Hamish",
      11,
    ),
    review(
      4,
      "Handsome and accurate",
      "Within two degrees of my good one. The brass leaves a smell on the hands for the first week.",
      "Ilaria",
      2,
    ),
  ],
  "maybe-crystal-ball": [
    review(
      3,
      "It did not see this review coming",
      "A fine paperweight. Do keep it out of direct sun when you leave the room, it focuses like a lens.",
      "Cosima",
      14,
    ),
    review(
      5,
      "A small bright planet",
      "Every morning at nine it walks across my wall. I have learnt what time it is by it.",
      "Felix",
      6,
    ),
  ],
  "hush-headphones": [
    review(
      5,
      "The quiet arrives first",
      "Train, toddler, neighbour's drill: gone. The plain switch is the best thing about it.",
      "Renske",
      16,
    ),
    review(4, "Comfortable for hours", "With glasses, too. They run warm in August.", "Paolo", 8),
    review(
      2,
      "A hiss at low volume",
      "In a silent room I hear it. On the tram I do not. Decide where you listen.",
      "Wilma",
      12,
    ),
    question(
      "Do they work by cable when the battery is empty?",
      "Jasper",
      shop("They do, without the noise cancelling. The cable is in the case."),
    ),
  ],
  "kitchen-window-radio": [
    review(
      5,
      "Five buttons is plenty",
      "My father programmed it himself. He is 84 and has not called me about it once.",
      "Birgit",
      18,
    ),
    review(
      4,
      "Sounds bigger than it is",
      "Good for voices, fine for jazz. The handle as a stand is clever.",
      "Samuel",
      3,
    ),
  ],
  "first-roll-camera": [
    review(
      5,
      "I take fewer pictures, and like them",
      "Thirty-six chances make you look. The click makes people smile before I have said anything.",
      "Tove",
      9,
    ),
    review(
      4,
      "Trust the meter",
      "It says yes or no and was right about thirty-four times. The two others were my thumb.",
      "Andrzej",
      5,
    ),
    question(
      "Which batteries does the meter need?",
      "Clara",
      shop(
        "One LR44, good for about a year. Without it the camera still takes pictures; you guess the light.",
      ),
    ),
  ],
  "bedsheet-projector": [
    review(
      4,
      "Last row of the cinema, yes",
      "After dark it is wonderful. By day draw the curtains, then draw them once more.",
      "Milan",
      10,
    ),
    review(
      5,
      "Straightens itself",
      "Put it on a pile of books at an angle. It thought for a second and had it.",
      "Roza",
      4,
    ),
  ],
};
