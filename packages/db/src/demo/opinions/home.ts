import { type Opinions, owner, question, review, shop } from "./opinion.ts";

export const home: Opinions = {
  "rosehip-teapot": [
    review(
      5,
      "It really does not drip",
      "I poured tea over a white tablecloth on purpose, with my mother-in-law watching. Nothing. The basket comes out without burning fingers.",
      "Marit",
      14,
    ),
    review(
      5,
      "Two big mugs and a refill",
      "Holds heat for a good half hour under a tea towel. The lid stays on when you pour the last cup, which my old pot never managed.",
      "Teo",
      6,
    ),
    review(
      3,
      "Lovely, but mind the lid knob",
      "Pours as promised. The knob on the lid gets very hot, so I use a cloth. I would buy it again, only with a wooden knob.",
      "Hanne",
      9,
    ),
    question(
      "Can it go in the dishwasher?",
      "Ilse",
      shop(
        "Yes, on the upper rack and without the steel basket, which likes to be rinsed by hand.",
      ),
      owner("Mine has been through it weekly since spring and looks new.", "Teo"),
    ),
    question(
      "Does the basket reach the water if I make just one cup?",
      "Jonah",
      owner("From about a third full it does. Below that the leaves sit high and dry.", "Marit"),
    ),
  ],
  "corner-cafe-cup": [
    review(
      5,
      "The handle fits a whole finger",
      "Finally a cup that I can hold with cold hands. Coffee is still warm when I remember it.",
      "Bruno",
      4,
    ),
    review(
      4,
      "Heavy in the best way",
      "It does not slide about on the tray. The biscuit place on the saucer is a small joy. One star less because the glaze differs a little between cups.",
      "Priya",
      3,
    ),
  ],
  "steady-tea-bowl": [
    review(
      5,
      "Slows me down",
      "No handle sounded like a gimmick and turned out to be the point. I wait, I hold it, I drink.",
      "Kenji",
      11,
    ),
    review(
      4,
      "Smaller than I imagined",
      "Check the millilitres. It is a proper tea bowl and no soup bowl. The tray is beautiful.",
      "Odile",
      2,
    ),
  ],
  "sunday-skillet": [
    review(
      5,
      "Eggs slide on day one",
      "I did not believe the bit about day one. Butter, two eggs, a shake of the wrist, and they turned themselves.",
      "Arun",
      17,
    ),
    review(
      5,
      "I can lift it",
      "After a wrist operation my old iron pan stayed on the shelf. This one I can lift with one hand, full.",
      "Gerda",
      12,
    ),
    review(
      2,
      "Rusted after a week of soaking",
      "My flatmate left it in the sink for a week. It came back with steel wool and oil, but be warned.",
      "Finn",
      5,
    ),
    question(
      "Does it work on induction?",
      "Sanna",
      shop(
        "It does: the base is flat and magnetic. Warm it slowly, cast iron dislikes a full blast from cold.",
      ),
    ),
  ],
  "market-chef-knife": [
    review(
      5,
      "I sold the other five",
      "Onions, herbs, a pumpkin. It rocks, it slices, and it stays where I put my finger.",
      "Leandro",
      8,
    ),
    review(
      4,
      "Needs a steel now and then",
      "Very sharp for a month, then it wants two strokes on a steel. Fair enough.",
      "Ulrike",
      5,
    ),
    question(
      "Is the handle sealed against water?",
      "Mo",
      shop("Oiled, not sealed. Wipe it dry and give it a drop of oil twice a year."),
    ),
  ],
  "vineyard-glass": [
    review(
      4,
      "Survived two dinner parties",
      "Thin at the rim and tougher than it looks. I broke one against the tap, which was not the glass's fault.",
      "Camille",
      3,
    ),
    review(
      5,
      "One glass for everything",
      "We gave away red, white and water glasses. The cupboard is half empty and nobody misses them.",
      "Rasmus",
      6,
    ),
  ],
  "beekeepers-honey-pot": [
    review(
      5,
      "No more sticky shelf",
      "The thread of honey goes back inside, just as it says. My children have stopped licking the cupboard.",
      "Dorota",
      10,
    ),
  ],
  "clear-pantry-jar": [
    review(
      5,
      "Four where three were",
      "Measured twice and ordered twelve. The pencil label rubs off with a damp cloth.",
      "Nils",
      4,
    ),
    review(
      3,
      "The sigh is real, the lid is stiff",
      "It closes beautifully. Opening it with floury hands is another matter.",
      "Abena",
      7,
    ),
    question(
      "Will it take a whole kilo of flour?",
      "Lotte",
      owner("The large one does, if you tap it down.", "Nils"),
    ),
  ],
  "noon-bento-box": [
    review(
      5,
      "Nothing soggy by one o'clock",
      "Dressing on one side, leaves on the other, a bike ride in between. Dry as promised.",
      "Yuki",
      9,
    ),
    review(
      4,
      "Good lid, small trays",
      "For a big lunch you need two. It is quiet to open in a library.",
      "Sem",
      1,
    ),
  ],
  "alpine-fondue-set": [
    review(
      5,
      "Six people, one pot, no fights",
      "The rings on the forks settled every argument but the one about politics.",
      "Reto",
      13,
    ),
    review(
      4,
      "Order spare fuel",
      "Keeps a gentle bubble for three hours, but the small burner wants refilling once. Have it ready before you sit down.",
      "Elif",
      4,
    ),
  ],
  "morning-bell-alarm-clock": [
    review(
      5,
      "I hear it in the next room",
      "So does the neighbour. Between the bells it is so quiet that I forget it is there.",
      "Oskar",
      6,
    ),
    review(
      2,
      "Too much bell for me",
      "It is handsome and it works. It also makes my heart jump every single morning. I have given it to my brother.",
      "Livia",
      8,
    ),
    question(
      "Can the bells be made softer?",
      "Tom",
      owner("A strip of felt between hammer and bell does it. Mine wakes me kindly now.", "Oskar"),
    ),
  ],
  "slow-hour-candle": [
    review(
      5,
      "Four evenings and counting",
      "No smoke, no drips, and the faintest smell of honey. I trim the wick like the card says.",
      "Saoirse",
      5,
    ),
    review(
      4,
      "Prettier than its picture",
      "It leans a bit as it burns down, so use a flat plate.",
      "Hugo",
      2,
    ),
  ],
  "petal-mirror": [
    review(
      5,
      "Made the hallway twice as big",
      "It catches the afternoon light and throws it at the coats. One screw, ten minutes.",
      "Ingrid",
      7,
    ),
    review(
      3,
      "The glass is warm-toned",
      "Everybody looks as if they had slept well. Lovely in the hall, not for make-up.",
      "Chloé",
      9,
    ),
  ],
  "quarter-hour-glass": [
    review(
      4,
      "Fifteen minutes and a breath",
      "Measured with my phone: 15:08. I use it to stop working, and it does not buzz.",
      "Matteo",
      6,
    ),
    review(
      5,
      "Ended bedtime negotiations",
      "When the sand is through, the light goes out. Even our four-year-old respects sand.",
      "Freya",
      15,
    ),
  ],
  "reading-corner-set": [
    review(
      5,
      "I have read eleven books since",
      "The lamp is exactly where a page would be. The sofa lets you out again, though only just.",
      "Beatriz",
      12,
    ),
    review(
      4,
      "Measure your staircase",
      "Comfortable and well made. It went round our second landing with a centimetre to spare.",
      "Walter",
      11,
    ),
    question(
      "Do the covers come off for washing?",
      "Nora",
      shop(
        "They do, all of them, by zips along the back. Thirty degrees, and put them on again slightly damp.",
      ),
    ),
  ],
  "schoolhouse-chair": [
    review(
      5,
      "No wobble on a stone floor",
      "Our kitchen floor is two hundred years old and nothing stands still on it. These do.",
      "Aurelio",
      8,
    ),
    review(
      4,
      "Long suppers approved",
      "Back gives a little, seat forgives a lot. Felt pads would have been nice in the box.",
      "Katja",
      3,
    ),
  ],
  "orchard-soap": [
    review(
      5,
      "Lasted seven weeks",
      "Family of three, one bar, seven weeks on a dish that drains. The quince smells of my grandmother's cupboard.",
      "Pilar",
      6,
    ),
    review(
      4,
      "Gentle on winter hands",
      "No tight feeling afterwards. I prefer the rosemary, my husband the one that smells of nothing.",
      "Greta",
      2,
    ),
  ],
  "two-minute-toothbrush": [
    review(
      4,
      "Back teeth say hello",
      "Narrow head, flat handle, dries with its bristles up. I wish it came in more colours, so we could tell ours apart.",
      "Isak",
      3,
    ),
  ],
  "cloudburst-shower-head": [
    review(
      5,
      "Rain, indoors",
      "Our pressure is poor and this made the best of it. The water meter agrees with the third.",
      "Wren",
      10,
    ),
    review(
      1,
      "Did not fit my old hose",
      "The thread is standard and my hose is from 1974. I sent it back without trouble, so the star is for the thread.",
      "Dieter",
      4,
    ),
    question(
      "Which thread does it have?",
      "Magda",
      shop("G 1/2 inch, as nearly all hoses since the eighties. A rubber washer is in the box."),
    ),
  ],
  "little-clawfoot-tub": [
    review(
      5,
      "Two chapters, still warm",
      "It took four friends and a case of beer to carry it upstairs. I would do it again tomorrow.",
      "Solveig",
      16,
    ),
    question(
      "How heavy is it when full?",
      "Patrick",
      shop(
        "About 290 kg with water and a reader. Older wooden floors deserve a look by somebody who knows them.",
      ),
    ),
  ],
};
