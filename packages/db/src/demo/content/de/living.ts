import type { ProductWords } from "../words.ts";

export const living: ProductWords = {
  "morning-bell-alarm-clock": {
    title: "Wecker Morgenglocke",
    line: "Zwei Messingglocken, eine klare Meinung zu sieben Uhr.",
    text: "Ein Wecker zum Aufziehen, den man noch im Nebenzimmer hört und trotzdem gern am Bett stehen hat. Die Zeiger glimmen bis zum Morgen, und das Werk läuft so leise, dass erst die Glocken an ihn erinnern.",
    details: [
      "Gehäuse aus emailliertem Stahl, Glocken aus Messing",
      "12 cm hoch, Zifferblatt 9 cm",
      "Einmal am Tag aufziehen; trocken abwischen",
    ],
  },
  "slow-hour-candle": {
    title: "Kerze Langsame Stunde",
    line: "Bienenwachs für einen Abend, und für den nächsten.",
    text: "In kleinen Mengen um einen flachen Baumwolldocht gegossen, damit die Flamme niedrig und ruhig bleibt. Sie riecht leise nach warmem Honig und nach sonst nichts, darum gehört sie auf den Esstisch.",
    details: [
      "Reines Bienenwachs, Baumwolldocht",
      "14 cm hoch, brennt rund 40 Stunden",
      "Docht vor jedem Anzünden auf 5 mm kürzen",
    ],
  },
  "hill-country-print": {
    title: "Siebdruck Hügelland",
    line: "Zwei grüne Hügel, eine tiefe Sonne und Ruhe für die Augen.",
    text: "Ein Siebdruck in neun Farben, von Hand auf schweres Baumwollpapier gezogen und in geölte Kiefer gerahmt. Das Grün ist so gemischt, dass es im Morgenlicht stimmt und im Lampenlicht noch mehr.",
    details: [
      "Siebdruck auf Baumwollpapier, 300 g",
      "Rahmen aus geölter Kiefer, echtes Glas",
      "Nicht in die pralle Sonne hängen",
    ],
  },
  "petal-mirror": {
    title: "Spiegel Blütenblatt",
    line: "Ein Spiegel, der erst der Wand schmeichelt und dann dir.",
    text: "Acht weiche Bögen aus gedrechselter Buche um ein Glas mit etwas Wärme. Er hängt an einer einzigen verborgenen Schraube und wirft einen Lichtfleck, wo immer der Nachmittag ihn findet.",
    details: [
      "Lackierte Buche, 4 mm Silberglas",
      "46 x 58 cm, 3 cm tief",
      "Mit einem kaum feuchten Tuch putzen",
    ],
  },
  "quarter-hour-glass": {
    title: "Sanduhr Viertelstunde",
    line: "Fünfzehn Minuten, die niemand wegwischen kann.",
    text: "Feiner Dünensand rinnt in einer Viertelstunde durch den mundgeblasenen Hals, einen Atemzug hin oder her. Für Tee, für ein Kapitel oder um einen Streit freundlich zu beenden.",
    details: [
      "Mundgeblasenes Glas, verkupferte Kappen",
      "18 cm hoch",
      "Läuft 15 Minuten, auf 20 Sekunden genau",
    ],
  },
  "festival-paper-lantern": {
    title: "Papierlaterne Gartenfest",
    line: "Liegt flach in der Schublade und füllt eine ganze Veranda mit Licht.",
    text: "Maulbeerpapier auf einer Spirale aus Bambus, an beiden Enden von Hand gebunden. Das Licht kommt hindurch wie Ende September, selbst von einer ganz gewöhnlichen Birne.",
    details: [
      "Maulbeerpapier, Rippen aus Bambus",
      "24 x 42 cm offen, 3 cm gefaltet",
      "Für LED bis 6 W; trocken halten",
    ],
  },
  "reading-corner-set": {
    title: "Sofa und Lampe Leseecke",
    line: "Ein Sofa für zwei und die Lampe, die dich dort hält.",
    text: "Tief genug, um die Füße hochzunehmen, fest genug, um wieder aufzustehen. Die Bogenlampe beugt sich genau dorthin über die Schulter, wo die Seite liegt, und ihr Schirm dreht sich zum Raum, wenn Besuch kommt.",
    details: [
      "Bezug aus Wollmischung, Buchenrahmen, Stahllampe",
      "158 x 82 x 76 cm, Lampe 170 cm",
      "Bezüge abnehmbar, chemische Reinigung",
    ],
  },
  "schoolhouse-chair": {
    title: "Stuhl Dorfschule",
    line: "Der Stuhl, an den du dich erinnerst, nur ohne Wackeln.",
    text: "Dampfgebogene Esche mit einer Lehne, die etwas nachgibt, und einem Sitz, der ein langes Abendessen verzeiht. Vier davon stehen gestapelt in einer Ecke, ohne einander zu zerkratzen.",
    details: [
      "Massive Esche, Lack auf Wasserbasis",
      "Sitzhöhe 45 cm, zu viert stapelbar",
      "Nachölen oder abwischen, wie du magst",
    ],
  },
  "porch-wind-chime": {
    title: "Windspiel Veranda",
    line: "Ein klarer Ton, sooft das Wetter es sich anders überlegt.",
    text: "Eine mundgeblasene Glasglocke mit einem Segel aus Papier, das Luft fängt, die man kaum spürt. Der Ton ist auf ein weiches E gestimmt, so streiten sich auch zwei nicht.",
    details: [
      "Borosilikatglas, Segel aus Wachspapier",
      "34 cm lang mit Schnur",
      "Bei Sturm hereinholen",
    ],
  },
  "amphora-vase": {
    title: "Vase Amphore",
    line: "Zwei Henkel, ein Mäanderband, dreitausend Jahre gutes Aussehen.",
    text: "Auf der Scheibe aus rotem Ton gedreht und vor dem Brand mit einem Flusskiesel poliert. Sie steht gern leer, und ein einziger Zweig genügt ihr auch.",
    details: [
      "Polierte Terrakotta, innen glasiert",
      "32 cm hoch, 17 cm breit",
      "Von Hand spülen; hält Wasser",
    ],
  },
};
