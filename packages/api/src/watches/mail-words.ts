/** What mails about watches say. Another language is another entry; what it lacks fails `tsc`. */
import type { MailWords } from "../kernel/mail.ts";
import type { WatchLanguage } from "./contract.ts";

type Words = {
  /** Asks whether the address wants it. */
  confirm(what: string): MailWords;
  /** @param endLink ends all that the address waits for */
  back(what: string, endLink: string): MailWords;
};

export const watchWords: Record<WatchLanguage, Words> = {
  en: {
    confirm: (what) => ({
      subject: `Shall we tell you when it is back? ${what}`,
      paragraphs: [
        `Somebody, you we hope, asked us to write to this address when ${what} can be bought again. Say yes here:`,
      ],
      button: "Yes, tell me",
      after: [
        "We write once, when it is there. The link is good for two days. If it was not you, leave it be: nothing happens, and we forget the address.",
      ],
    }),
    back: (what, endLink) => ({
      subject: `Back in the shop: ${what}`,
      paragraphs: [
        `You wanted to know: ${what} can be bought again. None is held for you: whoever comes first gets it.`,
        "Here it is:",
      ],
      button: "Look at it",
      after: [
        "This was the one mail that you asked for; we will not remind you of it.",
        { label: "Would you rather not hear of anything else you wait for?", url: endLink },
      ],
    }),
  },
  de: {
    confirm: (what) => ({
      subject: `Sollen wir Bescheid sagen? ${what}`,
      paragraphs: [
        `Jemand, hoffentlich du selbst, möchte an diese Adresse eine Nachricht, sobald es ${what} wieder gibt. Sag hier Ja:`,
      ],
      button: "Ja, sagt mir Bescheid",
      after: [
        "Wir schreiben ein einziges Mal, wenn es so weit ist. Der Link gilt zwei Tage. Warst du es nicht, lass ihn liegen: Es geschieht nichts, und wir vergessen die Adresse.",
      ],
    }),
    back: (what, endLink) => ({
      subject: `Wieder da: ${what}`,
      paragraphs: [
        `Du wolltest es wissen: ${what} gibt es wieder. Zurückgelegt ist nichts; wer zuerst kommt, bekommt es.`,
        "Hier entlang:",
      ],
      button: "Ansehen",
      after: [
        "Das war die eine Nachricht, um die du gebeten hattest; erinnern werden wir dich nicht.",
        {
          label: "Möchtest du auch von allem anderen nichts hören, worauf du wartest?",
          url: endLink,
        },
      ],
    }),
  },
  ja: {
    confirm: (what) => ({
      subject: `再入荷のお知らせをお送りしてよろしいですか：${what}`,
      paragraphs: [
        `「${what}」の再入荷をこのアドレスにお知らせするよう、ご依頼をいただきました。ご希望でしたら、こちらから確認をお願いします。`,
      ],
      button: "はい、知らせてください",
      after: [
        "お知らせは入荷時に一度だけお送りします。リンクの有効期限は2日間です。お心当たりがない場合は、何もなさらなくて結構です。アドレスは自動的に削除されます。",
      ],
    }),
    back: (what, endLink) => ({
      subject: `再入荷しました：${what}`,
      paragraphs: [
        `お待たせしました。「${what}」をふたたびお求めいただけます。お取り置きはしておりませんので、先着順となります。`,
        "商品ページはこちらです。",
      ],
      button: "商品を見る",
      after: [
        "ご依頼いただいたお知らせはこれで終わりです。この商品について重ねてお送りすることはありません。",
        { label: "ほかの商品の再入荷のお知らせもすべて停止する場合はこちら：", url: endLink },
      ],
    }),
  },
};
