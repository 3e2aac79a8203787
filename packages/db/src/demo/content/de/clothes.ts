import type { ProductWords } from "../words.ts";

export const clothes: ProductWords = {
  "station-platform-coat": {
    title: "Mantel Bahnsteig",
    line: "Ein langer Mantel für kurzes Warten.",
    text: "Dichte Wolle, die Nieselregen abweist, geschnitten mit Platz für einen Pullover und für Gesten. In die Innentasche passt ein Taschenbuch, und das war der ganze Auftrag.",
    details: [
      "80 % recycelte Wolle, Futter aus Cupro",
      "Knielang, Knöpfe in Hornoptik",
      "Bürsten und lüften; selten reinigen lassen",
    ],
  },
  "second-favourite-tee": {
    title: "T-Shirt Zweitliebstes",
    line: "Für die Tage, an denen das liebste in der Wäsche ist. Und dann nicht mehr.",
    text: "Ein mittelschwerer Jersey, der gerade fällt und seinen Kragen behält. Die Seitennähte sind überredet, sich nie zu verdrehen.",
    details: [
      "Bio-Baumwolljersey, 190 g",
      "Gerader Schnitt, Nackenband",
      "Bei 40 °C waschen, auf der Leine trocknen",
    ],
  },
  "work-on-it-jeans": {
    title: "Jeans Wird Schon",
    line: "Eine Woche steif, zehn Jahre deine.",
    text: "Stranggefärbter Denim, der dort verblasst, wo du dich beugst, und sonst nirgends. In die Taschen passt ein Zollstock, und Reparaturen sind umsonst, solange es den Laden gibt.",
    details: [
      "Bio-Denim, 13 oz, Nieten aus Kupfer",
      "Gerades Bein, mittlere Bundhöhe",
      "Kalt, auf links und selten waschen",
    ],
  },
  "twirl-test-dress": {
    title: "Kleid Drehprobe",
    line: "Hat Taschen. Besteht die Drehprobe.",
    text: "Ein schmales Oberteil, ein Rock aus drei Vierteln eines Kreises und zwei Taschen, tief genug für die Hände auf einer Hochzeit. Es passt in einen Beutel von der Größe eines Brotlaibs.",
    details: [
      "Lyocell, etwas dehnbar",
      "Bis unter das Knie, verdeckter Reißverschluss",
      "Waschmaschine bei 30 °C",
    ],
  },
  "long-weekend-shorts": {
    title: "Shorts Langes Wochenende",
    line: "Vom See zum Mittagessen in zwanzig Minuten.",
    text: "Schnell trocknender Stoff, der aussieht wie Baumwolle und sich benimmt wie ein Handtuch. Die Kordel ist flach, so liegt sie ohne Wulst unter dem Hemd.",
    details: [
      "Recyceltes Polyester, Innenhose aus Netz",
      "Innenbeinlänge 16 cm, drei Taschen",
      "Nach dem Meer ausspülen",
    ],
  },
  "veranda-kimono": {
    title: "Kimono Veranda",
    line: "Für die Stunde zwischen dem Bad und dem Tag.",
    text: "Von Hand mit kleinen weißen Blüten bedruckt und mit Kappnähten genäht, innen so ordentlich wie außen. Die Ärmel wissen, dass sie im Tee nichts zu suchen haben.",
    details: [
      "Baumwollvoile, Handdruck vom Holzblock",
      "Eine Länge: 118 cm",
      "Beim ersten Mal kühl von Hand waschen",
    ],
  },
  "open-window-blouse": {
    title: "Bluse Offenes Fenster",
    line: "Ein Hauch von Bluse, mit einem Kragen, der sich benimmt.",
    text: "Feiner Krepp, der nie klebt und trocknet, während du Kaffee trinkst. Der Ausschnitt wurde siebenmal um einen Zentimeter gesenkt, bis alle einverstanden waren.",
    details: [
      "Viskosekrepp aus gepflegten Wäldern",
      "Lässiger Schnitt, kurze Ärmel",
      "Bei 30 °C waschen, nicht bügeln",
    ],
  },
  "sunday-league-vest": {
    title: "Laufhemd Sonntagsliga",
    line: "Leicht wie eine Startnummer.",
    text: "Eine schräge Schärpe, flache Nähte und ein Stoff mit kleinen Löchern, wo dir am wärmsten wird. Ein Logo hat es nicht, so ist deine Zeit das Lauteste daran.",
    details: [
      "Recyceltes Netz, Flachnähte",
      "Normaler Schnitt",
      "Bei 30 °C waschen, ohne Weichspüler",
    ],
  },
  "cold-water-swimsuit": {
    title: "Badeanzug Kaltes Wasser",
    line: "Bleibt, wo er ist, in Wellen und im Gespräch.",
    text: "Ganz gefüttert mit einem Stoff, der durch Chlor, Salz und einen ganzen August in Form bleibt. Die Träger kreuzen sich, so rutscht zwischen zwei Zügen nichts.",
    details: [
      "Regeneriertes Nylon, ganz gefüttert",
      "UPF 50",
      "Kalt spülen, liegend im Schatten trocknen",
    ],
  },
};
