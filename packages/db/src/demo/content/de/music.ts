import type { ProductWords } from "../words.ts";

export const music: ProductWords = {
  "garage-door-guitar": {
    title: "E-Gitarre Garagentor",
    line: "Drei Akkorde und ein sehr guter Hals.",
    text: "Ein Korpus aus Erle mit zwei Tonabnehmern, die ein Schalter von Glocke bis Knurren führt. Von Hand eingestellt, bevor sie geht, so stimmt sie bis dorthin, wo die Soli wohnen.",
    details: [
      "Korpus aus Erle, Hals aus Ahorn, 22 Bünde",
      "3,4 kg, Mensur 648 mm",
      "Eingestellt, mit 10er Saiten",
    ],
  },
  "first-position-violin": {
    title: "Geige Erste Lage",
    line: "Eine Geige für den Anfang, die nicht danach klingt.",
    text: "Geschnitzte Fichte und Ahorn, lackiert mit Spiritus und Geduld. Dazu ein Bogen, der ausgewogen ist, ein Kasten, der aufs Fahrrad passt, und Kolophonium für ein Jahr.",
    details: [
      "Decke aus massiver Fichte, Ebenholz",
      "Mit Kasten, Bogen und Kolophonium",
      "Vom Geigenbauer eingerichtet",
    ],
  },
  "dance-hall-accordion": {
    title: "Akkordeon Tanzsaal",
    line: "Ein ganzes Dorf in einem Kasten mit Riemen.",
    text: "Achtundvierzig Bässe, sechsundzwanzig Tasten und ein Balg, der in beide Richtungen gleich atmet. Die Zungen sind aus handgefeiltem Stahl: draußen hell, in der Küche warm.",
    details: ["Handgefeilte Stahlzungen, 48 Bässe", "6,2 kg", "Mit Koffer und Riemen"],
  },
  "neighbourly-drum": {
    title: "Trommel Gute Nachbarn",
    line: "Aus der Nähe knackig, nebenan höflich.",
    text: "Eine Snare mit Holzkessel, weichem Fell und einem Hebel, der die Saiten abschaltet. Stöcke sind dabei, und Filzpolster für nach acht.",
    details: [
      "Kessel aus Pappel, beschichtetes Fell",
      "33 x 14 cm",
      "Mit Stöcken, Polstern und Schlüssel",
    ],
  },
  "brass-band-trumpet": {
    title: "Trompete Blaskapelle",
    line: "Spricht als Erste, und freundlich.",
    text: "Ein Schallstück aus Messing, aus einem Blech gehämmert, mit Ventilen, von Hand geläppt, bis sie durch ihr eigenes Gewicht fallen. Leise spielt sie auch, wenn du fragst.",
    details: ["Messing, Ventile aus Monel", "In B, 1,05 kg", "Mit Koffer und Mundstück"],
  },
  "blue-hour-saxophone": {
    title: "Saxofon Blaue Stunde",
    line: "Für die Stunde, in der Fenster golden werden.",
    text: "Ein warmes, ausgeglichenes Alt mit Klappen für gewöhnliche Hände. Der Bogen ist etwas weiter als üblich; wer es spielt, sagt, die tiefen Töne klingen wie poliertes Holz.",
    details: [
      "Lackiertes Messing, Polster aus Leder",
      "Alt in Es, 2,5 kg",
      "Mit Koffer, Gurt und drei Blättern",
    ],
  },
  "pocket-weather-maracas": {
    title: "Maracas Taschenwetter",
    line: "Links Regen, rechts Brandung.",
    text: "Kürbisse, nach ihrer Form gezogen, einen Sommer getrocknet und nach Gehör gefüllt. Einer ist etwas höher gestimmt, so erkennt man sie auch im Dunkeln.",
    details: ["Bemalter Kürbis, Griffe aus Buche", "24 cm lang", "Trocken lagern, nass spielen"],
  },
  "hedgerow-flute": {
    title: "Flöte Feldhecke",
    line: "Sechs Löcher, ein Atem, hundert Hecken.",
    text: "Aus Birnenholz gedrechselt und innen geölt, mit einer scharfen, sauberen Kante, wo der Ton beginnt. Die Grifftabelle steht auf der Röhre und kann nicht verloren gehen.",
    details: ["Birnenholz, Leinöl", "33 cm, in C oder D", "Nach dem Spielen auswischen"],
  },
  "front-step-banjo": {
    title: "Banjo Haustreppe",
    line: "Fünf Saiten und ein sonniges Gemüt.",
    text: "Der offene Rücken hält es drinnen freundlich, und die Bünde sind am Ende gerundet, für bloße Sommerhände. Es bleibt ein ganzes Lied lang gestimmt, an den meisten Tagen.",
    details: ["Rahmen aus Ahorn, beschichtetes Fell", "Mensur 66 cm, 2,6 kg", "Mit weicher Tasche"],
  },
};
