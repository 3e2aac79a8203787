import type { ProductWords } from "../words.ts";

export const garden: ProductWords = {
  "windowsill-ficus": {
    title: "Ficus Fensterbrett",
    line: "Wünscht sich wenig Wasser und ein Fenster nach Osten.",
    text: "Langsam gezogen, darum sind die Stiele kurz und die Blätter viele. Er kommt in einem Terrakottatopf, der atmet, mit einem Untersetzer, der dicht hält.",
    details: [
      "Im Terrakottatopf, 14 cm",
      "Rund 35 cm hoch",
      "Gießen, wenn die Erde oben trocken ist",
    ],
  },
  "forgiving-cactus": {
    title: "Kaktus Nachsicht",
    line: "Gedeiht mit Sonne, Kies und Vergessen.",
    text: "Ein junger Säulenkaktus, der schon über zwei Arme nachdenkt. Gieß ihn, wenn du die Miete zahlst; in seinem siebten Sommer blüht er eine Nacht lang, also bleib wach.",
    details: ["Im Tontopf mit Kies, 10 cm", "Rund 22 cm hoch", "Volle Sonne; nicht unter 8 °C"],
  },
  "first-leaf-seed-kit": {
    title: "Saatset Erstes Blatt",
    line: "Drei Tüten, drei torffreie Töpfe, eine stolze Woche.",
    text: "Ausgesucht für alle, die noch nie etwas gezogen haben: Samen, die schnell kommen und den Rest verzeihen. Die Karte sagt dir, was an Tag eins, fünf und zwanzig zu tun ist.",
    details: [
      "Samenfeste Sorten, Töpfe aus Kokos",
      "Von März bis Juli drinnen säen",
      "Reicht für zwölf Pflanzen",
    ],
  },
  "everyday-bucket": {
    title: "Eimer Alle Tage",
    line: "Das nützlichste runde Ding im Haus.",
    text: "Eine Tülle auf beiden Seiten, damit auch Linkshänder nicht kleckern, und ein Griff, der kühl bleibt, wenn das Wasser es nicht ist. Die Liter stehen innen, wo man sie sieht.",
    details: [
      "Pulverbeschichteter Stahl",
      "10 l, jeder Liter markiert",
      "Stapelbar; Henkel klappt flach",
    ],
  },
  "late-april-tulips": {
    title: "Tulpen Ende April",
    line: "Im Herbst pflanzen, vergessen, staunen.",
    text: "Zwiebeln einer späten einfachen Sorte mit langem Stiel und einem Kelch, der bis mittags geschlossen bleibt. Lässt man die Blätter in Ruhe, kommen sie drei Frühlinge lang wieder.",
    details: [
      "Zwiebelgröße 12/+",
      "45 cm hoch, blüht Ende April",
      "15 cm tief pflanzen, Oktober bis Dezember",
    ],
  },
  "doorway-sunflowers": {
    title: "Sonnenblumen Haustür",
    line: "Zwei Meter Zuversicht aus einem Samen für fünf Cent.",
    text: "Eine hohe Sorte mit einem Kopf, der sich dreht, bis er blüht, und dann für immer nach Osten sieht. Lass die Köpfe stehen, und die Finken danken es dir im Januar.",
    details: ["Eigenes Saatgut, unbehandelt", "180 bis 220 cm hoch", "Ab April draußen säen"],
  },
  "forcing-hyacinth": {
    title: "Hyazinthe im Glas",
    line: "Frühling im Bücherregal, mitten im Januar.",
    text: "Eine Zwiebel, die ihren Winter schon hatte und im Wasserglas blühen will. In der dritten Woche weiß es der ganze Raum.",
    details: [
      "Vorbereitete Zwiebel, Größe 18/19",
      "Blüht 8 bis 10 Wochen nach dem Ansetzen",
      "Dunkel stellen, bis der Trieb 5 cm hat",
    ],
  },
  "market-day-bouquet": {
    title: "Blumenstrauß Markttag",
    line: "Was heute früh aufging, mit Schnur gebunden.",
    text: "Keiner gleicht dem anderen, und in keinem steckt eine Blume, die geflogen ist. Getrocknete sind im hellsten Moment geschnitten und halten von einem Sommer zum nächsten.",
    details: [
      "Saisonal, im Umkreis von 200 km gewachsen",
      "Rund 40 cm hoch",
      "Frisch: eine Woche in klarem Wasser",
    ],
  },
  "woodland-stool": {
    title: "Hocker Waldrand",
    line: "Ein Sitz, ein Beistelltisch, eine Stufe hinauf zur Marmelade.",
    text: "Aus sturmgefällter Lärche gesägt und zwei Jahre getrocknet, damit er einmal reißt, schön, und dann nie wieder. Im Haus ölen, im Garten lassen.",
    details: [
      "Sturmgefällte Lärche mit Rinde",
      "42 cm hoch, 30 bis 34 cm Durchmesser",
      "Jeder ist anders",
    ],
  },
  "apple-picking-ladder": {
    title: "Leiter Apfelernte",
    line: "Unten breit, zwischen den Ästen schmal.",
    text: "Die Form, die Obstgärten seit vierhundert Jahren benutzen, weil sie ihren Weg durch die Zweige findet und am Hang fest steht. Die Sprossen sind oben flach, freundlich zu Stiefeln und Büchern.",
    details: [
      "Holme aus Esche, Sprossen aus Eiche, kein Lack",
      "Sechs Sprossen, 190 cm",
      "Trägt 130 kg; unter Dach lagern",
    ],
  },
};
