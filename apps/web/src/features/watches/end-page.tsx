"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "#api/browser.tsx";
import { LinkAnswer, LinkQuestion } from "#features/watches/link-page.tsx";
import { useMailLink } from "#features/watches/use-mail-link.ts";

/** The address wants to be told of nothing more. */
export function EndPage() {
  const t = useTranslations("watch");
  const client = useTRPCClient();
  const link = useMailLink((token) => client.watches.withdraw.mutate({ token }));
  if (link.done !== undefined)
    return <LinkAnswer title={t("ended")} lead={t("endedLead", { count: link.done.ended })} />;
  return (
    <LinkQuestion
      title={t("endTitle")}
      lead={t("endLead")}
      label={t("endAll")}
      message={link.message}
      isBusy={link.isBusy === true}
      onPress={link.press}
    />
  );
}
