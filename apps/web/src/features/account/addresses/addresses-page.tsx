"use client";

import { useTranslations } from "next-intl";
import type { SavedAddress } from "@meridian/api/accounts/contract/addresses.ts";
import { MapPin } from "lucide-react";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { KeepsFocus } from "#design/keeps-focus.tsx";
import { OnItsWay } from "#design/on-its-way.tsx";
import { AddressCard } from "#features/account/addresses/address-card.tsx";
import { AddressEditor } from "#features/account/addresses/address-editor.tsx";
import { RemovedAddress } from "#features/account/addresses/removed-address.tsx";
import { useSavedAddresses } from "#features/account/addresses/use-saved-addresses.ts";

/** Where parcels go. */
export function AddressesPage() {
  const t = useTranslations("account");
  const { data, isTroubled, retry } = useSavedAddresses();
  /** The id of the one that is being changed, or that there is a new one. */
  const [editing, setEditing] = useState<string>();
  const [removed, setRemoved] = useState<SavedAddress>();
  const edit = (id: string | undefined) => {
    setEditing(id);
    setRemoved(undefined);
  };
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">{t("yourAddresses")}</h1>
      {data === undefined ? (
        <OnItsWay what={t("yourAddresses")} isTroubled={isTroubled} onRetry={retry} />
      ) : (
        <KeepsFocus aria-label={t("yourAddresses")}>
          {removed ? (
            <RemovedAddress address={removed} onDone={() => setRemoved(undefined)} />
          ) : null}
          {data.items.length === 0 && editing === undefined ? <NoAddress /> : null}
          <ul className="grid gap-4 sm:grid-cols-2">
            {data.items.map((saved) => (
              <li key={saved.id} className={editing === saved.id ? "sm:col-span-2" : "grid"}>
                {editing === saved.id ? (
                  <AddressEditor saved={saved} onDone={() => edit(undefined)} />
                ) : (
                  <AddressCard
                    saved={saved}
                    onEdit={() => edit(saved.id)}
                    onRemoved={() => setRemoved(saved)}
                  />
                )}
              </li>
            ))}
          </ul>
          <div className="mt-4">
            {editing === "new" ? (
              <AddressEditor saved={null} onDone={() => edit(undefined)} />
            ) : (
              <Button
                look={data.items.length === 0 ? "action" : "quiet"}
                onClick={() => edit("new")}
              >
                {t("addAddress")}
              </Button>
            )}
          </div>
        </KeepsFocus>
      )}
    </>
  );
}

function NoAddress() {
  const t = useTranslations("account");
  return (
    <div className="mb-6 grid gap-5">
      <EmptyStage Icon={MapPin} hue={150} />
      <p className="max-w-sm text-quiet">{t("noAddress")}</p>
    </div>
  );
}
