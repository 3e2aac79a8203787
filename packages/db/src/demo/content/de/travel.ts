import type { ProductWords } from "../words.ts";

export const travel: ProductWords = {
  "long-way-backpack": {
    title: "Rucksack Weiter Weg",
    line: "Zwanzig Liter, die mit einer Hand zugehen.",
    text: "Oben öffnet er weit wie ein Eimer, und das hintere Fach reicht bis zum Boden, so muss man nach nichts graben. Die Riemen legen sich um einen Mantel so gern wie um ein T-Shirt.",
    details: [
      "Recyceltes Nylon, gewachster Boden",
      "20 l, für Laptops bis 15 Zoll",
      "Abwischen; lebenslange Garantie auf die Zips",
    ],
  },
  "overnight-suitcase": {
    title: "Koffer Eine Nacht",
    line: "Rollt gerade, steht still, passt ins Gepäckfach.",
    text: "Eine gerippte Schale, die nachgibt statt zu brechen, auf vier Rollen, die man mit einer Münze wechselt. Innen ist die eine Hälfte für Gefaltetes und die andere für die Wahrheit.",
    details: [
      "Schale aus Polycarbonat, Griff aus Aluminium",
      "55 x 38 x 22 cm, 36 l",
      "Rollen zwei Jahre, Koffer zehn Jahre Garantie",
    ],
  },
  "good-news-briefcase": {
    title: "Aktentasche Gute Nachricht",
    line: "Nach zehn Jahren schlechten Wetters sieht sie besser aus.",
    text: "Aus einer einzigen Haut geschnitten, sieben Wochen pflanzlich gegerbt und mit acht Stichen auf den Zoll genäht. Das Schloss schließt mit einem Ton, der durch ein ganzes Sitzungszimmer trägt.",
    details: [
      "Pflanzlich gegerbtes Leder, Messingschloss",
      "39 x 29 x 9 cm",
      "Zweimal im Jahr mit Balsam pflegen",
    ],
  },
  "fold-again-map": {
    title: "Weltkarte Zurückgefaltet",
    line: "Die ganze Welt, und sie faltet sich zurück, wie sie kam.",
    text: "In einem Muster gefaltet, das von Satelliten geborgt ist: An zwei Ecken ziehen, und sie ist offen, schieben, und sie ist zu. Gedruckt auf Steinpapier, das Regen nicht liest.",
    details: [
      "Steinpapier, reißfest",
      "84 x 59 cm offen, 12 x 9 cm gefaltet",
      "Mit Bleistift beschreibbar",
    ],
  },
  "two-summer-tent": {
    title: "Zelt Zwei Sommer",
    line: "In vier Minuten oben, vier Tage lang trocken.",
    text: "Zwei Stangen, sechs Heringe und farbige Ecken, so steht es auch bei Taschenlampe und schlechter Laune. In den Vorraum passen zwei Rucksäcke und ein nasser Hund.",
    details: [
      "Silikonbeschichtetes Ripstop, 3.000 mm",
      "Innen 210 x 135 cm, 2,35 kg",
      "Mit Ersatzstange und Flicken",
    ],
  },
  "find-the-keyhole-torch": {
    title: "Taschenlampe Schlüsselloch",
    line: "Ein warmer Strahl für Wege, ein weicher fürs Zelt.",
    text: "Am Kopf drehen, vom Spot zur Laterne; einmal klicken für weniger, zweimal für mehr. Sie merkt sich, wie du sie gelassen hast, auch wenn du es nicht tust.",
    details: [
      "Eloxiertes Aluminium, Linse aus Glas",
      "5 bis 300 Lumen, schwach 60 Stunden",
      "USB-C, regenfest",
    ],
  },
  "all-weather-umbrella": {
    title: "Regenschirm Jedes Wetter",
    line: "Stülpt sich um, stülpt sich zurück, macht weiter.",
    text: "Acht Rippen aus Glasfaser, die sich mit der Böe biegen, und ein Dach, so dicht gewebt, dass man es trocken schüttelt. Der Griff hängt an der Tischkante, am Unterarm oder an der Stange im Bus.",
    details: [
      "Rippen aus Glasfaser, Griff aus Esche",
      "104 cm Durchmesser, 520 g",
      "Jedes Teil lässt sich ersetzen",
    ],
  },
  "picnic-basket": {
    title: "Picknickkorb",
    line: "Weide, die auf die richtige Art knarzt.",
    text: "Aus den Ruten eines Jahres um einen Rahmen aus Kastanie geflochten, mit einem Boden, der auch im Gras gerade steht. Das Futter aus Baumwollstreifen lässt sich herausnehmen und waschen.",
    details: [
      "Geschälte Weide, Rahmen aus Kastanie",
      "42 x 30 x 24 cm",
      "Futter waschbar bei 40 °C",
    ],
  },
  "harbour-rope": {
    title: "Seil Hafen",
    line: "Hält ein Beiboot, eine Schaukel oder ein sehr langes Paket.",
    text: "Achtfach geflochten, knickt nicht und brennt nicht in der Hand. Eine Karte mit neun Knoten liegt bei; der siebte macht Eindruck.",
    details: [
      "Recyceltes Polyester, getakelte Enden",
      "8 mm, reißt bei 1.200 kg",
      "In Süßwasser spülen",
    ],
  },
  "low-tide-parasol": {
    title: "Sonnenschirm Ebbe",
    line: "Zwei Quadratmeter Schatten, wo immer du willst.",
    text: "Schweres Segeltuch an einem zweiteiligen Eschenstock, dessen Stahlspitze sich in den Sand schraubt. Er kippt mit einem Ruck und verschwindet in einer Tasche, die man trägt wie einen Köcher.",
    details: [
      "Baumwollsegeltuch mit UPF 50, Eschenstock",
      "190 cm Durchmesser, 205 cm hoch",
      "Bezug abnehmbar und waschbar",
    ],
  },
};
