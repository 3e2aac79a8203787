import type { ProductWords } from "../words.ts";

export const desk: ProductWords = {
  "letterwriter-fountain-pen": {
    title: "Füllfederhalter Briefschreiber",
    line: "Eine satte, freundliche Feder, die mit dem ersten Strich beginnt.",
    text: "Aus Baumwollharz gedreht und mit einer Stahlfeder, die wir schleifen und prüfen, indem wir mit jeder eine Gedichtzeile schreiben. Ohne Kappe wiegt er so viel wie ein Brief.",
    details: [
      "Baumwollharz, Feder aus Stahl",
      "13,6 cm, für Patrone oder Konverter",
      "Monatlich mit kühlem Wasser spülen",
    ],
  },
  "honest-pencil": {
    title: "Bleistift Ehrlich",
    line: "Zedernholz, das sich in einer langen Locke spitzt.",
    text: "Die Mine ist auf ganzer Länge mit dem Holz verleimt, darum ist ein gefallener Bleistift kein gebrochener. Der Radiergummi am Ende ist für Meinungsänderungen da, nicht zur Zierde.",
    details: [
      "Weihrauchzeder, Naturkautschuk",
      "Sechs in der Schachtel",
      "Aus zertifizierten Wäldern",
    ],
  },
  "pocket-field-notebook": {
    title: "Taschennotizbuch Feld",
    line: "Liegt flach, schließt mit einem Band, überlebt eine Jacke.",
    text: "In Lagen zu sechzehn Seiten geheftet, damit es auf einem Knie oder einem Cafétisch offen liegen bleibt. Das Papier nimmt Tinte, ohne dass die Rückseite davon erfährt.",
    details: [
      "96 Blatt, 90 g, Einband aus Leinen",
      "A6, fadengeheftet, Lesezeichen und Band",
      "Säurefrei",
    ],
  },
  "confetti-sketchbook": {
    title: "Skizzenbuch Konfetti",
    line: "Ein heiterer Einband für die Zeichnungen, die nichts wurden, und die eine.",
    text: "Schweres Papier, rau genug für Bleistift und geleimt genug für eine leichte Lasur. Der gesprenkelte Einband verbirgt Farbe, Tee und den Boden einer Tasche.",
    details: [
      "64 Blatt, 150 g",
      "Fadengeheftet, fester Einband",
      "Für Bleistift, Tinte und leichtes Aquarell",
    ],
  },
  "shopkeepers-ledger": {
    title: "Kontobuch Krämerladen",
    line: "Spalten für das Geld, Ränder für die Wahrheit.",
    text: "Ein ringgebundenes Kassenbuch mit vier Spalten und einer Tasche für die Belege. Manche führen darin auch Gartenpläne, Kilometer und Fußballergebnisse.",
    details: [
      "120 Blatt liniertes Papier, 80 g",
      "B5, doppelte Drahtbindung",
      "Tasche im hinteren Einband",
    ],
  },
  "tear-a-week-calendar": {
    title: "Abreißkalender Woche für Woche",
    line: "Zweiundfünfzig Seiten, jede mit einer Ecke, die sauber abreißt.",
    text: "Die Woche ist so groß gedruckt, dass man sie vom Herd aus liest, mit einer Zeile fürs Abendessen unter jedem Tag. Ist die Ecke weg, zeigt dir das Loch, wo du bist.",
    details: [
      "FSC-Papier, Spirale aus Stahl",
      "24 x 24 cm",
      "Beginnt an jedem Montag, der dir passt",
    ],
  },
  "card-catalogue-box": {
    title: "Karteikasten Zettelkatalog",
    line: "Für Rezepte, Adressen, Samentütchen und Romanideen.",
    text: "Ein Kasten mit den Manieren einer Schublade: Er gleitet, er hält an, und die Karten fallen nie nach vorn. Vierzig Registerkarten liegen bei, leer und willig.",
    details: ["Pulverbeschichteter Stahl, Schildrahmen", "Fasst 400 Karten in A6", "Füße aus Filz"],
  },
  "left-and-right-scissors": {
    title: "Schere Links und Rechts",
    line: "Griffe, die keine Partei ergreifen.",
    text: "Aus einem Stück Stahl geschliffen, mit einem Gelenk, das man mit einer Münze nachzieht. Sie gleitet in einem Zug durch Geschenkpapier, und das ist die einzige faire Prüfung.",
    details: ["Rostfreier Stahl, weiche Griffe", "21 cm lang", "Lässt sich nachschleifen"],
  },
  "true-edge-ruler": {
    title: "Lineal Wahre Kante",
    line: "Beginnt bei null, genau am Ende.",
    text: "Weil die halbe Welt mit Linealen misst, die ein paar Millimeter zu spät anfangen. Die Striche sind geätzt statt gedruckt, und ein Rücken aus Kork lässt es nicht rutschen.",
    details: ["Geätzter Edelstahl, Rücken aus Kork", "30 cm und 12 Zoll", "Feucht abwischen"],
  },
  "long-travel-keyboard": {
    title: "Tastatur Langer Hub",
    line: "Tasten, die hinuntergehen und wissen, dass sie es getan haben.",
    text: "Ein kompaktes Brett mit weich tastenden Schaltern und durchgefärbten Zeichen, die sich nicht abnutzen können. Das Gehäuse ist leise genug für einen geteilten Tisch.",
    details: [
      "Gehäuse aus Aluminium, Kappen aus PBT",
      "Per Funk oder Kabel, 3 Monate Akku",
      "Schalter lassen sich tauschen",
    ],
  },
  "pebble-mouse": {
    title: "Maus Kiesel",
    line: "Flach, rund und in jeder Hand gleich.",
    text: "Nach einem Kiesel von der Nordsee geformt und ungefähr so laut. Das Rad läuft frei über lange Seiten und rastet ein, wenn du es drückst.",
    details: [
      "Recycelter Kunststoff, Rad aus Stahl",
      "10,4 x 6 cm, 92 g",
      "Eine Ladung hält zwei Monate",
    ],
  },
};
