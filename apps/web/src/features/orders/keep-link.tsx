"use client";

import { useTranslations } from "next-intl";
import { Check, Link2, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "#design/button.tsx";

/** The page's address is the only key to it: that is told, and made easy to keep. */
export function KeepLink() {
  const t = useTranslations("order");
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    // Absent on pages without TLS: the address bar still has it.
    void (navigator.clipboard as Clipboard | undefined)?.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="no-print rounded-stage bg-sunken p-5 text-small sm:p-6">
      <p className="font-medium">{t("keepLink")}</p>
      <p className="mt-1 text-quiet">{t("keepLinkLead")}</p>
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button look="raised" onClick={copy}>
          {isCopied ? (
            <Check aria-hidden="true" className="size-4" />
          ) : (
            <Link2 aria-hidden="true" className="size-4" />
          )}
          <span aria-live="polite">{t(isCopied ? "copied" : "copyLink")}</span>
        </Button>
        <Button look="raised" onClick={() => print()}>
          <Printer aria-hidden="true" className="size-4" />
          {t("print")}
        </Button>
      </div>
    </div>
  );
}
