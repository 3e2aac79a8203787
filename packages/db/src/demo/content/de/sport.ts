import type { ProductWords } from "../words.ts";

export const sport: ProductWords = {
  "errand-bicycle": {
    title: "Fahrrad Besorgung",
    line: "Sitzt aufrecht, trägt Brot, hat es nie eilig.",
    text: "Drei Gänge in der Nabe, eine Kette im Kasten und Licht vom Rad, so gibt es nichts zu laden und wenig zu putzen. Es nimmt einen Kindersitz, eine Kiste oder einen Kontrabass, eins nach dem anderen.",
    details: [
      "Stahlrahmen, Dreigangnabe",
      "13,8 kg, Licht vom Dynamo",
      "Kommt montiert; Lenker gerade stellen und los",
    ],
  },
  "pavement-scooter": {
    title: "Tretroller Gehweg",
    line: "Für die zehn Minuten zwischen Straßenbahn und Tür.",
    text: "Große weiche Räder, die über Kopfsteinpflaster mit den Schultern zucken, und ein Brett, tief genug für einen Kilometer Anschub. Er faltet sich mit dem Fuß und hängt unter dem Schreibtisch.",
    details: [
      "Aluminium, Luftkammerräder 20 cm",
      "4,9 kg, trägt 100 kg",
      "Lager und Reifen lassen sich ersetzen",
    ],
  },
  "seven-ply-skateboard": {
    title: "Skateboard Sieben Lagen",
    line: "Ahorn, der springt, Rollen, die flüstern.",
    text: "Einzeln in kaltem Leim gepresst, so bleibt die Kurve, die du aussuchst, die Kurve, die du behältst. Rollen, weich genug für Parkplätze und schnell genug für den Park.",
    details: ["Kanadischer Ahorn, sieben Lagen", "80 x 20 cm, Rollen 54 mm", "Kommt montiert"],
  },
  "rink-roller-skates": {
    title: "Rollschuhe Freitagabend",
    line: "Vier Rollen, ein hoher Schaft, ein Freitagsgefühl.",
    text: "Ein Schaft, der den Knöchel hält wie ein guter Händedruck, auf Schienen, die etwas nachgeben. Rollen für drinnen gleiten, Rollen für draußen verzeihen; du kannst beide haben.",
    details: [
      "Veganes Leder, Schienen aus Aluminium",
      "Rollen 62 mm, ABEC 7",
      "Stopper mit beiliegendem Schlüssel einstellen",
    ],
  },
  "schoolyard-basketball": {
    title: "Basketball Schulhof",
    line: "Griffig, wenn er neu ist, griffig, wenn er grau ist.",
    text: "Tiefe Rillen und eine genoppte Haut, die Asphalt lieber mag als Parkett. Springt vom ersten Tag an gerade und hält die Luft bis zu den Ferien.",
    details: ["Bezug aus Komposit, Blase aus Butyl", "Größen 5, 6 und 7", "Auf 0,55 bar aufpumpen"],
  },
  "park-football": {
    title: "Fußball Park",
    line: "Jacken für die Tore sind nicht dabei.",
    text: "Zweiunddreißig Felder, verklebt statt genäht, so bleibt er auch nach einem nassen November rund. Hell genug, um ihn in der Dämmerung im hohen Gras zu finden.",
    details: [
      "Thermisch verklebt, strukturierte Haut",
      "Größen 3, 4 und 5",
      "Auf 0,8 bar aufpumpen",
    ],
  },
  "clay-court-racket": {
    title: "Tennisschläger Sandplatz",
    line: "Mehr Gefühl als Donner.",
    text: "Ein nachgiebiger Rahmen mit einem Kopf, gerade groß genug, um freundlich zu sein, von Hand bespannt für Leute mit Beruf. Er macht das Geräusch, auf das du gehofft hast.",
    details: ["Graphit, Kopf 645 cm²", "300 g unbespannt", "Mit 24 kg bespannt; jährlich erneuern"],
  },
  "lawn-badminton-set": {
    title: "Federball-Set Wiese",
    line: "Zwei Schläger, drei Bälle, ein langer Abend.",
    text: "Leicht genug für Großeltern, lebhaft genug für Cousins. Die Bälle sind für eine Brise gewichtet und kommen in einer Röhre, die auch Vase sein kann.",
    details: [
      "Schäfte aus Stahl, Bälle aus Naturkork",
      "85 g je Schläger",
      "Netzstangen zum Stecken in den Rasen",
    ],
  },
  "kitchen-table-tennis": {
    title: "Tischtennis Küchentisch",
    line: "Jeder Tisch, irgendwer gegen irgendwen, bis einundzwanzig.",
    text: "Ein Netz, das sich an alles klemmt, woran du isst, und Schläger mit genug Gummi, um frech zu sein. Die Bälle sind nahtlos und haben eine Farbe, die keine Katze übersieht.",
    details: [
      "Pappel in fünf Lagen, Schwamm 1,8 mm",
      "Netz für Tischplatten bis 4 cm",
      "Zwei Schläger, drei Bälle",
    ],
  },
  "front-crawl-mask": {
    title: "Maske und Schnorchel",
    line: "Unten sehen, oben atmen.",
    text: "Eine breite Scheibe ohne Steg über der Nase und ein Rand, weich genug für kleine Gesichter und Bärte. Das Ventil schließt, wenn eine Welle nicht fragt.",
    details: [
      "Hartglas, Rand aus Silikon",
      "Schnorchel mit Spritzschutz",
      "In Süßwasser spülen, im Schatten trocknen",
    ],
  },
  "frozen-lake-skates": {
    title: "Schlittschuhe Zugefrorener See",
    line: "Warme Stiefel, die zufällig gleiten.",
    text: "Mit Wollfilz gefüttert und hoch geschnitten, für Leute, die auf Wetter laufen und nicht auf Kunsteis. Die Kufen kommen geschliffen und werden mit zwei Schrauben getauscht.",
    details: [
      "Leder, Wollfilz, rostfreie Kufen",
      "Größen 36 bis 45",
      "Kufen trocknen; jeden Winter schleifen",
    ],
  },
  "hilltop-sled": {
    title: "Schlitten Hügelkuppe",
    line: "Platz für zwei, oder für einen, der sich hinlegt.",
    text: "Gebogene Kufen aus Esche mit Stahl darunter und Latten, die über Buckel etwas nachgeben. An einem Haken wartet er klaglos den ganzen Sommer.",
    details: [
      "Gebogene Esche, Kufen aus Stahl",
      "105 x 36 cm, trägt 120 kg",
      "Kufen wachsen, nach Gebrauch trocknen",
    ],
  },
};
