"use client";

import { useTranslations } from "next-intl";
import { LogOut } from "lucide-react";
import { useRouter } from "#i18n/navigation.ts";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { forgetShopper } from "#features/account/forget-shopper.ts";
import { useSessionChange } from "#features/account/session.ts";

/** Ends the session. The bag stays with the account, and is there again at the next sign-in. */
export function SignOutButton() {
  const t = useTranslations("accountMenu");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const changed = useSessionChange();
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const signOut = async () => {
    if (state === "busy") return;
    setState("busy");
    try {
      await client.accounts.signOut.mutate({});
    } catch {
      return setState("failed");
    }
    await forgetShopper();
    router.push("/");
    await changed();
  };
  return (
    <button
      type="button"
      aria-disabled={state === "busy"}
      onClick={() => void signOut()}
      className="flex min-h-11 w-full items-center gap-3 rounded-small px-3 text-left hover:bg-sunken"
    >
      <LogOut aria-hidden="true" className="size-5 text-quiet" strokeWidth={1.75} />
      <span aria-live="polite">
        {state === "busy"
          ? common("oneMoment")
          : t(state === "failed" ? "signOutFailed" : "signOut")}
      </span>
    </button>
  );
}
