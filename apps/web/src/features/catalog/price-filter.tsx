import { localPath } from "#i18n/navigation.ts";
import { useLocale, useTranslations } from "next-intl";
import { minorDigits, type Money } from "@meridian/api/kernel/money.ts";
import Form from "next/form";
import { listingHref, type Listing } from "#features/catalog/listing-query.ts";

const field =
  "figures min-h-11 w-0 min-w-18 flex-1 rounded-small bg-sunken px-3 text-small placeholder:text-quiet";

/** From and to, in whole units. A form that gets: Enter is enough, with or without JavaScript. */
export function PriceFilter({
  path,
  listing,
  range,
}: {
  path: string;
  listing: Listing;
  range: { min: Money; max: Money };
}) {
  const t = useTranslations("listing");
  const action = localPath(useLocale(), path);
  const perUnit = 10 ** minorDigits(range.min.currency);
  const others = new URLSearchParams(
    listingHref("", { ...listing, min: null, max: null, cursor: null }).slice(1),
  );
  return (
    <Form action={action} scroll={false} className="flex flex-wrap items-center gap-2 pt-1">
      {[...others].map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <label className="sr-only" htmlFor="price-min">
        {t("from")}
      </label>
      <input
        id="price-min"
        name="min"
        inputMode="numeric"
        pattern="[0-9]*"
        defaultValue={listing.min ?? ""}
        placeholder={String(Math.floor(range.min.amountMinor / perUnit))}
        className={field}
      />
      <span aria-hidden="true" className="text-quiet">
        {t("toWord")}
      </span>
      <label className="sr-only" htmlFor="price-max">
        {t("to")}
      </label>
      <input
        id="price-max"
        name="max"
        inputMode="numeric"
        pattern="[0-9]*"
        defaultValue={listing.max ?? ""}
        placeholder={String(Math.ceil(range.max.amountMinor / perUnit))}
        className={field}
      />
      <button
        type="submit"
        className="min-h-11 rounded-small px-3 text-small font-medium text-action hover:bg-sunken"
      >
        {t("set")}
      </button>
    </Form>
  );
}
