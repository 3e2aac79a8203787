"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "#api/browser.tsx";
import { ButtonLink } from "#design/button.tsx";
import { keepToken } from "#features/watches/kept-tokens.ts";
import { LinkAnswer, LinkQuestion } from "#features/watches/link-page.tsx";
import { strong } from "#features/watches/strong.tsx";
import { useMailLink } from "#features/watches/use-mail-link.ts";

/** The address agrees to be told. */
export function ConfirmPage() {
  const t = useTranslations("watch");
  const client = useTRPCClient();
  const link = useMailLink(async (token) => {
    const watch = await client.watches.confirm.mutate({ token });
    keepToken(watch.variantId, token);
    return watch;
  });
  if (link.isOld) return <LinkAnswer title={t("old")} lead={t("refusals.link")} />;
  if (link.done === undefined)
    return (
      <LinkQuestion
        title={t("confirmTitle")}
        lead={t("confirmLead")}
        label={t("yes")}
        message={link.message}
        isBusy={link.isBusy === true}
        onPress={link.press}
      />
    );
  const { product, variantId, variantTitle, options } = link.done;
  const hasChoice = Object.keys(options).length > 0;
  const what = hasChoice ? `${product.title}, ${variantTitle}` : product.title;
  return (
    <LinkAnswer title={t("confirmed")} lead={t.rich("confirmedLead", { what, b: strong })}>
      <ButtonLink href={`/products/${product.handle}?variant=${variantId}`}>
        {t("toProduct")}
      </ButtonLink>
    </LinkAnswer>
  );
}
