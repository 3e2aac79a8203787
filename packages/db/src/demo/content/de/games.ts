import type { ProductWords } from "../words.ts";

export const games: ProductWords = {
  "fair-dice": {
    title: "Würfel Ehrliches Spiel",
    line: "Jeder zehntausendmal geworfen, bevor er dir gehört.",
    text: "Die Ecken gerade rund genug zum Kullern, die Augen verschieden tief gebohrt, damit jede Seite gleich viel wiegt. Gib dem Glück die Schuld, mit reinem Gewissen.",
    details: ["Gegossenes Harz, gebohrte Augen", "19 mm, sechs Stück", "Im Baumwollbeutel"],
  },
  "travellers-chess": {
    title: "Reiseschach",
    line: "Schwere Figuren, klappbares Brett, unerledigte Geschäfte.",
    text: "Gedrechselter Buchsbaum mit Filz unter den Füßen, in einem Kasten, der aufgeklappt das Brett ist. Kleine Stifte halten die Stellung, wenn der Zug vor dem Endspiel ankommt.",
    details: ["Buchsbaum, Filz, Nussbaumfurnier", "Brett 32 cm, König 6,5 cm", "Mit Ersatzdamen"],
  },
  "rainy-sunday-jigsaw": {
    title: "Puzzle Regensonntag",
    line: "Keine zwei Teile gleich, kein Teil zu wenig.",
    text: "Aus dicker Pappe in eigensinnige Formen geschnitten, damit dich die Farbe allein nicht rettet. Wir zählen jede Schachtel mit der Waage und ersetzen verlorene Teile gegen eine Postkarte.",
    details: [
      "Recyclingpappe, Leinenstruktur",
      "Fertig 68 x 48 cm",
      "Mit Poster und Sortierschalen",
    ],
  },
  "night-shift-bear": {
    title: "Teddybär Nachtschicht",
    line: "Bewacht das Kissen, schreibt keine Berichte.",
    text: "Mohair, genau dort dünn, wo ein Bär gehalten wird, und Gelenke, mit denen er sitzen kann. Sein Gesicht stickt eine von drei Personen, und du wirst merken, welche.",
    details: [
      "Mohair und Baumwolle, mit Wolle gefüllt",
      "32 cm groß, mit Gelenken",
      "Oberfläche abwischen; in der Sonne lüften",
    ],
  },
  "sleepwalker-yo-yo": {
    title: "Jo-Jo Schlafwandler",
    line: "Dreht sich unten eine ganze Minute lang.",
    text: "Eine Achse mit Kugellager für langen Schlaf und ein Gewicht im Rand, das einen schiefen Wurf verzeiht. Das Heft beginnt mit ›hinunter‹ und endet mit ›einmal um die Welt‹.",
    details: ["Gedrehtes Aluminium, Lager aus Stahl", "56 mm, 66 g", "Drei Ersatzschnüre"],
  },
  "north-beach-kite": {
    title: "Drachen Nordstrand",
    line: "Fliegt bei einem Wind, der kaum eine Fahne bewegt.",
    text: "Vier leuchtende Felder Ripstop auf einem Kreuz aus Karbon, mit einem Schwanz, der zeichnet, was der Wind tut. Er passt in eine Hülle, so lang wie dein Unterarm.",
    details: [
      "Ripstop-Nylon, Stäbe aus Karbon",
      "85 x 80 cm, Schwanz 3 m",
      "50 m Schnur auf der Spule",
    ],
  },
  "five-sisters-nesting-doll": {
    title: "Matrjoschka Fünf Schwestern",
    line: "Die kleinste hat das größte Geheimnis.",
    text: "Aus einem Stück Lindenholz gedrechselt, damit die Maserung durch alle fünf läuft. In Eitempera bemalt von zwei Schwestern, die eine Werkbank teilen und sich über Blau nicht einig sind.",
    details: ["Lindenholz, Tempera, Wachs", "16 cm, fünf Puppen", "Abstauben; trocken halten"],
  },
  "couch-co-op-gamepad": {
    title: "Gamepad Sofa zu Zweit",
    line: "Klickt leise, damit das Haus schlafen kann.",
    text: "Sticks, die ein Magnetfeld lesen statt zu reiben, darum driften sie nicht. Die Griffe sind matt, die Trigger lang, und es verbindet sich mit allem, was unter dem Fernseher steht.",
    details: ["Hall-Sticks, 40 Stunden Akku", "Funk oder USB-C", "Akku hinter zwei Schrauben"],
  },
  "high-score-joystick": {
    title: "Joystick Bestenliste",
    line: "Ein Hebel, zwei Knöpfe, keine Ausreden.",
    text: "Ein Sockel aus Stahl, der bleibt, wo du ihn hinstellst, und ein Mikroschalter, den man im Ellbogen spürt. Spielt alles von vor 1992 und das meiste seither.",
    details: ["Sockel aus Stahl, Mikroschalter", "16 x 16 cm", "USB-C, Kabel 2,5 m"],
  },
  "moon-by-supper-rocket": {
    title: "Rakete Abends am Mond",
    line: "Aus Holz, auf Rädern und bereit, wenn du es bist.",
    text: "Sie geht in der Mitte auf und zeigt drei Decks, eine Leiter und einen sehr kleinen Wasserkessel. Die Flossen lassen sich abschrauben, damit sie auch auf dem Treppenabsatz landen kann.",
    details: [
      "Buche und Birke, Farbe auf Wasserbasis",
      "38 cm hoch, zwei Astronauten",
      "Ab drei Jahren",
    ],
  },
  "windowsill-express": {
    title: "Eisenbahn Fensterbrett",
    line: "Fährt vom Brotkasten bis ans Meer, hält überall.",
    text: "Eine Lok zum Schieben mit einem Magneten an jedem Ende und einem Schornstein, der pfeift, wenn man hineinbläst. Sie passt auf die Holzschienen, die du schon hast.",
    details: ["Buche, Achsen aus Stahl, Magnete verschlossen", "19 cm lang", "Ab drei Jahren"],
  },
  "counting-house-abacus": {
    title: "Abakus Kontor",
    line: "Batterien nie dabei, nie gebraucht.",
    text: "Fünf Reihen lackierter Perlen, die klicken wie Regen auf einem Dach. Gut für Summen bis 99.999, zum Ordnen der Gedanken und für sehr kleine Kaufleute.",
    details: ["Rahmen aus Buche, lackierte Perlen", "26 x 24 cm", "Ab zwei Jahren"],
  },
};
