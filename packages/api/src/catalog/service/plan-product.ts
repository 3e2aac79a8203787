/** What is wanted of a product -> the product as it is to be. Nothing is read or written here. */
import { canonical } from "@meridian/db/catalog/equal.ts";
import type {
  ProductContent,
  RegionalPrices,
  Shelf,
  StoredProduct,
  VariantContent,
} from "@meridian/db/catalog/product.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Region } from "../contract.ts";
import type { ImageInput, ProductChange, VariantInput } from "../contract/products.ts";
import { axesOf, findFlaw, titleOf } from "../rules/products.ts";

export type Surroundings = {
  regions: readonly Region[];
  /** Those that the change names; undefined: it names none. */
  categories: Shelf[] | undefined;
  collections: Shelf[] | undefined;
};

/**
 * @param before null: the product is new
 * @throws invalid `catalog.options_mismatch`, `catalog.duplicate_variant`, `catalog.unknown_variant`,
 *   `catalog.wrong_currency`, `catalog.compare_at_below_price`
 */
export function planProduct(
  before: StoredProduct | null,
  change: ProductChange,
  { regions, categories, collections }: Surroundings,
): ProductContent {
  const planned = planVariants(before, change.variants, regions);
  const options = planOptions(before, change, planned);
  const variants = planned.map((variant) => ({
    ...variant,
    title: variant.title ?? titleOf(options, variant.options),
  }));
  const content: ProductContent = {
    id: before?.id ?? newId("prod"),
    handle: change.handle ?? before?.handle ?? "",
    title: change.title ?? before?.title ?? "",
    subtitle: change.subtitle ?? before?.subtitle ?? "",
    description: change.description ?? before?.description ?? "",
    details: change.details ?? before?.details ?? [],
    vendor: change.vendor ?? before?.vendor ?? "",
    type: change.productType ?? before?.type ?? "",
    tags: change.tags === undefined ? (before?.tags ?? []) : [...new Set(change.tags)],
    status: change.status ?? before?.status ?? "active",
    holdOnAdd: change.holdOnAdd ?? before?.holdOnAdd ?? false,
    hue: change.hue ?? before?.hue ?? 0,
    options,
    variants,
    images: planImages(before, change.images, variants),
    categories: categories ?? before?.categories ?? [],
    collections: collections ?? before?.collections ?? [],
  };
  const flaw = findFlaw(content);
  if (flaw) throw refusal(flaw.reason, flaw.pointer, flaw.message, flaw.details);
  return content;
}

function refusal(reason: string, pointer: string, message: string, details: object): DomainError {
  return new DomainError("invalid", `catalog.${reason}`, {
    message: "The product can't be like this.",
    details: { ...details },
    errors: [{ pointer, message }],
  });
}

function planOptions(
  before: StoredProduct | null,
  { options, variants: wanted }: ProductChange,
  variants: readonly PlannedVariant[],
): ProductContent["options"] {
  const given = options?.map(({ name, values }) => ({
    name,
    values: values.map(({ value, swatch }) =>
      swatch === undefined ? { value } : { value, swatch },
    ),
  }));
  const stored = before?.options ?? [];
  return given ?? (wanted === undefined ? stored : axesOf(variants, stored));
}

/** `title` null: what it is called follows from its options. */
type PlannedVariant = Omit<VariantContent, "title"> & { title: string | null };

