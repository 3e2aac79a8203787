/** What mails about orders say. Another language is another entry; what it lacks fails `tsc`. */
import type { Language } from "../kernel/language.ts";

type Mail = { subject: string; paragraphs: string[] };
type Total = { total: string; tax: string; isTaxInside: boolean };

export type OrderWords = {
  /** Of a line: `2 x Tide teapot, Sage / Large`. */
  units(quantity: number, title: string, variantTitle: string): string;
  /** What something costs, or takes off. */
  figure(what: string, amount: string): string;
  /** @param amount null: it costs nothing */
  shipping(way: string, amount: string | null): string;
  totals(total: Total): string[];
  /** @param giftMessage the buyer's own words; null: none */
  placed(number: string, figures: string, giftMessage: string | null): Mail;
  /** @param trackingUrl where the parcel can be followed, where that is known */
  parcel(number: string, contents: string, trackingUrl: string | undefined): Mail;
  cancelled(number: string, paid: string): Mail;
  refunded(number: string, amount: string): Mail;
};

export const orderWords: Record<Language, OrderWords> = {
  en: {
    units: (quantity, title, variantTitle) =>
      `${quantity} x ${title}${variantTitle === "" ? "" : `, ${variantTitle}`}`,
    figure: (what, amount) => `${what}: ${amount}`,
    shipping: (way, amount) => `Shipping, ${way.toLowerCase()}: ${amount ?? "free"}`,
    totals: ({ total, tax, isTaxInside }) =>
      isTaxInside
        ? [`Total: ${total}, which includes tax of ${tax}`]
        : [`Tax: ${tax}`, `Total: ${total}`],
    placed: (number, figures, giftMessage) => ({
      subject: `Your order ${number}`,
      paragraphs: [
        "Thank you. It is paid, and we are getting it ready.",
        figures,
        ...(giftMessage === null ? [] : [`Your gift message:\n${giftMessage}`]),
        "See where it is at any time. Who has this link sees the order, so keep it to yourself:",
      ],
    }),
    parcel: (number, contents, trackingUrl) => ({
      subject: `Order ${number}: a parcel is on its way`,
      paragraphs: [
        "It was handed over just now. In it:",
        contents,
        ...(trackingUrl === undefined ? [] : [`Follow the parcel: ${trackingUrl}`]),
        "The whole order:",
      ],
    }),
    cancelled: (number, paid) => ({
      subject: `Order ${number} is cancelled`,
      paragraphs: [
        `Nothing will be sent. What you paid, ${paid}, goes back to where it came from.`,
        "The order:",
      ],
    }),
    refunded: (number, amount) => ({
      subject: `Order ${number}: ${amount} is on its way back`,
      paragraphs: [
        `We sent ${amount} back to where you paid from. Banks take a few days to show it.`,
        "The order:",
      ],
    }),
  },
  de: {
    units: (quantity, title, variantTitle) =>
      `${quantity} x ${title}${variantTitle === "" ? "" : `, ${variantTitle}`}`,
    figure: (what, amount) => `${what}: ${amount}`,
    shipping: (way, amount) => `${way}: ${amount ?? "kostenlos"}`,
    totals: ({ total, tax, isTaxInside }) =>
      isTaxInside
        ? [`Gesamt: ${total}, darin ${tax} Steuer`]
        : [`Steuer: ${tax}`, `Gesamt: ${total}`],
    placed: (number, figures, giftMessage) => ({
      subject: `Deine Bestellung ${number}`,
      paragraphs: [
        "Danke dir. Alles ist bezahlt, und wir machen es fertig.",
        figures,
        ...(giftMessage === null ? [] : [`Deine Grußkarte:\n${giftMessage}`]),
        "Hier siehst du jederzeit, wo es gerade ist. Wer den Link hat, sieht die Bestellung, also behalte ihn für dich:",
      ],
    }),
    parcel: (number, contents, trackingUrl) => ({
      subject: `Bestellung ${number}: Ein Paket ist unterwegs`,
      paragraphs: [
        "Wir haben es gerade übergeben. Darin ist:",
        contents,
        ...(trackingUrl === undefined ? [] : [`Das Paket verfolgen: ${trackingUrl}`]),
        "Die ganze Bestellung:",
      ],
    }),
    cancelled: (number, paid) => ({
      subject: `Bestellung ${number} ist storniert`,
      paragraphs: [
        `Es wird nichts verschickt. Was du bezahlt hast, ${paid}, geht dorthin zurück, woher es kam.`,
        "Die Bestellung:",
      ],
    }),
    refunded: (number, amount) => ({
      subject: `Bestellung ${number}: ${amount} sind auf dem Rückweg`,
      paragraphs: [
        `Wir haben dir ${amount} zurückgeschickt, dorthin, wovon du bezahlt hast. Banken brauchen ein paar Tage, um es zu zeigen.`,
        "Die Bestellung:",
      ],
    }),
  },
  ja: {
    units: (quantity, title, variantTitle) =>
      `${title}${variantTitle === "" ? "" : `（${variantTitle}）`} × ${quantity}`,
    figure: (what, amount) => `${what}：${amount}`,
    shipping: (way, amount) => `配送（${way}）：${amount ?? "無料"}`,
    totals: ({ total, tax, isTaxInside }) =>
      isTaxInside ? [`合計：${total}（うち税${tax}）`] : [`税：${tax}`, `合計：${total}`],
    placed: (number, figures, giftMessage) => ({
      subject: `ご注文ありがとうございます（${number}）`,
      paragraphs: [
        "お支払いを確認いたしました。ただいまお届けの準備をしております。",
        figures,
        ...(giftMessage === null ? [] : [`ギフトメッセージ：\n${giftMessage}`]),
        "お届けまでの様子は、こちらからいつでもご覧いただけます。リンクを知っている方はどなたでもご注文をご覧になれますので、大切に保管してください。",
      ],
    }),
    parcel: (number, contents, trackingUrl) => ({
      subject: `ご注文${number}：お荷物を発送しました`,
      paragraphs: [
        "ただいま運送会社にお渡ししました。お荷物の中身はこちらです。",
        contents,
        ...(trackingUrl === undefined ? [] : [`お荷物の追跡：${trackingUrl}`]),
        "ご注文の全体はこちらです。",
      ],
    }),
    cancelled: (number, paid) => ({
      subject: `ご注文${number}を取り消しました`,
      paragraphs: [
        `商品の発送はいたしません。お支払いいただいた${paid}は、お支払い元へお返しします。`,
        "ご注文はこちらです。",
      ],
    }),
    refunded: (number, amount) => ({
      subject: `ご注文${number}：${amount}を返金しました`,
      paragraphs: [
        `お支払い元へ${amount}をお返ししました。明細に表示されるまで、数日かかることがあります。`,
        "ご注文はこちらです。",
      ],
    }),
  },
};
