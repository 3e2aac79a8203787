"use client";

import { useTranslations } from "next-intl";
import type { Address } from "@meridian/api/orders/contract.ts";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { CheckField } from "#design/check-field.tsx";
import { Form } from "#design/form.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { useSavedAddresses } from "#features/account/addresses/use-saved-addresses.ts";
import { useUser } from "#features/account/session.ts";
import {
  AddressInputs,
  addressKeyOf,
  useAddressFields,
} from "#features/address/address-fields.tsx";
import type { AddressField } from "#features/address/address-format.ts";
import { toAddress } from "#features/address/address-rules.ts";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { SavedAddresses } from "#features/checkout/saved-addresses.tsx";

export type AddressFormProps = {
  address: Address | null;
  countries: readonly string[];
  /** Chosen at first. */
  country: string;
  save: (fields: Fields) => Promise<boolean>;
  onDone: () => void;
};

/** Where to: one of the account's addresses, or another one. */
export function AddressForm(props: AddressFormProps) {
  const { user } = useUser();
  return user ? <AccountAddress {...props} /> : <NewAddress {...props} canKeep={false} />;
}

function AccountAddress(props: AddressFormProps) {
  const { data, isTroubled } = useSavedAddresses();
  const [isOther, setOther] = useState(false);
  if (data === undefined && !isTroubled) return <Skeleton className="h-56 rounded-stage" />;
  const saved = (data?.items ?? []).filter(({ address }) =>
    props.countries.includes(address.country),
  );
  if (saved.length === 0 || isOther) return <NewAddress {...props} canKeep />;
  return <SavedAddresses {...props} saved={saved} onOther={() => setOther(true)} />;
}

function NewAddress({
  address,
  countries,
  country,
  save,
  onDone,
  canKeep,
}: AddressFormProps & {
  /** Somebody is signed in who could keep it. */
  canKeep: boolean;
}) {
  const t = useTranslations("checkout");
  const client = useTRPCClient();
  const { renew } = useSavedAddresses({ isWanted: canKeep });
  const [isKept, setKept] = useState(canKeep);
  const form = useAddressFields(address, country);
  const saving = useSaving<AddressField, Fields>({
    save: async (fields) => {
      const isSaved = await save(fields);
      if (isSaved && isKept && fields.shippingAddress)
        // A convenience: the purchase goes on without it.
        await client.addresses.add
          .mutate({ address: fields.shippingAddress })
          .then(renew, () => undefined);
      return isSaved;
    },
    onDone,
    keyOf: addressKeyOf("/shippingAddress"),
    refuse: form.refuse,
  });
  return (
    <Form
      label={t("onToShipping")}
      onSubmit={form.onSubmit((values) => {
        void saving.submit({ shippingAddress: toAddress(values) });
      })}
      fields={form}
      saving={saving}
    >
      <AddressInputs form={form} countries={countries} />
      {canKeep ? (
        <CheckField
          id="address-keep"
          label={t("keepAddress")}
          checked={isKept}
          onChange={(event) => setKept(event.target.checked)}
        />
      ) : null}
    </Form>
  );
}
