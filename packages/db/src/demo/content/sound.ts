import { axis, colors, type DemoProduct } from "../product.ts";

export const sound: DemoProduct[] = [
  {
    handle: "hush-headphones", title: "Hush Headphones", icon: "headphone", with: ["optical-disk", "hot-beverage"], hue: 258, tone: "rich", eur: 149, was: 179, grams: 248,
    line: "The quiet arrives first, then the music.",
    text: "Closed cups with memory foam that forgets the shape of other people's heads. Noise cancelling is a plain switch on the left side, found without looking.",
    details: ["40 mm drivers, wool-blend pads", "30 hours a charge, 248 g", "Pads and battery can be replaced"],
    axes: [colors("Fog", "Ink", "Rose", "Lagoon"), axis("Sound", "Closed", ["Noise cancelling", 60])], tags: ["sound", "travel", "electronics"],
  },
  {
    handle: "kitchen-window-radio", title: "Kitchen Window Radio", icon: "radio", with: ["tangerine", "salt"], hue: 205, eur: 84, grams: 1100,
    line: "Five stations, five buttons, no menu.",
    text: "A small radio with a big enough speaker and a handle that doubles as a stand. Turn the dial for FM or press a button for the station you always end up with.",
    details: ["FM and DAB+, telescopic aerial", "22 x 14 x 8 cm", "Mains or 12 hours by battery"],
    axes: [colors("Fog", "Poppy", "Mint"), axis("Tuner", "FM", ["FM and DAB+", 22])], tags: ["sound", "kitchen", "electronics"],
  },
  {
    handle: "saturday-television", title: "Saturday Television", icon: "television", with: ["popcorn", "teddy-bear"], hue: 32, eur: 389, grams: 7400,
    line: "A small set on four good legs.",
    text: "For one film a week, watched properly. The knob on the side is the volume, the other knob is the brightness, and both are a pleasure to turn.",
    details: ["24-inch matt panel, walnut-veneer case", "58 x 49 x 22 cm on its legs", "Two inputs, headphone socket"],
    axes: [colors("Fog", "Clay", "Moss"), axis("Size", "24 inch", ["32 inch", 140])], tags: ["screen", "furniture", "electronics"],
  },
  {
    handle: "first-roll-camera", title: "First Roll Camera", icon: "camera", with: ["film-frames", "sunflower"], hue: 310, eur: 219, grams: 460, holdOnAdd: true,
    line: "Thirty-six chances to look properly.",
    text: "A simple 35 mm camera with a bright finder and a meter that tells you yes or no. It winds with a thumb and closes with a click that turns heads kindly.",
    details: ["38 mm f/2.8 glass lens", "Takes any 35 mm film", "One button cell lasts two years"],
    axes: [axis("Finish", "Silver", ["Black", 15]), axis("Lens", "38 mm", ["28 mm", 40], ["50 mm", 40])], tags: ["camera", "travel", "gift"],
  },
  {
    handle: "bedsheet-projector", title: "Bedsheet Projector", icon: "film-projector", with: ["popcorn", "film-frames"], hue: 275, tone: "deep", eur: 329, grams: 2600, holdOnAdd: true,
    line: "Turns any pale wall into the last row of the cinema.",
    text: "Point it, tilt it, and the picture straightens itself. The fan is softer than a whisper and the speaker is good enough for a kissing scene.",
    details: ["800 lumens, LED lamp of 30,000 hours", "24 x 16 x 14 cm", "Wi-Fi, HDMI, headphone socket"],
    axes: [axis("Brightness", "800 lumens", ["1200 lumens", 110]), axis("Stand", "None", ["Tripod", 35])], tags: ["screen", "evening", "electronics"],
  },
  {
    handle: "kitchen-table-microphone", title: "Kitchen-Table Microphone", icon: "studio-microphone", with: ["headphone", "hot-beverage"], hue: 355, eur: 96, grams: 620,
    line: "Makes the family history sound like radio.",
    text: "A large-diaphragm microphone with one knob and one light. It hears the person in front of it and politely ignores the dishwasher.",
    details: ["Cardioid condenser, steel mesh", "21 cm on its stand", "One USB cable, nothing to install"],
    axes: [colors("Fog", "Ink", "Clay"), axis("Kit", "Microphone", ["With arm", 38])], tags: ["sound", "electronics"],
  },
  {
    handle: "hallway-telephone", title: "Hallway Telephone", icon: "telephone", with: ["spiral-notepad", "pen"], hue: 50, eur: 79, grams: 1350,
    line: "For calls long enough to sit down for.",
    text: "A push-button telephone with a real bell and a cord that reaches the stairs. It pairs with the phone in your pocket, so that one can stay in the coat.",
    details: ["Moulded shell, weighted handset", "Landline or Bluetooth", "Bell volume from purr to parade"],
    axes: [colors("Poppy", "Lagoon", "Honey", "Ink"), axis("Line", "Landline", ["Bluetooth", 24])], tags: ["hall", "electronics", "gift"],
  },
  {
    handle: "warm-filament-bulb", title: "Warm Filament Bulb", icon: "light-bulb", with: ["electric-plug", "books"], hue: 245, tone: "deep", eur: 11, grams: 60,
    line: "Sunset colour, four watts, fifteen years.",
    text: "The filament is drawn in one long loop, so it glows evenly and throws no stripes. It dims down to candlelight without a flicker or a hum.",
    details: ["Clear glass, E27 cap", "2,200 K, 400 lumens, 4 W", "15,000 hours"],
    axes: [axis("Warmth", "2200 K", "2700 K"), axis("Set", "One", ["Three", 19]), axis("Cap", "E27", "E14")], tags: ["light", "evening"],
  },
];
