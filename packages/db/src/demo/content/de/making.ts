import type { ProductWords } from "../words.ts";

export const making: ProductWords = {
  "plein-air-palette": {
    title: "Palette Unter freiem Himmel",
    line: "Liegt auf dem Unterarm, wird mit einem Lappen sauber.",
    text: "So geformt, dass das Gewicht auf dem Handgelenk ruht und nicht am Daumen. Die Fläche hat das Grau eines bedeckten Himmels, darum sehen Farben darauf aus wie später auf der Leinwand.",
    details: ["Birkensperrholz, geölt", "38 x 28 cm", "Mit Öl abwischen; nie einweichen"],
  },
  "one-good-brush": {
    title: "Pinsel Der eine gute",
    line: "Findet zur Spitze zurück, immer wieder.",
    text: "Synthetisches Haar, so gemischt, dass es Wasser hält wie Marder und zurückfedert wie gute Laune. Der Stiel ist lang genug, um von den eigenen Fehlern Abstand zu nehmen.",
    details: [
      "Synthetisches Haar, Zwinge aus Kupfer",
      "Stiel aus Birke, 24 cm",
      "In kühlem Wasser waschen, liegend trocknen",
    ],
  },
  "kitchen-wall-crayons": {
    title: "Wachsmaler Küchenwand",
    line: "Kräftig auf Papier. Geht von der Wand ab.",
    text: "Bienenwachs und Pigmente in Lebensmittelqualität, dick gegossen, damit kleine Fäuste sie nicht brechen. Mit warmem Wasser gehen sie von der Wand; wir haben es für dich geprüft, zweimal.",
    details: ["Bienenwachs, Pflanzenwachs, Mineralpigmente", "Zwölf in der Dose", "Ab zwei Jahren"],
  },
  "one-evening-yarn": {
    title: "Wolle Ein Abend",
    line: "Eine Mütze bis zum Schlafengehen, oder ein sehr guter Anfang.",
    text: "Dicke, federnde Wolle von Schafen, die wir dir vorstellen könnten. Sie verzeiht gefallene Maschen und wächst schnell genug, um Anfänger bei Laune zu halten.",
    details: ["Reine Schurwolle, 100 g, 110 m", "Nadeln 6 bis 7 mm", "Kühl von Hand waschen"],
  },
  "mending-day-thread": {
    title: "Nähgarn Flicktag",
    line: "Stark genug für Knöpfe, fein genug für Säume.",
    text: "Langstapelige Baumwolle, leicht gewachst, damit sie beim Reden keine Knoten macht. Die Holzspule hat eine Kerbe, die das Ende wirklich hält.",
    details: ["Ägyptische Baumwolle, 200 m", "Spule aus Buche", "Kochfeste Farben"],
  },
  "picture-hanging-hammer": {
    title: "Hammer Bilderhaken",
    line: "Klein, höflich, erstaunlich überzeugend.",
    text: "Ein Kopf von 280 Gramm für Nägel, die man mit zwei Fingern hält, an einem Stiel, geformt wie das Innere einer Faust. Ein Schlitz in der Bahn setzt den Nagel für dich an, mit einer Hand.",
    details: [
      "Geschmiedeter Stahl, Stiel aus Hickory",
      "27 cm, 380 g",
      "Den Stiel ölen, wenn er grau wird",
    ],
  },
  "second-drawer-toolbox": {
    title: "Werkzeugkasten Zweite Schublade",
    line: "Alles, was in die zweite Schublade gehört hätte.",
    text: "Gepresster Stahl mit einem Einsatz zum Herausheben und einem Deckel, der auch Sägebock ist, ein sanfter. Auf Wunsch kommt er mit den neunzehn Werkzeugen, die ein Haushalt wirklich braucht, jedes an seinem Platz.",
    details: [
      "Pulverbeschichteter Stahl",
      "40 x 20 x 18 cm",
      "Verschlüsse nehmen ein Vorhängeschloss",
    ],
  },
  "flat-pack-screwdriver": {
    title: "Schraubendreher Möbelpaket",
    line: "Sechs Bits im Griff, keins unter dem Sofa.",
    text: "Eine Ratsche mit weichem Klicken und ein Schaft, der die Schraube erreicht, die sie hinter das Bein gesetzt haben. Die Kappe hält sechs Bits an Magneten, die auch einen Sturz aushalten.",
    details: ["Chrom-Vanadium-Stahl, Ratsche", "22 cm, sechs Bits", "Lebenslange Garantie"],
  },
  "orchard-hand-saw": {
    title: "Handsäge Obstgarten",
    line: "Schneidet auf Zug, also dorthin, wohin du siehst.",
    text: "Dünne, harte Zähne, die eine Fläche so glatt hinterlassen, dass man sich das Schleifpapier spart. Der Griff ist für zwei Finger, drei Finger oder einen Handschuh geschnitzt.",
    details: [
      "Kohlenstoffstahl, Griff aus Nussbaum",
      "Blatt 35 cm, 11 Zähne je Zoll",
      "Mit Öl abwischen; Blatt ist wechselbar",
    ],
  },
};
