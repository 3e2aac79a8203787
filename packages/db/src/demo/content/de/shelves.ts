import type { ShelfWords } from "../words.ts";

export const categories: ShelfWords = {
  home: { title: "Zuhause", line: "Dinge, die aus einem Zimmer jemandes Zimmer machen." },
  living: { title: "Wohnen", line: "Licht, Sitze und etwas für die Wand." },
  kitchen: { title: "Küche & Tisch", line: "Für lange Abendessen und kurze Frühstücke." },
  bath: { title: "Bad & Pflege", line: "Kleine Wohltaten, immer zur Hand." },
  study: { title: "Arbeitszimmer", line: "Zum Schreiben, Hören und Staunen." },
  desk: { title: "Schreibtisch", line: "Gutes Werkzeug, um auf Papier zu denken." },
  sound: { title: "Ton & Bild", line: "Technik mit Manieren." },
  curiosities: { title: "Kuriositäten", line: "Um genauer hinzusehen, und weiter." },
  outdoors: { title: "Draußen", line: "Vor der Haustür, bei jedem Wetter." },
  travel: { title: "Reise & Taschen", line: "Leicht gepackt, für den langen Weg gebaut." },
  garden: { title: "Garten & Pflanzen", line: "Vom Fensterbrett bis zum ganzen Obstgarten." },
  sport: { title: "Sport & Bewegung", line: "Räder, Schläger, Eis und Luft." },
  wear: { title: "Garderobe", line: "Kleider und was zu ihnen passt." },
  clothes: { title: "Kleidung", line: "Zum Tragen geschnitten, zum Flicken gemacht." },
  shoes: { title: "Schuhe", line: "Vom Wanderweg bis zur Terrasse." },
  accessories: { title: "Accessoires", line: "Zuletzt angezogen, zuerst bemerkt." },
  play: { title: "Spielen", line: "Für Hände, die etwas zu tun haben wollen." },
  games: { title: "Spiele & Spielzeug", line: "Verregnete Sonntage, gelöst." },
  music: { title: "Musik", line: "Instrumente, die Anfängern verzeihen." },
  making: { title: "Machen & Flicken", line: "Farbe, Garn und der richtige Schraubendreher." },
};

export const collections: ShelfWords = {
  "first-light": {
    title: "Erstes Licht",
    line: "Sechs Dinge in kleiner Zahl, nur dieses eine Mal: Was in deiner Tasche liegt, gehört dir, während du überlegst.",
  },
  "slow-breakfast": {
    title: "Langsames Frühstück",
    line: "Für Morgen, an denen man vor zehn nirgends sein muss.",
  },
  "rain-all-weekend": {
    title: "Regen bis Montag",
    line: "Alles, was man braucht, um zu hoffen, dass es nicht aufhört.",
  },
  "desk-with-a-view": {
    title: "Schreibtisch mit Aussicht",
    line: "Werkzeug, mit dem sich eine Stunde Arbeit anfühlt wie eine gut verbrachte Stunde.",
  },
  "out-until-dark": {
    title: "Draußen bis zum Dunkeln",
    line: "Ein Hügel, ein See oder der Parkplatz hinter der Bibliothek.",
  },
  "after-dark": {
    title: "Nach Sonnenuntergang",
    line: "Kleine Lichter, leise Stimmen, noch ein Lied.",
  },
  "under-thirty": {
    title: "Klein und vollkommen",
    line: "Geschenke, die weniger kosten als ein Abendessen und länger halten.",
  },
};
