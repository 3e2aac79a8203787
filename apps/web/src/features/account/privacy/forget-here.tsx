"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { forgetDevice } from "#features/account/forget-device.ts";

/** Ends what this device remembers; the account stays as it is. */
export function ForgetHere() {
  const t = useTranslations("account");
  const [isForgotten, setForgotten] = useState(false);
  const forget = () => {
    forgetDevice();
    setForgotten(true);
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button look="quiet" onClick={forget}>
        {t("forgetHere")}
      </Button>
      <p role="status" className="text-small text-quiet">
        {isForgotten ? t("forgottenHere") : ""}
      </p>
    </div>
  );
}
