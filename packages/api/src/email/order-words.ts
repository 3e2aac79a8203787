/** What mails about orders say. Another language is another entry; what it lacks fails `tsc`. */
import type { Language } from "../kernel/language.ts";
import type { MailRow, MailWords } from "../kernel/mail.ts";

type Total = { total: string; tax: string; isTaxInside: boolean };

export type OrderWords = {
  /** Of a line: `2 x Tide teapot, Sage / Large`. */
  units(quantity: number, title: string, variantTitle: string): string;
  /** @param amount null: it costs nothing */
  shipping(way: string, amount: string | null): MailRow;
  totals(total: Total): MailRow[];
  /** @param giftMessage the buyer's own words; null: none */
  placed(number: string, figures: MailRow[], giftMessage: string | null): MailWords;
  /** @param trackingUrl where the parcel can be followed, where that is known */
  parcel(number: string, contents: MailRow[], trackingUrl: string | undefined): MailWords;
  cancelled(number: string, paid: string): MailWords;
  refunded(number: string, amount: string): MailWords;
};

export const orderWords: Record<Language, OrderWords> = {
  en: {
    units: (quantity, title, variantTitle) =>
      `${quantity} x ${title}${variantTitle === "" ? "" : `, ${variantTitle}`}`,
    shipping: (way, amount) => ({
      what: `Shipping, ${way.toLowerCase()}`,
      amount: amount ?? "free",
    }),
    totals: ({ total, tax, isTaxInside }) =>
      isTaxInside
        ? [{ what: "Total", amount: total, note: `which includes tax of ${tax}`, isTotal: true }]
        : [
            { what: "Tax", amount: tax },
            { what: "Total", amount: total, isTotal: true },
          ],
    placed: (number, figures, giftMessage) => ({
      subject: `Your order ${number}`,
      paragraphs: [
        "Thank you. It is paid, and we are getting it ready.",
        figures,
        ...(giftMessage === null ? [] : [`Your gift message:\n${giftMessage}`]),
        "See where it is at any time. Who has this link sees the order, so keep it to yourself:",
      ],
      button: "See the order",
    }),
    parcel: (number, contents, trackingUrl) => ({
      subject: `Order ${number}: a parcel is on its way`,
      paragraphs: [
        "It was handed over just now. In it:",
        contents,
        ...(trackingUrl === undefined ? [] : [{ label: "Follow the parcel:", url: trackingUrl }]),
        "The whole order:",
      ],
      button: "See the order",
    }),
    cancelled: (number, paid) => ({
      subject: `Order ${number} is cancelled`,
      paragraphs: [
        `Nothing will be sent. What you paid, ${paid}, goes back to where it came from.`,
        "The order:",
      ],
      button: "See the order",
    }),
    refunded: (number, amount) => ({
      subject: `Order ${number}: ${amount} is on its way back`,
      paragraphs: [
        `We sent ${amount} back to where you paid from. Banks take a few days to show it.`,
        "The order:",
      ],
      button: "See the order",
    }),
  },
  de: {
    units: (quantity, title, variantTitle) =>
      `${quantity} x ${title}${variantTitle === "" ? "" : `, ${variantTitle}`}`,
    shipping: (way, amount) => ({ what: way, amount: amount ?? "kostenlos" }),
    totals: ({ total, tax, isTaxInside }) =>
      isTaxInside
        ? [{ what: "Gesamt", amount: total, note: `darin ${tax} Steuer`, isTotal: true }]
        : [
            { what: "Steuer", amount: tax },
            { what: "Gesamt", amount: total, isTotal: true },
          ],
    placed: (number, figures, giftMessage) => ({
      subject: `Deine Bestellung ${number}`,
      paragraphs: [
        "Danke dir. Alles ist bezahlt, und wir machen es fertig.",
        figures,
        ...(giftMessage === null ? [] : [`Deine Grußkarte:\n${giftMessage}`]),
        "Hier siehst du jederzeit, wo es gerade ist. Wer den Link hat, sieht die Bestellung, also behalte ihn für dich:",
      ],
      button: "Zur Bestellung",
    }),
    parcel: (number, contents, trackingUrl) => ({
      subject: `Bestellung ${number}: Ein Paket ist unterwegs`,
      paragraphs: [
        "Wir haben es gerade übergeben. Darin ist:",
        contents,
        ...(trackingUrl === undefined ? [] : [{ label: "Das Paket verfolgen:", url: trackingUrl }]),
        "Die ganze Bestellung:",
      ],
      button: "Zur Bestellung",
    }),
    cancelled: (number, paid) => ({
      subject: `Bestellung ${number} ist storniert`,
      paragraphs: [
        `Es wird nichts verschickt. Was du bezahlt hast, ${paid}, geht dorthin zurück, woher es kam.`,
        "Die Bestellung:",
      ],
      button: "Zur Bestellung",
    }),
    refunded: (number, amount) => ({
      subject: `Bestellung ${number}: ${amount} sind auf dem Rückweg`,
      paragraphs: [
        `Wir haben dir ${amount} zurückgeschickt, dorthin, wovon du bezahlt hast. Banken brauchen ein paar Tage, um es zu zeigen.`,
        "Die Bestellung:",
      ],
      button: "Zur Bestellung",
    }),
  },
  ja: {
    units: (quantity, title, variantTitle) =>
      `${title}${variantTitle === "" ? "" : `（${variantTitle}）`} × ${quantity}`,
    shipping: (way, amount) => ({ what: `配送（${way}）`, amount: amount ?? "無料" }),
    totals: ({ total, tax, isTaxInside }) =>
      isTaxInside
        ? [{ what: "合計", amount: total, note: `うち税${tax}`, isTotal: true }]
        : [
            { what: "税", amount: tax },
            { what: "合計", amount: total, isTotal: true },
          ],
    placed: (number, figures, giftMessage) => ({
      subject: `ご注文ありがとうございます（${number}）`,
      paragraphs: [
        "お支払いを確認いたしました。ただいまお届けの準備をしております。",
        figures,
        ...(giftMessage === null ? [] : [`ギフトメッセージ：\n${giftMessage}`]),
        "お届けまでの様子は、こちらからいつでもご覧いただけます。リンクを知っている方はどなたでもご注文をご覧になれますので、大切に保管してください。",
      ],
      button: "ご注文を見る",
    }),
    parcel: (number, contents, trackingUrl) => ({
      subject: `ご注文${number}：お荷物を発送しました`,
      paragraphs: [
        "ただいま運送会社にお渡ししました。お荷物の中身はこちらです。",
        contents,
        ...(trackingUrl === undefined ? [] : [{ label: "お荷物の追跡：", url: trackingUrl }]),
        "ご注文の全体はこちらです。",
      ],
      button: "ご注文を見る",
    }),
    cancelled: (number, paid) => ({
      subject: `ご注文${number}を取り消しました`,
      paragraphs: [
        `商品の発送はいたしません。お支払いいただいた${paid}は、お支払い元へお返しします。`,
        "ご注文はこちらです。",
      ],
      button: "ご注文を見る",
    }),
    refunded: (number, amount) => ({
      subject: `ご注文${number}：${amount}を返金しました`,
      paragraphs: [
        `お支払い元へ${amount}をお返ししました。明細に表示されるまで、数日かかることがあります。`,
        "ご注文はこちらです。",
      ],
      button: "ご注文を見る",
    }),
  },
};
