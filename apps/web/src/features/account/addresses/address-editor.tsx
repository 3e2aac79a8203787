"use client";

import { useTranslations } from "next-intl";
import type { SavedAddress } from "@meridian/api/accounts/contract/addresses.ts";
import type { Address } from "@meridian/api/orders/contract.ts";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Form } from "#design/form.tsx";
import { useConflictWords } from "#features/account/addresses/use-conflict-words.ts";
import { useSavedAddresses } from "#features/account/addresses/use-saved-addresses.ts";
import {
  AddressInputs,
  addressKeyOf,
  useAddressFields,
} from "#features/address/address-fields.tsx";
import { servedCountries, type AddressField } from "#features/address/address-format.ts";
import { toAddress } from "#features/address/address-rules.ts";
import { useMarket } from "#features/region/region-context.tsx";

/** An address being written. @param saved null: a new one */
export function AddressEditor({
  saved,
  onDone,
}: {
  saved: SavedAddress | null;
  onDone: () => void;
}) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const conflictWords = useConflictWords();
  const market = useMarket();
  const { client, renew } = useSavedAddresses();
  const form = useAddressFields(saved?.address ?? null, market.countries[0] ?? "DE");
  const saving = useSaving<AddressField, Address>({
    save: async (address) => {
      const { add, update } = client.addresses;
      await (saved === null
        ? add.mutate({ address })
        : update.mutate({ addressId: saved.id, expectedVersion: saved.version, address }));
      await renew();
      return true;
    },
    onDone,
    keyOf: addressKeyOf("/address"),
    refuse: form.refuse,
    explain: (problem) => {
      // The version that is written next is the present one; what was typed stays.
      void renew();
      return conflictWords(problem);
    },
  });
  return (
    <div className="rounded-stage bg-raised p-5 shadow-lift sm:p-7">
      <FocusedHeading level="h2" className="mb-5 text-title">
        {t(saved === null ? "newAddress" : "changeAddress")}
      </FocusedHeading>
      <Form
        label={t("keepIt")}
        onSubmit={form.onSubmit((values) => void saving.submit(toAddress(values)))}
        fields={form}
        saving={saving}
        aside={
          <Button look="bare" className="text-small" onClick={onDone}>
            {common("leaveIt")}
          </Button>
        }
      >
        <AddressInputs form={form} countries={servedCountries} />
      </Form>
    </div>
  );
}
