/** What mails about accounts say. Another language is another entry; what it lacks fails `tsc`. */
import type { Language } from "../kernel/language.ts";
import type { MailTemplate, MailWords } from "../kernel/mail.ts";

export const accountWords: Record<Language, Record<MailTemplate, MailWords>> = {
  en: {
    "verify-email": {
      subject: "Confirm your address",
      paragraphs: ["Welcome. Confirm that this is your address, and your account is ready:"],
      after: ["The link is good for a day. If you did not register, leave it be: nothing happens."],
    },
    "reset-password": {
      subject: "Set a new password",
      paragraphs: ["Somebody asked for a new password for this address. Set it here:"],
      after: ["The link is good for an hour. If it was not you, leave it be: your password stays."],
    },
    "already-registered": {
      subject: "You have an account already",
      paragraphs: [
        "Somebody wanted to register with this address, but it has an account. If it was you and you forgot the password, ask for a new one:",
      ],
    },
  },
  de: {
    "verify-email": {
      subject: "Bestätige deine Adresse",
      paragraphs: [
        "Willkommen. Bestätige, dass das deine Adresse ist, dann ist dein Konto fertig:",
      ],
      after: [
        "Der Link gilt einen Tag. Hast du dich nicht registriert, lass ihn liegen: Es passiert nichts.",
      ],
    },
    "reset-password": {
      subject: "Lege ein neues Passwort fest",
      paragraphs: [
        "Jemand hat für diese Adresse ein neues Passwort angefordert. Hier legst du es fest:",
      ],
      after: [
        "Der Link gilt eine Stunde. Warst du es nicht, lass ihn liegen: Dein Passwort bleibt, wie es ist.",
      ],
    },
    "already-registered": {
      subject: "Du hast schon ein Konto",
      paragraphs: [
        "Jemand wollte sich mit dieser Adresse registrieren, aber sie hat schon ein Konto. Falls du es warst und das Passwort vergessen hast, fordere hier ein neues an:",
      ],
    },
  },
  ja: {
    "verify-email": {
      subject: "メールアドレスの確認をお願いします",
      paragraphs: [
        "ご登録ありがとうございます。こちらからメールアドレスを確認していただくと、アカウントをお使いいただけます。",
      ],
      after: ["リンクは24時間有効です。お心当たりがない場合は、何もなさらなくて結構です。"],
    },
    "reset-password": {
      subject: "新しいパスワードの設定",
      paragraphs: [
        "このアドレスの新しいパスワードについて、ご依頼をいただきました。こちらから設定してください。",
      ],
      after: [
        "リンクは1時間有効です。お心当たりがない場合は、何もなさらなくて結構です。パスワードはそのままです。",
      ],
    },
    "already-registered": {
      subject: "すでにアカウントをお持ちです",
      paragraphs: [
        "このアドレスでのご登録がありましたが、すでにアカウントがあります。ご本人で、パスワードをお忘れの場合は、こちらから新しいパスワードをご依頼ください。",
      ],
    },
  },
};
