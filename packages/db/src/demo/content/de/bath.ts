import type { ProductWords } from "../words.ts";

export const bath: ProductWords = {
  "orchard-soap": {
    title: "Seife Obstgarten",
    line: "Ein Stück, groß wie ein Flusskiesel und fast so glatt.",
    text: "Olive und Shea, kalt gerührt und sechs Wochen gereift, bis sie schäumt wie Sahne. Die Ecken sind rund, so liegt sie vom ersten Tag bis zum letzten Rest gut in der Hand.",
    details: [
      "Olivenöl, Sheabutter, kein Palmöl",
      "120 g, reicht rund sechs Wochen",
      "In einer Schale mit Ablauf aufbewahren",
    ],
  },
  "tide-bath-sponge": {
    title: "Badeschwamm Gezeiten",
    line: "Trinkt ein Glas Wasser und gibt eine Wolke Schaum zurück.",
    text: "Aus Pflanzenzellulose mit Poren in drei Größen: die großen für Schaum, die kleinen zum Abspülen. Er trocknet zwischen Morgen und Abend, darum riecht er nie nach gestern.",
    details: ["Kompostierbare Pflanzenzellulose", "14 x 10 x 5 cm", "Waschmaschine bei 60 °C"],
  },
  "quiet-hand-lotion": {
    title: "Handlotion Leise",
    line: "Eingezogen, bevor du an der Türklinke bist.",
    text: "Eine leichte Lotion aus Hafer, Mandel und etwas Squalan, für Hände, die zwanzigmal am Tag gewaschen werden. Der Spender lässt sich für die Reise verriegeln und gibt genau eine Handvoll.",
    details: [
      "Hafer, Mandelöl, Squalan aus Oliven",
      "250 ml in nachfüllbarer Glasflasche",
      "Nach dem Öffnen neun Monate haltbar",
    ],
  },
  "two-minute-toothbrush": {
    title: "Zahnbürste Zwei Minuten",
    line: "Kleiner Kopf, langer Hals und kein Versteck für Zahnpasta.",
    text: "Der Griff ist auf einer Seite flach, so liegt sie still, die Borsten in der Luft. Der Kopf ist schmal genug für Backenzähne, die lange keinen Besuch hatten.",
    details: ["Griff auf Pflanzenbasis, Nylonborsten", "19 cm lang", "Alle drei Monate wechseln"],
  },
  "slow-shave-razor": {
    title: "Rasierhobel Ohne Eile",
    line: "Eine Klinge, im einzigen Winkel, auf den es ankommt.",
    text: "Aus einem Stück gefräst und schwer genug, dass du nie drücken musst. Die Klingen kosten weniger als eine Briefmarke, und der Hobel ist zum Vererben gemacht.",
    details: [
      "Eloxiertes Aluminium, Kopf aus Stahl",
      "Nimmt alle zweischneidigen Standardklingen",
      "Spülen, schütteln, stehend trocknen",
    ],
  },
  "wide-tooth-comb": {
    title: "Kamm Weite Zinken",
    line: "Geduldig mit Locken, bestimmt mit Ponys.",
    text: "Jeder Zinken ist von Hand gesägt und poliert, keine Naht fängt ein Haar. Der Griff ist breit genug, um ihn auch mit Spülung an den Fingern zu halten.",
    details: [
      "Acetat auf Pflanzenbasis",
      "17 cm lang, gesägte Zinken",
      "In lauwarmem Wasser waschen",
    ],
  },
  "cloudburst-shower-head": {
    title: "Duschkopf Wolkenbruch",
    line: "Fühlt sich an wie Sommerregen und braucht ein Drittel weniger Wasser.",
    text: "Feine Luftkanäle machen jeden Tropfen dicker, bevor er fällt, so fühlt sich weniger Wasser nach mehr an. Die Silikondüsen reibt man mit dem Daumen sauber, und das Gelenk schwenkt, ohne zu tropfen.",
    details: [
      "Gehäuse aus Messing, Silikondüsen",
      "12 cm Durchmesser, Halbzollgewinde",
      "8 Liter in der Minute",
    ],
  },
  "little-clawfoot-tub": {
    title: "Badewanne Löwenfuß",
    line: "Tief genug zum Lesen, kurz genug für ein echtes Bad.",
    text: "Gusseisen unter drei Schichten Email, damit das Wasser ein ganzes Kapitel lang warm bleibt. Für die Neigung des Rückens haben wir vierzig Leute gebeten, sich hinzulegen.",
    details: [
      "Emailliertes Gusseisen, Überlauf aus Messing",
      "152 x 74 x 62 cm, 190 Liter",
      "Lieferung bis in das Zimmer deiner Wahl",
    ],
  },
};
