/** What mails about accounts say. Another language is another entry; what it lacks fails `tsc`. */
import type { Language } from "../kernel/language.ts";
import type { MailTemplate, MailWords } from "../kernel/mail.ts";

export const accountWords: Record<Language, Record<MailTemplate, MailWords>> = {
  en: {
    "verify-email": {
      subject: "Confirm your address",
      paragraphs: ["Welcome. Confirm that this is your address, and your account is ready:"],
      button: "Confirm your address",
      after: ["The link is good for a day. If you did not register, leave it be: nothing happens."],
    },
    "reset-password": {
      subject: "Set a new password",
      paragraphs: ["Somebody asked for a new password for this address. Set it here:"],
      button: "Set a new password",
      after: ["The link is good for an hour. If it was not you, leave it be: your password stays."],
    },
    "already-registered": {
      subject: "You have an account already",
      paragraphs: [
        "Somebody wanted to register with this address, but it has an account. If it was you and you forgot the password, ask for a new one:",
      ],
      button: "Ask for a new password",
    },
  },
  de: {
    "verify-email": {
      subject: "Bestätige deine Adresse",
      paragraphs: [
        "Willkommen. Bestätige, dass das deine Adresse ist, dann ist dein Konto fertig:",
      ],
      button: "Adresse bestätigen",
      after: [
        "Der Link gilt einen Tag. Hast du dich nicht registriert, lass ihn liegen: Es passiert nichts.",
      ],
    },
    "reset-password": {
      subject: "Lege ein neues Passwort fest",
      paragraphs: [
        "Jemand hat für diese Adresse ein neues Passwort angefordert. Hier legst du es fest:",
      ],
      button: "Neues Passwort festlegen",
      after: [
        "Der Link gilt eine Stunde. Warst du es nicht, lass ihn liegen: Dein Passwort bleibt, wie es ist.",
      ],
    },
    "already-registered": {
      subject: "Du hast schon ein Konto",
      paragraphs: [
        "Jemand wollte sich mit dieser Adresse registrieren, aber sie hat schon ein Konto. Falls du es warst und das Passwort vergessen hast, fordere hier ein neues an:",
      ],
      button: "Neues Passwort anfordern",
    },
  },
  ja: {
    "verify-email": {
      subject: "メールアドレスの確認をお願いします",
      paragraphs: [
        "ご登録ありがとうございます。こちらからメールアドレスを確認していただくと、アカウントをお使いいただけます。",
      ],
      button: "メールアドレスを確認する",
      after: ["リンクは24時間有効です。お心当たりがない場合は、何もなさらなくて結構です。"],
    },
    "reset-password": {
      subject: "新しいパスワードの設定",
      paragraphs: [
        "このアドレスの新しいパスワードについて、ご依頼をいただきました。こちらから設定してください。",
      ],
      button: "新しいパスワードを設定する",
      after: [
        "リンクは1時間有効です。お心当たりがない場合は、何もなさらなくて結構です。パスワードはそのままです。",
      ],
    },
    "already-registered": {
      subject: "すでにアカウントをお持ちです",
      paragraphs: [
        "このアドレスでのご登録がありましたが、すでにアカウントがあります。ご本人で、パスワードをお忘れの場合は、こちらから新しいパスワードをご依頼ください。",
      ],
      button: "新しいパスワードを依頼する",
    },
  },
};
