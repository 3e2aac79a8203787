/** What mails that ask say. Another language is another entry; what it lacks fails `tsc`. */
import type { Language } from "../kernel/language.ts";
import type { MailWords } from "../kernel/mail.ts";

type Words = {
  /** @param number of the order */
  order(number: string): MailWords;
  cart(): MailWords;
};

const stop = {
  en: "You get this because you agreed to be asked. The same page ends it, if you would rather not be.",
  de: "Wir fragen, weil du dem zugestimmt hast. Wenn du das nicht mehr möchtest, beendest du es auf derselben Seite.",
  ja: "このメールは、アンケートの受け取りにご同意いただいた方にお送りしています。今後不要な場合は、同じページから停止できます。",
};

export const surveyWords: Record<Language, Words> = {
  en: {
    order: (number) => ({
      subject: `How was it? Your order ${number}`,
      paragraphs: [
        "Your things should be with you by now. Would you tell us how it went? It takes a minute, and somebody reads it:",
      ],
      button: "Say how it was",
      after: ["We ask once, and do not remind you. The link is good for a month.", stop.en],
    }),
    cart: () => ({
      subject: "What was missing?",
      paragraphs: [
        "You put something into your bag and left it there, which is fine. If something was in the way, we would like to know:",
      ],
      button: "Say what was missing",
      after: ["We ask once, and do not remind you. The link is good for a month.", stop.en],
    }),
  },
  de: {
    order: (number) => ({
      subject: `Wie war es? Deine Bestellung ${number}`,
      paragraphs: [
        "Inzwischen sollte alles bei dir sein. Magst du uns sagen, wie es war? Es dauert eine Minute, und jemand liest es:",
      ],
      button: "Sagen, wie es war",
      after: ["Wir fragen nur einmal und erinnern nicht. Der Link gilt einen Monat lang.", stop.de],
    }),
    cart: () => ({
      subject: "Was hat gefehlt?",
      paragraphs: [
        "Du hast etwas in deine Tasche gelegt und es dort gelassen, und das ist in Ordnung. Falls dir etwas im Weg war, wüssten wir es gern:",
      ],
      button: "Sagen, was gefehlt hat",
      after: ["Wir fragen nur einmal und erinnern nicht. Der Link gilt einen Monat lang.", stop.de],
    }),
  },
  ja: {
    order: (number) => ({
      subject: `ご注文${number}はいかがでしたか`,
      paragraphs: [
        "商品はお手元に届きましたでしょうか。よろしければ、ご感想をお聞かせください。1分ほどで終わります。いただいたお声は、すべて担当者が拝見します。",
      ],
      button: "感想を伝える",
      after: ["お伺いするのは一度だけです。リンクの有効期限は1か月です。", stop.ja],
    }),
    cart: () => ({
      subject: "お買い物でお困りの点はありませんでしたか",
      paragraphs: [
        "バッグに入れたままの商品がございます。お買い物の途中で何かお困りの点がありましたら、お聞かせください。",
      ],
      button: "ご意見を伝える",
      after: ["お伺いするのは一度だけです。リンクの有効期限は1か月です。", stop.ja],
    }),
  },
};
