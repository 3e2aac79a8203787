import type { ProductWords } from "../words.ts";

export const curiosities: ProductWords = {
  "backyard-telescope": {
    title: "Teleskop Hinterhof",
    line: "Die Ringe des Saturn, vom Stadtbalkon aus.",
    text: "Ein kurzer, heller Refraktor auf einer Montierung, die sich butterweich führen lässt. Man trägt ihn mit einer Hand hinaus, und er steht, bevor sich die Augen an das Dunkel gewöhnt haben.",
    details: [
      "80 mm Öffnung, 480 mm Brennweite",
      "Zwei Okulare: 24-fach und 96-fach",
      "Aluminiumstativ, zusammen 5,2 kg",
    ],
  },
  "pond-life-microscope": {
    title: "Mikroskop Teichleben",
    line: "Ein Tropfen Grabenwasser, und der Abend ist weg.",
    text: "Metall, wo es zählt: Tisch, Getriebe und Scharfstellung. Das Licht kommt von unten und von oben, so ist ihm ein Käfer so recht wie eine Zwiebelhaut.",
    details: [
      "40- bis 400-fach, Optik aus Glas",
      "LED oben und unten, Kabel oder Batterie",
      "Zehn fertige Präparate, zehn leere",
    ],
  },
  "blue-marble-globe": {
    title: "Globus Blaue Murmel",
    line: "Schlichtet Wetten, beginnt Reisen.",
    text: "In zwölf von Hand gelegten Streifen gedruckt, mit Gebirgen, die der Finger spürt. Nachts schaltet ein weiches Licht im Innern die Meere an und die Grenzen aus.",
    details: ["30 cm, mit Relief", "LED im Innern, 3 W", "Dreht sich im Meridian aus Buche"],
  },
  "north-star-compass": {
    title: "Kompass Polarstern",
    line: "Zeigt nach Norden und aufs Wochenende.",
    text: "Eine flüssigkeitsgedämpfte Nadel, die in drei Sekunden ruht, in einem Messinggehäuse, das in der Hand warm wird. Der Peilschlitz im Deckel ist auf zwei Grad genau.",
    details: [
      "Massives Messing, Lager aus Saphir",
      "5,5 cm, 110 g",
      "Auf deine Halbkugel abgeglichen",
    ],
  },
  "second-look-magnifier": {
    title: "Lupe Zweiter Blick",
    line: "Für Briefmarken, Splitter und Kleingedrucktes.",
    text: "Eine klare Doppellinse, die gerade Linien bis zum Rand gerade lässt. Der Griff ist so gewichtet, dass sie ruhig über deinem Fund hängt.",
    details: ["Achromatisches Glas, 3-fach", "Linse 9 cm", "Mit Filzetui"],
  },
  "maybe-crystal-ball": {
    title: "Kristallkugel Vielleicht",
    line: "Weiß nichts, bricht alles.",
    text: "Eine Kugel aus optischem Glas auf gedrechseltem Sockel, schwer genug, um einen Stapel Briefe zu beruhigen. Auf dem sonnigen Fensterbrett wirft sie einen kleinen hellen Planeten an die Wand gegenüber.",
    details: [
      "Optisches Glas, lackierter Sockel",
      "Kugel 10 cm",
      "Allein nicht in der Sonne stehen lassen",
    ],
  },
  "playground-magnet": {
    title: "Magnet Pausenhof",
    line: "Der rote, von jedem Bild, auf dem je ein Magnet war.",
    text: "Ein richtiger Hufeisenmagnet, der ein Kilo Nägel hebt und nie müde wird. Dazu gehören ein Ankerstab und eine Karte mit sechs Versuchen, für die eine Küche reicht.",
    details: ["Alnico, emaillierter Stahl", "8 cm hoch, hebt 1 kg", "Von Bankkarten fernhalten"],
  },
  "listening-shell": {
    title: "Lauschmuschel",
    line: "Außen Porzellan, innen Meer.",
    text: "Abgeformt von einer Muschel an einem Winterstrand und glasiert in der Farbe von nassem Sand. Halt sie in der Straßenbahn ans Ohr: Es funktioniert.",
    details: [
      "Knochenporzellan, seidenmatte Glasur",
      "13 cm lang",
      "Wasserfest; keine Muschel wurde genommen",
    ],
  },
  "stone-face-bookend": {
    title: "Buchstütze Steingesicht",
    line: "Hält vierzig Romane zurück, ohne eine Miene zu verziehen.",
    text: "Aus Basaltstaub und Harz gegossen, mit einem Fuß aus Kork, der sich am Brett festhält. Am besten steht er links neben allem, was von Inseln handelt.",
    details: [
      "Basaltverbund, Fuß aus Kork",
      "18 x 10 x 12 cm, 2,1 kg",
      "Mit weichem Pinsel abstauben",
    ],
  },
};
