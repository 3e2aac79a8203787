import type { ProductWords } from "../words.ts";

export const shoes: ProductWords = {
  "three-valleys-boot": {
    title: "Wanderstiefel Drei Täler",
    line: "In der Werkstatt eingelaufen, damit es deine Fersen nicht müssen.",
    text: "Geöltes Leder über gedämpfter Zwischensohle, vorn tief geschnürt und am Knöchel mit Haken. Die Sohle lässt sich zweimal erneuern; danach schreib uns, wo du warst.",
    details: [
      "Nubukleder, Sohle aus Naturkautschuk",
      "620 g je Stiefel",
      "Trocken bürsten, monatlich wachsen",
    ],
  },
  "lamp-post-runner": {
    title: "Laufschuh Laternenpfahl",
    line: "Lauf bis zu dem da. Dann bis zum nächsten.",
    text: "Weich an der Ferse, lebhaft an den Zehen und so breit, wie Füße wirklich sind. Ein Streifen hinten fängt Scheinwerfer, ohne damit anzugeben.",
    details: [
      "Gestrickter Schaft, 6 mm Sprengung",
      "260 g je Schuh",
      "Schnürsenkel und Einlage waschbar",
    ],
  },
  "good-impression-brogue": {
    title: "Schnürschuh Guter Eindruck",
    line: "Leises Leder, hörbarer Absatz.",
    text: "Über einen runden Leisten gearbeitet, mit einer Sohle, die ihre Naht in einer Rinne versteckt. In vier Minuten glänzen sie, in vier Tagen sind sie neu besohlt.",
    details: [
      "Kalbsleder, rahmengenäht",
      "Ledersohle, Absatz aus Gummi",
      "Einen Tag ruhen lassen; Schuhspanner benutzen",
    ],
  },
  "puddle-chelsea-boot": {
    title: "Stiefelette Pfütze",
    line: "Ein Absatz für Treppen, eine Sohle für Regen.",
    text: "Leder, an jeder Naht versiegelt, damit die erste Pfütze nicht der letzte Ausflug ist. Der Reißverschluss versteckt sich innen; mit dem Blockabsatz holt man auch noch die Straßenbahn ein.",
    details: [
      "Wasserdichtes Leder, Blockabsatz 5 cm",
      "Reißverschluss, gepolsterte Sohle",
      "Abwischen; jede Saison pflegen",
    ],
  },
  "museum-day-flat": {
    title: "Ballerina Museumstag",
    line: "Zwölf Säle, ein Café und der Weg nach Hause.",
    text: "Ein spitzer flacher Schuh mit einem Geheimnis: vier Millimeter Schaum unter dem ganzen Fuß. Die Kante ist gerollt, so scheuert nichts.",
    details: [
      "Wildleder, Lederfutter, Sohle aus Schaum",
      "180 g je Schuh",
      "Mit der Wildlederbürste bürsten",
    ],
  },
  "shortcut-sandal": {
    title: "Zehensandale Abkürzung zum Strand",
    line: "Gummi vom Baum, und der Riemen reißt nicht aus.",
    text: "Ein geformtes Fußbett und ein Riemen, an drei Stellen verankert, denn jeder weiß noch, wo seiner riss. Sie schwimmen, und das hat schon mehr als ein Paar gerettet.",
    details: [
      "Naturkautschuk, Zehensteg aus Baumwolle",
      "120 g je Sandale",
      "Abspülen; es macht ihnen nichts",
    ],
  },
  "kitchen-floor-ballet-shoes": {
    title: "Ballettschuhe Küchenboden",
    line: "Für die Stunde und für das gute Lied im Radio.",
    text: "Weiches Leinen mit geteilter Sohle, die dem Spann überallhin folgt. Die Gummibänder sind schon angenäht, gekreuzt, wie Lehrerinnen es mögen.",
    details: [
      "Baumwollleinen, geteilte Wildledersohle",
      "80 g je Schuh",
      "Von Hand waschen, in Form trocknen",
    ],
  },
  "terrace-mule": {
    title: "Pantolette Terrasse",
    line: "Hineinschlüpfen, aufstehen, irgendwo sein.",
    text: "Ein Band aus gefaltetem Leder über einem geschichteten Holzabsatz, der auf Fliesen richtig klingt. Hoch genug, um angezogen zu sein, sicher genug für Kopfsteinpflaster und Oliven.",
    details: [
      "Leder, Schichtabsatz aus Erle, 6 cm",
      "Futter und Innensohle aus Leder",
      "Den Absatz trocken halten",
    ],
  },
};
