"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { BackupCodes } from "#features/account/security/backup-codes.tsx";
import { PasswordGate } from "#features/account/security/password-gate.tsx";
import { TotpSetup } from "#features/account/security/totp-setup.tsx";
import { useTotp } from "#features/account/security/use-totp.ts";

type Step =
  | { at: "start" | "password" }
  | { at: "app"; uri: string; backupCodes: string[] }
  | { at: "codes"; backupCodes: string[] };

/** From nothing to a second step: the password, the app, its first code, the backup codes. */
export function TotpOff() {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const { client, put } = useTotp();
  const [step, setStep] = useState<Step>({ at: "start" });
  const leave = () => setStep({ at: "start" });
  switch (step.at) {
    case "start":
      return (
        <Button look="quiet" onClick={() => setStep({ at: "password" })}>
          {t("setUp")}
        </Button>
      );
    case "password":
      return (
        <PasswordGate
          label={common("goOn")}
          onPassword={async (password) => {
            const begun = await client.totp.begin.mutate({ password });
            setStep({ at: "app", ...begun });
          }}
          onLeave={leave}
        />
      );
    case "app":
      return (
        <TotpSetup
          uri={step.uri}
          onConfirmed={() => setStep({ at: "codes", backupCodes: step.backupCodes })}
          onLeave={leave}
        />
      );
    case "codes":
      return <BackupCodes codes={step.backupCodes} onKept={() => put({ isOn: true })} />;
  }
}
