import { z } from "zod";
import { rest } from "../../kernel/rest.ts";
import { procedure } from "../../kernel/trpc.ts";
import {
  GetOptionTranslation,
  GetProductTranslations,
  GetShippingTranslation,
  OptionTranslation,
  ProductTranslations,
  RemoveProductTranslation,
  SetOptionTranslation,
  SetProductTranslation,
  SetShippingTranslation,
  ShippingTranslation,
} from "../contract/translations.ts";
import { getOptionTranslation, setOptionTranslation } from "../service/option-translations.ts";
import {
  getProductTranslations,
  removeProductTranslation,
  setProductTranslation,
} from "../service/translations.ts";
import {
  getShippingTranslation,
  setShippingTranslation,
} from "../service/shipping-translations.ts";

const common = { tag: "Catalog", scope: "catalog:write" } as const;
const product = ["catalog.product_not_found"];
const option = ["catalog.option_not_found"];
const shipping = {
  path: "/regions/{region}/shipping-options/{shippingOptionId}/translations/{language}",
  reasons: ["catalog.shipping_option_not_found"],
} as const;
const stale = "catalog.version_mismatch";

export const translationProcedures = {
  productTranslations: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/products/{handle}/translations",
        summary: "Get a product's words in other languages",
        reasons: product,
      }),
    )
    .input(GetProductTranslations)
    .output(ProductTranslations)
    .query(({ ctx, input }) => getProductTranslations(ctx, input)),
  setProductTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "PUT",
        path: "/products/{handle}/translations/{language}",
        summary: "Set a product's words in another language",
        description:
          "All of them: what is left out is told in English. The version is the product's, which gets a new one.",
        ifMatch: "required",
        reasons: [...product, stale],
      }),
    )
    .input(SetProductTranslation)
    .output(ProductTranslations)
    .mutation(({ ctx, input }) => setProductTranslation(ctx, input)),
  removeProductTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        path: "/products/{handle}/translations/{language}",
        summary: "Tell a product in English again",
        status: 204,
        ifMatch: "required",
        reasons: [...product, stale],
      }),
    )
    .input(RemoveProductTranslation)
    .output(z.void())
    .mutation(({ ctx, input }) => removeProductTranslation(ctx, input)),
  optionTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/options/{name}/translations/{language}",
        summary: "Get what an option and its values are called in another language",
        reasons: option,
      }),
    )
    .input(GetOptionTranslation)
    .output(OptionTranslation)
    .query(({ ctx, input }) => getOptionTranslation(ctx, input)),
  setOptionTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "PUT",
        path: "/options/{name}/translations/{language}",
        summary: "Set what an option and its values are called in another language",
        description:
          "In the whole shop, since filters are. Names and values stay the keys that filters and variants have.",
        reasons: option,
      }),
    )
    .input(SetOptionTranslation)
    .output(OptionTranslation)
    .mutation(({ ctx, input }) => setOptionTranslation(ctx, input)),
  shippingTranslation: procedure
    .meta(
      rest({
        ...common,
        ...shipping,
        method: "GET",
        summary: "Get what a way to ship is called in another language",
      }),
    )
    .input(GetShippingTranslation)
    .output(ShippingTranslation)
    .query(({ ctx, input }) => getShippingTranslation(ctx, input)),
  setShippingTranslation: procedure
    .meta(
      rest({
        ...common,
        ...shipping,
        method: "PUT",
        summary: "Set what a way to ship is called in another language",
        description: "Checkouts tell it within half a minute; orders keep what they were told.",
      }),
    )
    .input(SetShippingTranslation)
    .output(ShippingTranslation)
    .mutation(({ ctx, input }) => setShippingTranslation(ctx, input)),
};
