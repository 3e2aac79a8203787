import type { ProductWords } from "../words.ts";

export const kitchen: ProductWords = {
  "rosehip-teapot": {
    title: "Teekanne Hagebutte",
    line: "Eine runde Kanne, die bis zum letzten Tropfen gießt, ohne zu kleckern.",
    text: "Über den Winkel der Tülle streitet unser Töpfer seit zwanzig Jahren, und das merkt man: Sie tropft nicht. Innen sitzt ein tiefes Sieb aus Stahl, damit die Blätter Platz haben, sich zu öffnen.",
    details: [
      "Steinzeug, lebensmittelechte Glanzglasur",
      "Sieb aus Stahl, herausnehmbar",
      "Spülmaschinenfest; nicht für den Herd",
    ],
  },
  "corner-cafe-cup": {
    title: "Tasse Eckcafé mit Untertasse",
    line: "Dicke Wände, großer Henkel, eine Untertasse mit Platz für den Keks.",
    text: "Nach den Tassen alter Bahnhofsbuffets, wo der Kaffee zwei Durchsagen lang heiß bleiben musste. Der Rand ist rund, damit der erste Schluck freundlich ist.",
    details: [
      "Vitrifiziertes Porzellan",
      "Tasse 180 ml, Untertasse 15 cm",
      "Spülmaschine und Mikrowelle geeignet",
    ],
  },
  "steady-tea-bowl": {
    title: "Teeschale Ruhige Hand",
    line: "Kein Henkel, mit Absicht: Zu heiß zum Halten ist zu heiß zum Trinken.",
    text: "Ein kleiner gedrehter Fuß hält den Tisch kühl, während die Schale den Tee warm hält. Dazu gehört ein Tablett aus Kirschholz, so groß wie eine Postkarte.",
    details: [
      "Porzellanschale, Tablett aus Kirschholz",
      "220 ml",
      "Schale in die Spülmaschine, Tablett von Hand",
    ],
  },
  "sunday-skillet": {
    title: "Pfanne Sonntag",
    line: "Dünn gegossen, zweimal eingebrannt, am ersten Tag bereit für Eier.",
    text: "Halb so schwer wie Großmutters Pfanne und genauso geduldig. Der kurze Griff hat eine Mulde für den Daumen, so kommt das Frühstück mit einer Hand auf den Tisch.",
    details: [
      "Gusseisen, mit Leinöl eingebrannt",
      "24 cm Durchmesser, 4 cm tief",
      "Heiß spülen, trocknen, dünn ölen",
    ],
  },
  "market-chef-knife": {
    title: "Kochmesser Markttag",
    line: "Ein gutes Messer statt einer Schublade voll beinahe guter.",
    text: "Eine schlanke Klinge, rund genug, um durch Kräuter zu wiegen, und mutig genug für einen Kürbis. Der Schwerpunkt liegt genau dort, wo dein Finger ihn sucht.",
    details: [
      "Rostfreier Stahl X50, 58 HRC",
      "Griff aus Pakkaholz, durchgehender Erl",
      "Von Hand spülen, wöchentlich abziehen",
    ],
  },
  "long-supper-cutlery": {
    title: "Besteck Langer Abend",
    line: "Gabeln mit kurzen Zinken und Messer, die wissen, wie man liegt.",
    text: "Zur Hand hin gewichtet, gebürstet, damit man keine Finger sieht, und mit rein gar nichts gestempelt. Das Messer steht auf seinem Rücken, so bleibt die Butter vom Tischtuch.",
    details: ["Edelstahl 18/10", "Gedeck: Messer, Gabel, zwei Löffel", "Spülmaschinenfest"],
  },
  "porridge-bowl-and-spoon": {
    title: "Müslischale mit Löffel",
    line: "Eine Schale mit steiler Wand: Der letzte Löffel geht so leicht wie der erste.",
    text: "Tief, mit schwerem Fuß und gerade so weit, dass die Früchte im Kreis schwimmen. Der Löffel ruht in einer Kerbe und bleibt, wo du ihn lässt.",
    details: [
      "Steinzeug mit Reaktivglasur, Stahllöffel",
      "600 ml, 15 cm Durchmesser",
      "Ofenfest bis 180 °C",
    ],
  },
  "vineyard-glass": {
    title: "Weinglas Weinberg",
    line: "Dünn, wo du trinkst, kräftig, wo du hältst.",
    text: "Eine Form, die sich mit Rot, Weiß und kaltem Cidre versteht. Der Stiel ist aus dem Kelch gezogen und nicht angeklebt, und er übersteht die meisten Tischgeschichten.",
    details: ["Bleifreies Kristallglas", "450 ml, 21 cm hoch", "Spülmaschinenfest im Glasprogramm"],
  },
  "beekeepers-honey-pot": {
    title: "Honigtopf Imkerei",
    line: "Mit einem Löffel, der dreht statt tropft.",
    text: "Der Deckel hat eine Kerbe für den Honiglöffel und einen Rand, über den der letzte Faden zurückläuft. Ein ganzes Glas vom Markt passt hinein, und ein Daumen Luft bleibt.",
    details: [
      "Glasiertes Steingut, Löffel aus Olivenholz",
      "450 ml",
      "Topf spülmaschinenfest, Löffel von Hand",
    ],
  },
  "clear-pantry-jar": {
    title: "Vorratsglas Klare Sicht",
    line: "Sehen, was da ist; kaufen, was fehlt.",
    text: "Eckige Schultern, damit vier stehen, wo sonst drei standen, und ein Etikett, das Bleistift annimmt und wieder hergibt. Der Verschluss schließt mit dem leisen Seufzer einer guten Autotür.",
    details: [
      "Recyclingglas, Stahldeckel, Silikondichtung",
      "Beschreibbares Emailschild",
      "Spülmaschinenfest ohne Deckel",
    ],
  },
  "three-finger-salt-cellar": {
    title: "Salzstreuer Drei Finger",
    line: "Sieben Löcher, an Suppe erprobt.",
    text: "Die Kappe dreht von fein bis großzügig, und ein Reiskorn im Deckel hält die Seeluft draußen. Er passt in die Hand, während die andere rührt.",
    details: [
      "Pressglas, Kappe aus gebürstetem Stahl",
      "90 ml, 10 cm hoch",
      "Aufschrauben und von Hand spülen",
    ],
  },
  "winter-sake-set": {
    title: "Sake-Set Winter",
    line: "Eine Flasche, die in fünf Minuten warm wird, und ein Becher, der wartet.",
    text: "Weißes Porzellan mit einem Streifen Indigo, seit 1994 von derselben Hand gemalt. Der enge Hals der Flasche hält die Wärme, der weite Mund des Bechers lässt sie gehen.",
    details: [
      "Porzellan, Kobalt unter der Glasur",
      "Flasche 300 ml, Becher 60 ml",
      "Im Wasserbad wärmen, nicht in der Mikrowelle",
    ],
  },
  "noon-bento-box": {
    title: "Bentobox Mittag",
    line: "Mittagessen mit Wänden: nichts weicht durch, nichts geht verloren.",
    text: "Zwei Einsätze und drei bewegliche Stege unter einem Deckel, der mit einem Druck schließt. Sie ist genau so breit, wie eine Schultasche tief ist, denn wir haben unsere gemessen.",
    details: [
      "Lackierte Bambusfaser, Silikondichtung",
      "900 ml in zwei Lagen",
      "Mikrowelle geeignet, ohne Deckel",
    ],
  },
  "alpine-fondue-set": {
    title: "Fondue-Set Alpen",
    line: "Sechs Gabeln, ein Topf, kein früher Abend.",
    text: "Ein schwerer emaillierter Topf, der über kleiner Flamme stundenlang leise blubbert. Jede Gabel trägt einen anderen Farbring, so ist nie strittig, wem das verlorene Brot gehört.",
    details: [
      "Emailliertes Gusseisen, Buchengriffe",
      "1,8 l, sechs Gabeln, mit Brenner",
      "Für alle Herde, auch Induktion",
    ],
  },
};
