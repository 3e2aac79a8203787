"use client";

import { useTranslations } from "next-intl";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { BackupCodes } from "#features/account/security/backup-codes.tsx";
import { PasswordGate } from "#features/account/security/password-gate.tsx";
import { useTotp } from "#features/account/security/use-totp.ts";

type Step = { at: "start" | "remove" | "renew" } | { at: "codes"; codes: string[] };

/** The second step is asked for: new backup codes, or an end to it. */
export function TotpOn() {
  const t = useTranslations("account");
  const { client, put } = useTotp();
  const [step, setStep] = useState<Step>({ at: "start" });
  const leave = () => setStep({ at: "start" });
  switch (step.at) {
    case "start":
      return (
        <>
          <p className="mb-4 flex items-center gap-2.5 font-medium">
            <ShieldCheck aria-hidden="true" className="size-5 text-stock-plenty" />
            {t("isOn")}
          </p>
          <div className="flex flex-wrap gap-2.5">
            <Button look="quiet" onClick={() => setStep({ at: "renew" })}>
              {t("newCodes")}
            </Button>
            <Button look="quiet" onClick={() => setStep({ at: "remove" })}>
              {t("turnOff")}
            </Button>
          </div>
        </>
      );
    case "renew":
      return (
        <PasswordGate
          label={t("makeCodes")}
          onPassword={async (password) => {
            const { backupCodes } = await client.totp.renewBackupCodes.mutate({ password });
            setStep({ at: "codes", codes: backupCodes });
          }}
          onLeave={leave}
        />
      );
    case "remove":
      return (
        <PasswordGate
          label={t("turnOff")}
          onPassword={async (password) => {
            await client.totp.remove.mutate({ password });
            put({ isOn: false });
          }}
          onLeave={leave}
        />
      );
    case "codes":
      return <BackupCodes codes={step.codes} onKept={leave} />;
  }
}