function planVariants(
  before: StoredProduct | null,
  wanted: readonly VariantInput[] | undefined,
  regions: readonly Region[],
): PlannedVariant[] {
  const stored = before?.variants ?? [];
  if (wanted === undefined) return stored;
  const named = new Set(wanted.map(({ id }) => id));
  const byOptions = new Map(
    stored.filter(({ id }) => !named.has(id)).map((known) => [canonical(known.options), known]),
  );
  const taken = new Set<string>();
  return wanted.map((input, place) => {
    const pointer = `/variants/${place}`;
    const key = canonical(input.options ?? {});
    const known =
      input.id === undefined ? byOptions.get(key) : stored.find(({ id }) => id === input.id);
    if (input.id !== undefined && (known === undefined || taken.has(input.id))) {
      throw refusal("unknown_variant", `${pointer}/id`, "is no variant of the product, or twice", {
        variant: input.id,
      });
    }
    // Of two that want the same options neither is the stored one: that is a flaw of its own.
    if (known !== undefined) byOptions.delete(key);
    if (known !== undefined) taken.add(known.id);
    return planVariant(known, input, pointer, regions);
  });
}

function planVariant(
  known: VariantContent | undefined,
  input: VariantInput,
  pointer: string,
  regions: readonly Region[],
): PlannedVariant {
  const options = input.options ?? known?.options ?? {};
  const isRenamed = known === undefined || canonical(options) !== canonical(known.options);
  return {
    id: known?.id ?? newId("var"),
    sku: input.sku === undefined ? (known?.sku ?? null) : input.sku,
    barcode: input.barcode === undefined ? (known?.barcode ?? null) : input.barcode,
    title: input.title ?? (isRenamed ? null : known.title),
    options,
    weightGrams: input.weightGrams ?? known?.weightGrams ?? 0,
    requiresShipping: input.requiresShipping ?? known?.requiresShipping ?? true,
    taxable: input.taxable ?? known?.taxable ?? true,
    isTracked: input.isTracked ?? known?.isTracked ?? true,
    prices: input.prices
      ? planPrices(input.prices, `${pointer}/prices`, regions)
      : (known?.prices ?? {}),
  };
}

function planPrices(
  prices: NonNullable<VariantInput["prices"]>,
  pointer: string,
  regions: readonly Region[],
): RegionalPrices {
  const planned = prices.map(({ region, price, compareAt }, place) => {
    requireCurrency(regions, region, [price, compareAt], `${pointer}/${place}`);
    return [region, [price.amountMinor, compareAt?.amountMinor ?? null]] as const;
  });
  return Object.fromEntries(planned) as RegionalPrices;
}

/** @throws invalid `catalog.wrong_currency` {region, currency} */
export function requireCurrency(
  regions: readonly Region[],
  region: string,
  amounts: readonly ({ currency: string } | null | undefined)[],
  pointer: string,
): void {
  const currency = regions.find(({ id }) => id === region)?.currency;
  if (amounts.every((amount) => !amount || amount.currency === currency)) return;
  throw refusal("wrong_currency", pointer, `is not in ${currency}`, { region, currency });
}

function planImages(
  before: StoredProduct | null,
  wanted: readonly ImageInput[] | undefined,
  variants: readonly VariantContent[],
): ProductContent["images"] {
  const ids = new Set(variants.map(({ id }) => id));
  if (wanted === undefined) {
    return (before?.images ?? []).map((image) => ({
      ...image,
      variantId: image.variantId !== null && ids.has(image.variantId) ? image.variantId : null,
    }));
  }
  return wanted.map((input, place) => {
    const known = before?.images.find(({ src }) => src === input.src);
    const shown = input.variant === undefined || input.variant === null ? undefined : input.variant;
    if (shown !== undefined && variants[shown] === undefined) {
      const pointer = `/images/${place}/variant`;
      throw refusal("unknown_variant", pointer, "is no place in the list", { variant: shown });
    }
    const stays = input.variant === undefined && ids.has(known?.variantId ?? "");
    return {
      src: input.src,
      alt: input.alt ?? known?.alt ?? "",
      variantId: stays ? (known?.variantId ?? null) : (variants[shown ?? -1]?.id ?? null),
      widths: input.widths ?? known?.widths ?? [],
      width: input.width ?? known?.width ?? null,
      height: input.height ?? known?.height ?? null,
      placeholder: input.placeholder ?? known?.placeholder ?? null,
    };
  });
}
