"use client";

import { useTranslations } from "next-intl";
import { Section } from "#features/account/section.tsx";
import { EraseAccount } from "#features/account/privacy/erase-account.tsx";
import { ForgetHere } from "#features/account/privacy/forget-here.tsx";
import { ExportAccount } from "#features/account/privacy/export-account.tsx";

export function PrivacyPage() {
  const t = useTranslations("account");
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">{t("privacy")}</h1>
      <div className="grid gap-4">
        <Section id="export" title={t("export")} lead={t("exportLead")}>
          <ExportAccount />
        </Section>
        <Section id="device" title={t("device")} lead={t("deviceLead")}>
          <ForgetHere />
        </Section>
        <Section id="erase" title={t("erase")} lead={t("eraseLead")}>
          <EraseAccount />
        </Section>
      </div>
    </>
  );
}
