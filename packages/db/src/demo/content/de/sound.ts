import type { ProductWords } from "../words.ts";

export const sound: ProductWords = {
  "hush-headphones": {
    title: "Kopfhörer Stille",
    line: "Erst kommt die Ruhe, dann die Musik.",
    text: "Geschlossene Muscheln mit einem Schaum, der die Form anderer Köpfe vergisst. Die Geräuschdämpfung ist ein schlichter Schalter links, den man findet, ohne hinzusehen.",
    details: [
      "40-mm-Treiber, Polster mit Wolle",
      "30 Stunden Akku, 248 g",
      "Polster und Akku lassen sich tauschen",
    ],
  },
  "kitchen-window-radio": {
    title: "Radio Küchenfenster",
    line: "Fünf Sender, fünf Tasten, kein Menü.",
    text: "Ein kleines Radio mit einem ausreichend großen Lautsprecher und einem Griff, der auch Ständer ist. Dreh am Rad, oder drück die Taste für den Sender, bei dem du doch immer landest.",
    details: [
      "UKW und DAB+, Teleskopantenne",
      "22 x 14 x 8 cm",
      "Am Netz oder 12 Stunden mit Batterie",
    ],
  },
  "saturday-television": {
    title: "Fernseher Samstagabend",
    line: "Ein kleines Gerät auf vier guten Beinen.",
    text: "Für einen Film in der Woche, aber richtig. Der eine Knopf an der Seite ist die Lautstärke, der andere die Helligkeit, und an beiden dreht man gern.",
    details: [
      "Mattes Bild, 24 Zoll, Nussbaumfurnier",
      "58 x 49 x 22 cm auf seinen Beinen",
      "Zwei Eingänge, Kopfhörerbuchse",
    ],
  },
  "first-roll-camera": {
    title: "Kamera Erster Film",
    line: "Sechsunddreißig Gelegenheiten, richtig hinzusehen.",
    text: "Eine einfache Kleinbildkamera mit hellem Sucher und einem Belichtungsmesser, der Ja sagt oder Nein. Der Daumen spult weiter, und der Verschluss klickt so, dass Köpfe sich freundlich drehen.",
    details: [
      "Objektiv aus Glas, 38 mm f/2,8",
      "Für jeden Kleinbildfilm",
      "Eine Knopfzelle hält zwei Jahre",
    ],
  },
  "bedsheet-projector": {
    title: "Projektor Bettlaken",
    line: "Macht aus jeder hellen Wand die letzte Reihe im Kino.",
    text: "Hinstellen, kippen, und das Bild rückt sich selbst gerade. Der Lüfter ist leiser als ein Flüstern und der Lautsprecher gut genug für eine Kussszene.",
    details: [
      "800 Lumen, LED-Lampe für 30.000 Stunden",
      "24 x 16 x 14 cm",
      "WLAN, HDMI, Kopfhörerbuchse",
    ],
  },
  "kitchen-table-microphone": {
    title: "Mikrofon Küchentisch",
    line: "Lässt die Familiengeschichte klingen wie Radio.",
    text: "Ein Großmembranmikrofon mit einem Knopf und einem Licht. Es hört den Menschen davor und überhört höflich die Spülmaschine.",
    details: [
      "Kondensator mit Niere, Gitter aus Stahl",
      "21 cm auf dem Ständer",
      "Ein USB-Kabel, nichts zu installieren",
    ],
  },
  "hallway-telephone": {
    title: "Telefon Flur",
    line: "Für Gespräche, zu denen man sich hinsetzt.",
    text: "Ein Tastentelefon mit echter Glocke und einer Schnur, die bis zur Treppe reicht. Es verbindet sich mit dem in deiner Tasche, so kann eins davon im Mantel bleiben.",
    details: [
      "Gehäuse aus einem Guss, schwerer Hörer",
      "Festnetz oder Bluetooth",
      "Klingel vom Schnurren bis zur Parade",
    ],
  },
  "warm-filament-bulb": {
    title: "Glühfadenlampe Abendrot",
    line: "Sonnenuntergang, vier Watt, fünfzehn Jahre.",
    text: "Der Faden ist in einer einzigen Schleife gezogen, so leuchtet er gleichmäßig und wirft keine Streifen. Sie lässt sich bis auf Kerzenlicht dimmen, ohne zu flackern oder zu summen.",
    details: ["Klarglas, Sockel E27", "2.200 K, 400 Lumen, 4 W", "15.000 Stunden"],
  },
};
