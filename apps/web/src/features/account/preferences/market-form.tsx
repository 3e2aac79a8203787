"use client";

import { useTranslations } from "next-intl";
import type { Preferences } from "@meridian/api/accounts/contract/preferences.ts";
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { useState } from "react";
import { useSaving } from "#api/use-saving.ts";
import { SelectField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import type { Change } from "#features/account/preferences/use-preferences.ts";
import { useRegion } from "#features/region/region-context.tsx";
import { regionIds, regions } from "#features/region/regions.ts";

/** The market that a new device begins with; this one goes there at once. */
export function MarketForm({ preferences, change }: { preferences: Preferences; change: Change }) {
  const t = useTranslations("account");
  const names = useTranslations("regions");
  const here = useRegion();
  const [chosen, setChosen] = useState<RegionId>(preferences.region ?? here);
  const saving = useSaving<never, RegionId>({
    save: async (region) => {
      await change({ region });
      return true;
    },
    // Every page of another market is another page.
    onDone: () => window.location.assign(`?region=${chosen}`),
    keyOf: () => undefined,
  });
  return (
    <Form
      label={t("shopThere")}
      onSubmit={(event) => {
        event.preventDefault();
        void saving.submit(chosen);
      }}
      saving={saving}
    >
      <SelectField
        id="market-region"
        label={t("market")}
        value={chosen}
        onChange={(event) => setChosen(event.target.value as RegionId)}
        options={regionIds.map((id) => ({
          value: id,
          label: `${names(id)}, ${regions[id].currency}`,
        }))}
      />
    </Form>
  );
}
