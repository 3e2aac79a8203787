import type { ProductWords } from "../words.ts";

export const accessories: ProductWords = {
  "half-past-watch": {
    title: "Armbanduhr Halb Acht",
    line: "Sagt dir die Zeit. Und lässt dich weitermachen.",
    text: "Ein Zifferblatt in der Farbe später Dämmerung, Zeiger, die man im Kino liest, und ein Band, das ein Fingernagel wechselt. Das Werk sieht man durch den Boden, und dort wird es auch repariert.",
    details: [
      "Automatikwerk, Saphirglas",
      "Stahlgehäuse 38 mm, 5 bar",
      "Alle fünf Jahre zur Wartung",
    ],
  },
  "plain-sight-glasses": {
    title: "Brille Offen Gesagt",
    line: "Die Fassung, die man lobt, ohne zu wissen warum.",
    text: "Aus einem Block Acetat geschnitten und vier Tage in Birkenspänen gerollt, bis sie von selbst glänzt. Die Scharniere haben fünf Glieder und klicken beruhigend.",
    details: [
      "Pflanzliches Acetat, Scharniere aus Stahl",
      "48-21-145 mm, 24 g",
      "Fertig zum Lesen oder für deine eigene Stärke",
    ],
  },
  "long-lunch-sunglasses": {
    title: "Sonnenbrille Langes Mittagessen",
    line: "Für Terrassen, die falsch herum liegen.",
    text: "Dunkel genug für ein weißes Tischtuch, treu genug, um die Karte zu lesen. Die Bügel biegen sich sanft nach innen, so bleiben sie, wohin du sie schiebst.",
    details: ["Pflanzliches Acetat, polarisierte Gläser", "UV400, Kategorie 3", "Mit Leinenbeutel"],
  },
  "last-tram-scarf": {
    title: "Schal Letzte Straßenbahn",
    line: "Zwei Meter Wärme, mit Fransen.",
    text: "Gebürstete Lammwolle aus einer Weberei, in der noch eine Glocke zum Tee läutet. Breit genug als Tuch, weich genug für ein Baby, lang genug zum Teilen.",
    details: [
      "Lammwolle, gewebt und gebürstet",
      "200 x 35 cm",
      "Kühl von Hand waschen, liegend trocknen",
    ],
  },
  "snowball-gloves": {
    title: "Handschuhe Schneeball",
    line: "Greifen Schaufeln, Liftbügel und Gegner.",
    text: "In einem Stück um einen winddichten Kern gestrickt, mit Handflächen, die auch Nasses halten. Zwei Fingerspitzen bedienen das Telefon; die anderen acht haben frei.",
    details: [
      "Außen Merino, innen Fleece",
      "Touch an Daumen und Zeigefinger",
      "Bei 30 °C im Beutel waschen",
    ],
  },
  "market-porter-cap": {
    title: "Kappe Marktträger",
    line: "Schatten für die Nase, nichts auf der Stirn.",
    text: "Gewaschener Köper mit weicher Krone und einem Schirm, den man mit zwei Händen formt. Der Verschluss ist aus Messing und Stoff, denn Plastik bricht immer im falschen Moment.",
    details: [
      "Baumwollköper, Schnalle aus Messing",
      "54 bis 61 cm",
      "Von Hand waschen, auf einer Schüssel trocknen",
    ],
  },
  "garden-party-hat": {
    title: "Strohhut Gartenfest",
    line: "Wirft einen guten Schatten und behält ein Geheimnis.",
    text: "Aus Weizenstroh in einer einzigen Spirale geflochten und über Dampf geformt. Das Band lässt sich lösen, so kann der Hut es sich im September anders überlegen.",
    details: ["Weizenstroh, Ripsband", "Krempe 9 cm, flach zu packen", "Über Dampf nachformen"],
  },
  "curtain-call-top-hat": {
    title: "Zylinder Vorhang Auf",
    line: "Hochzeiten, Zauberei, Premieren, Dienstage.",
    text: "Wollfilz, nach alter Art gesteift und mit Satin gefüttert, mit einem Band, hinter dem eine Spielkarte Platz hat. Er lässt sich zusammenklappen, und das ist das Beste daran.",
    details: ["Wollfilz, Satinfutter, Federgestell", "Kopfhöhe 14 cm", "Mit dem Strich bürsten"],
  },
  "afternoon-handbag": {
    title: "Handtasche Nachmittag",
    line: "Öffnet weit, steht gerade, bleibt in Form.",
    text: "Zweierlei Leder, ein Bügel und ein Boden auf vier Messingfüßen. Das Fach für die Schlüssel sitzt dort, wo deine Finger sie sowieso suchen.",
    details: ["Pflanzlich gegerbtes Leder, Baumwollfutter", "30 x 22 x 12 cm", "Mit langem Riemen"],
  },
  "small-change-purse": {
    title: "Geldbörse Kleingeld",
    line: "Schnappt zu wie das Ende eines guten Streits.",
    text: "Ein Klickbügel mit fester Feder und ein Beutel, der offen auf der Theke steht. Hinein passen Münzen, ein Schlüssel, zwei Karten und eine Eintrittskarte, die man behalten will.",
    details: ["Leder, Klickbügel aus Messing", "11 x 9 cm", "Messing polieren oder eben nicht"],
  },
  "evening-post-clutch": {
    title: "Abendtasche Spätausgabe",
    line: "Telefon, Schlüssel, Lippenstift, Rede.",
    text: "Plissierter Satin über einem leichten Bügel, mit einem Verschluss in Form einer Eichel. Innen wohnt eine feine Kette, für den Moment, in dem man beide Hände für den Kuchen braucht.",
    details: ["Recycelter Satin, leichter Stahlbügel", "22 x 13 x 5 cm", "Flecken abtupfen"],
  },
  "odd-pair-socks": {
    title: "Socken Ungleiches Paar",
    line: "So verkauft, wie sie enden: eine gelb, eine blau.",
    text: "Gekämmte Baumwolle mit handgeketteltem Zeh, so drückt keine Naht im Stiefel. Jedes Paar ist absichtlich verschieden, und zwei beliebige tun es auch.",
    details: [
      "Bio-Baumwolle, etwas Elasthan",
      "Bis zur halben Wade",
      "Bei 40 °C waschen, eine darf verloren gehen",
    ],
  },
};
