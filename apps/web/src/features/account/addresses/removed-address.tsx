"use client";

import { useLocale, useTranslations } from "next-intl";
import type { SavedAddress } from "@meridian/api/accounts/contract/addresses.ts";
import { Undo2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useSavedAddresses } from "#features/account/addresses/use-saved-addresses.ts";
import { addressLines } from "#features/address/address-rules.ts";

/** What was just removed, and the way back. Takes the focus, which the card had. */
export function RemovedAddress({
  address: { address, isDefault },
  onDone,
}: {
  address: SavedAddress;
  onDone: () => void;
}) {
  const t = useTranslations("account");
  const language = useLocale();
  const common = useTranslations("common");
  const { client, renew } = useSavedAddresses();
  const [hasFailed, setFailed] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  const bringBack = async () => {
    try {
      await client.addresses.add.mutate({ address, isDefault });
      await renew();
      onDone();
    } catch {
      setFailed(true);
    }
  };
  const what = addressLines(address, language)[1] ?? "";
  return (
    <div className="mb-4 flex min-h-14 animate-rise items-center gap-3 rounded-stage bg-sunken py-1 pr-2 pl-5 text-small">
      <p role="status" className="min-w-0 flex-1 py-2 text-quiet wrap-anywhere">
        {t(hasFailed ? "notBroughtBack" : "removed", { what })}
      </p>
      <button
        ref={undo}
        type="button"
        onClick={() => void bringBack()}
        className="inline-flex min-h-11 items-center gap-2 rounded-pill px-3 font-medium text-action hover:bg-raised"
      >
        <Undo2 aria-hidden="true" className="size-4" />
        {common("undo")}
      </button>
      <button
        type="button"
        aria-label={common("leaveOut", { what })}
        onClick={onDone}
        className="grid size-11 place-items-center rounded-pill text-quiet hover:bg-raised hover:text-ink"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
