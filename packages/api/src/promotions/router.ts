import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  CreatePromotion,
  GetPromotion,
  ListPromotions,
  Promotion,
  PromotionPage,
  PromotionTranslations,
  SetPromotionTranslation,
  UpdatePromotion,
} from "./contract.ts";
import {
  createPromotion,
  deletePromotion,
  getPromotion,
  listPromotions,
  updatePromotion,
} from "./service.ts";

import { getPromotionTranslations, setPromotionTranslation } from "./service/translations.ts";

const common = { tag: "Promotions", scope: "promotions:write" } as const;
const found = ["promotions.not_found"];

export const promotionsRouter = router({
  create: procedure
    .meta(
      rest({
        ...common,
        method: "POST",
        path: "/promotions",
        summary: "Make a code, or a promotion that applies by itself",
        status: 201,
        idempotencyKey: "optional",
        location: (promotion: Promotion) => `/api/v1/promotions/${promotion.id}`,
        reasons: [
          "promotions.code_taken",
          "promotions.code_required",
          "promotions.currencies_differ",
          "promotions.ends_before_start",
        ],
      }),
    )
    .input(CreatePromotion)
    .output(Promotion)
    .mutation(({ ctx, input }) => createPromotion(ctx, input)),
  list: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/promotions",
        summary: "List promotions, newest first",
      }),
    )
    .input(ListPromotions)
    .output(PromotionPage)
    .query(({ ctx, input }) => listPromotions(ctx, input)),
  get: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/promotions/{promotionId}",
        summary: "Get a promotion",
        // Uses are counted without a version.
        isCovered: () => false,
        reasons: found,
      }),
    )
    .input(GetPromotion)
    .output(Promotion)
    .query(({ ctx, input }) => getPromotion(ctx, input)),
  update: procedure
    .meta(
      rest({
        ...common,
        method: "PATCH",
        path: "/promotions/{promotionId}",
        summary: "Change when, how often and whether a promotion can be used",
        ifMatch: "required",
        reasons: [
          ...found,
          "promotions.version_mismatch",
          "promotions.code_required",
          "promotions.ends_before_start",
        ],
      }),
    )
    .input(UpdatePromotion)
    .output(Promotion)
    .mutation(({ ctx, input }) => updatePromotion(ctx, input)),
  translations: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/promotions/{promotionId}/translations",
        summary: "Get what a promotion is called in other languages",
        reasons: found,
      }),
    )
    .input(GetPromotion)
    .output(PromotionTranslations)
    .query(({ ctx, input }) => getPromotionTranslations(ctx, input)),
  setTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "PUT",
        path: "/promotions/{promotionId}/translations/{language}",
        summary: "Set what a promotion is called in another language",
        ifMatch: "required",
        reasons: [...found, "promotions.version_mismatch"],
      }),
    )
    .input(SetPromotionTranslation)
    .output(PromotionTranslations)
    .mutation(({ ctx, input }) => setPromotionTranslation(ctx, input)),
  delete: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        path: "/promotions/{promotionId}",
        summary: "Take a promotion out of every cart; orders keep what they were told",
        status: 204,
        reasons: found,
      }),
    )
    .input(GetPromotion)
    .output(z.void())
    .mutation(({ ctx, input }) => deletePromotion(ctx, input)),
});
