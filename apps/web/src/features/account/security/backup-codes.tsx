"use client";

import { useTranslations } from "next-intl";
import { Download } from "lucide-react";
import { saveFile } from "#browser/save-file.ts";
import { Button } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";

/** What opens the account when the app is lost; shown this once. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations("account");
  return (
    <div className="grid gap-5">
      <div>
        <FocusedHeading level="h3" className="font-text text-body font-semibold tracking-normal">
          {t("keepCodes")}
        </FocusedHeading>
        <p className="mt-1 max-w-prose text-small text-quiet">{t("keepCodesLead")}</p>
      </div>
      <ul
        aria-label={t("backupCodes")}
        className="figures grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-2 rounded-small bg-sunken p-5"
      >
        {codes.map((code) => (
          <li key={code} className="font-medium tracking-wide">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={onKept}>{t("keptCodes")}</Button>
        <Button
          look="quiet"
          onClick={() =>
            saveFile("meridian-backup-codes.txt", "text/plain", `${codes.join("\n")}\n`)
          }
        >
          <Download aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {t("downloadCodes")}
        </Button>
      </div>
    </div>
  );
}
