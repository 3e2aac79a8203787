"use client";

import "#design/base.css";
import { splitAddress } from "#i18n/addresses.ts";
import type { Language } from "#i18n/languages.ts";

type Words = Record<"title" | "heading" | "lead" | "retry" | "request", string>;

/** Here and not in the messages: those come with the shell, which is what is missing. */
const words: Record<Language, Words> = {
  en: {
    title: "Meridian can't be reached",
    heading: "The shop can't be reached right now",
    lead: "Your bag is safe on this device. We are probably restarting: try again in a moment.",
    retry: "Try again",
    request: "Request",
  },
  de: {
    title: "Meridian ist nicht erreichbar",
    heading: "Der Shop ist gerade nicht erreichbar",
    lead: "Deine Tasche ist auf diesem Gerät sicher. Wahrscheinlich starten wir gerade neu: Versuch es gleich noch einmal.",
    retry: "Noch einmal versuchen",
    request: "Vorgang",
  },
  ja: {
    title: "Meridianに接続できません",
    heading: "ただいまショップに接続できません",
    lead: "バッグの中身はこの端末に保存されています。再起動中かもしれません。少し待ってからお試しください。",
    retry: "もう一度試す",
    request: "リクエスト番号",
  },
};

/** When even the shell can't be made: its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const language = typeof window === "undefined" ? "en" : splitAddress(location.pathname).language;
  const t = words[language];
  return (
    <html lang={language}>
      <body className="grid place-items-center p-6 text-center">
        <title>{t.title}</title>
        <main className="max-w-lg space-y-6">
          <h1 className="text-heading">{t.heading}</h1>
          <p className="text-lead text-quiet">{t.lead}</p>
          <button
            type="button"
            onClick={() => retry()}
            className="min-h-12 rounded-pill bg-action px-6 font-medium text-on-action"
          >
            {t.retry}
          </button>
          {reference ? (
            <p className="text-small text-quiet">
              {t.request} {reference}
            </p>
          ) : null}
        </main>
      </body>
    </html>
  );
}
