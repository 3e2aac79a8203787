import { axis, colors, type DemoProduct } from "../product.ts";

const sizes = axis("Size", "S", "M", "L", "XL");

export const clothes: DemoProduct[] = [
  {
    handle: "station-platform-coat", title: "Station Platform Coat", icon: "coat", with: ["scarf", "briefcase"], hue: 168, pose: "hang", eur: 248, was: 298, grams: 1350,
    line: "A long coat for short waits.",
    text: "Dense wool that turns drizzle aside, cut with room for a jumper and for gestures. The inside pocket fits a paperback, which was the whole brief.",
    details: ["80 % recycled wool, cupro lining", "Knee length, horn-style buttons", "Brush and air; dry clean rarely"],
    axes: [colors("Sand", "Ink", "Moss"), sizes], tags: ["outerwear", "winter", "wool"],
  },
  {
    handle: "second-favourite-tee", title: "Second Favourite Tee", icon: "t-shirt", with: ["jeans", "sunglasses"], hue: 45, pose: "hang", eur: 32, grams: 180,
    line: "For when the favourite is in the wash. Then it isn't.",
    text: "A mid-weight jersey that hangs straight and keeps its collar. The side seams have been persuaded never to twist.",
    details: ["Organic cotton jersey, 190 g", "Straight fit, taped neck", "Wash at 40 °C, dry on a line"],
    axes: [colors("Fern", "Rose", "Sky", "Honey"), sizes], tags: ["cotton", "everyday"],
  },
  {
    handle: "work-on-it-jeans", title: "Work-On-It Jeans", icon: "jeans", with: ["running-shoe", "toolbox"], hue: 75, pose: "hang", eur: 92, grams: 720,
    line: "Stiff for a week, yours for a decade.",
    text: "Rope-dyed denim that fades where you bend and nowhere else. Pockets are deep enough for a folding rule, and repairs are free for as long as there is a shop.",
    details: ["13 oz organic denim, copper rivets", "Straight leg, mid rise", "Wash cold, inside out, seldom"],
    axes: [colors("Harbor", "Ink", "Fog"), axis("Waist", "28", "30", "32", "34", "36")], tags: ["denim", "everyday"],
  },
  {
    handle: "twirl-test-dress", title: "Twirl-Test Dress", icon: "dress", with: ["flat-shoe", "clutch-bag"], hue: 335, pose: "hang", eur: 114, grams: 390,
    line: "Has pockets. Passes the twirl test.",
    text: "A fitted bodice, a skirt of three quarters of a circle, and two pockets deep enough to put your hands in at a wedding. It packs into a bag the size of a loaf.",
    details: ["Lyocell with a little stretch", "Below the knee, hidden side zip", "Machine wash at 30 °C"],
    axes: [colors("Harbor", "Plum", "Fern", "Poppy"), axis("Size", "34", "36", "38", "40", "42")], tags: ["summer", "party"],
  },
  {
    handle: "long-weekend-shorts", title: "Long Weekend Shorts", icon: "shorts", with: ["thong-sandal", "flying-disc"], hue: 205, pose: "hang", eur: 44, grams: 210,
    line: "From the lake to lunch in twenty minutes.",
    text: "Quick-drying cloth that looks like cotton and behaves like a towel. The drawcord is flat, so it lies under a shirt without a bump.",
    details: ["Recycled polyester, mesh brief", "16 cm inseam, three pockets", "Rinse after the sea"],
    axes: [colors("Fern", "Apricot", "Harbor"), sizes], tags: ["summer", "swim"],
  },
  {
    handle: "veranda-kimono", title: "Veranda Kimono", icon: "kimono", with: ["teacup-without-handle", "lotus"], hue: 20, pose: "hang", eur: 86, grams: 460,
    line: "For the hour between the bath and the day.",
    text: "Printed by hand with small white flowers and sewn with felled seams, so it is as tidy inside as out. The sleeves know to stay out of the tea.",
    details: ["Cotton voile, hand-block printed", "One length: 118 cm", "Hand wash cool the first time"],
    axes: [colors("Sky", "Rose", "Moss"), axis("Size", "S/M", "L/XL")], tags: ["home", "cotton", "gift"],
  },
  {
    handle: "open-window-blouse", title: "Open Window Blouse", icon: "womans-clothes", with: ["womans-hat", "sunflower"], hue: 150, pose: "hang", eur: 54, grams: 150,
    line: "A breath of a blouse, with a collar that behaves.",
    text: "Fine crêpe that never clings and dries while you have coffee. The neckline was lowered by one centimetre, seven times, until everyone agreed.",
    details: ["Viscose crêpe from managed forests", "Relaxed fit, short sleeve", "Wash at 30 °C, no iron"],
    axes: [colors("Peony", "Chalk", "Lagoon"), sizes], tags: ["summer", "everyday"],
  },
  {
    handle: "sunday-league-vest", title: "Sunday League Vest", icon: "running-shirt", with: ["stopwatch", "sports-medal"], hue: 265, pose: "hang", eur: 38, grams: 110,
    line: "Light as a race number.",
    text: "A diagonal sash, flat seams and cloth with tiny holes where you run hottest. It has no logo, so your finishing time is the loudest thing about it.",
    details: ["Recycled mesh, flatlock seams", "Regular fit", "Wash at 30 °C, no softener"],
    axes: [colors("Fern", "Poppy", "Harbor"), sizes], tags: ["sport", "run"],
  },
  {
    handle: "cold-water-swimsuit", title: "Cold Water Swimsuit", icon: "one-piece-swimsuit", with: ["goggles", "ring-buoy"], hue: 225, pose: "hang", eur: 68, grams: 190,
    line: "Stays put in waves and in conversation.",
    text: "Lined throughout in a cloth that holds its shape through chlorine, salt and a whole August. The straps cross, so nothing slips between strokes.",
    details: ["Regenerated nylon, fully lined", "UPF 50", "Rinse cold, dry flat in shade"],
    axes: [colors("Peony", "Ink", "Lagoon"), sizes], tags: ["swim", "summer"],
  },
];
