"use client";

import { useTranslations } from "next-intl";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { serverNow } from "#api/server-clock.ts";
import { saveFile } from "#browser/save-file.ts";
import { Button } from "#design/button.tsx";

/** A copy of all that is kept, as a file. */
export function ExportAccount() {
  const t = useTranslations("account");
  const fieldsOf = useFieldProblems();
  const client = useTRPCClient();
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState<string>();
  const download = async () => {
    if (isBusy) return;
    setBusy(true);
    setWords(undefined);
    try {
      const copy = await client.privacy.export.query({});
      const name = `meridian-${new Date(serverNow()).toISOString().slice(0, 10)}.json`;
      saveFile(name, "application/json", JSON.stringify(copy, null, 2));
      setWords(t("downloaded", { name }));
    } catch (error) {
      setWords(fieldsOf(error, () => undefined).message);
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <Button look="quiet" aria-disabled={isBusy} onClick={() => void download()}>
        <Download aria-hidden="true" className="size-5" strokeWidth={1.75} />
        {t(isBusy ? "gathering" : "download")}
      </Button>
      <p role="status" className="text-small text-quiet">
        {words}
      </p>
    </div>
  );
}
