"use client";

import { hidden } from "#design/hidden.tsx";
import { useLocale, useTranslations } from "next-intl";
import type { SavedAddress } from "@meridian/api/accounts/contract/addresses.ts";
import { useState } from "react";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { Trouble } from "#design/trouble.tsx";
import { useConflictWords } from "#features/account/addresses/use-conflict-words.ts";
import { useSavedAddresses } from "#features/account/addresses/use-saved-addresses.ts";
import { addressLines } from "#features/address/address-rules.ts";
import { useCountryName } from "#features/region/use-country-name.ts";

const action =
  "inline-flex min-h-11 items-center rounded-pill px-3 text-small font-medium text-action hover:bg-sunken";

/** One address as on a parcel, and what can be done with it. */
export function AddressCard({
  saved: { id, version, address, isDefault },
  onEdit,
  onRemoved,
}: {
  saved: SavedAddress;
  onEdit: () => void;
  onRemoved: () => void;
}) {
  const t = useTranslations("account");
  const language = useLocale();
  const fieldsOf = useFieldProblems();
  const conflictWords = useConflictWords();
  const countryName = useCountryName();
  const { client, renew } = useSavedAddresses();
  const [message, setMessage] = useState<string>();
  const attempt = async (work: Promise<unknown>) => {
    setMessage(undefined);
    try {
      await work;
      return true;
    } catch (error) {
      setMessage(fieldsOf(error, () => undefined, conflictWords).message);
      return false;
    } finally {
      await renew();
    }
  };
  const one = { addressId: id, expectedVersion: version };
  const remove = async () => {
    if (await attempt(client.addresses.remove.mutate(one))) onRemoved();
  };
  const [name, ...lines] = addressLines(address, language);
  const what = lines[0] ?? "";
  return (
    <article
      aria-label={`${name}, ${address.city}`}
      className="flex flex-col justify-between gap-4 rounded-stage bg-raised p-5 sm:p-6"
    >
      <div>
        {isDefault ? <p className="mb-1 text-caption text-quiet">{t("default")}</p> : null}
        <address className="not-italic">
          <span className="block font-medium wrap-anywhere">{name}</span>
          {[...lines, countryName(address.country)].map((line) => (
            <span key={line} className="block wrap-anywhere text-quiet">
              {line}
            </span>
          ))}
          {address.phone ? <span className="figures block text-quiet">{address.phone}</span> : null}
        </address>
        <Trouble className="mt-3">{message}</Trouble>
      </div>
      <div className="-mx-3 flex flex-wrap">
        <button type="button" className={action} onClick={onEdit}>
          {t.rich("change", { what, hidden })}
        </button>
        <button type="button" className={action} onClick={() => void remove()}>
          {t.rich("remove", { what, hidden })}
        </button>
        {isDefault ? null : (
          <button
            type="button"
            className={action}
            onClick={() =>
              void attempt(client.addresses.update.mutate({ ...one, isDefault: true }))
            }
          >
            {t.rich("makeDefault", { what, hidden })}
          </button>
        )}
      </div>
    </article>
  );
}
