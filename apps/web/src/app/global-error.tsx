"use client";

import { standInCss, standInWords } from "#features/stand-in/words.ts";
import { splitAddress } from "#i18n/addresses.ts";

/** When even the shell can't be made: its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const language = typeof window === "undefined" ? "en" : splitAddress(location.pathname).language;
  const t = standInWords[language];
  return (
    <html lang={language}>
      <body>
        <title>{t.title}</title>
        <style>{standInCss}</style>
        <main>
          <h1>{t.heading}</h1>
          <p>{t.lead}</p>
          <button type="button" onClick={() => retry()}>
            {t.retry}
          </button>
          {reference ? (
            <p>
              {t.request} {reference}
            </p>
          ) : null}
        </main>
      </body>
    </html>
  );
}
