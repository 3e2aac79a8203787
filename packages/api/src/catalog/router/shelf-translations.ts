import { z } from "zod";
import { rest } from "../../kernel/rest.ts";
import { procedure } from "../../kernel/trpc.ts";
import { GetShelf } from "../contract/shelves.ts";
import {
  RemoveShelfTranslation,
  SetShelfTranslation,
  ShelfTranslations,
} from "../contract/translations.ts";
import {
  getShelfTranslations,
  removeShelfTranslation,
  setShelfTranslation,
} from "../service/shelves/translations.ts";

const common = { tag: "Catalog", scope: "catalog:write" } as const;

export const shelfTranslationProcedures = {
  categoryTranslations: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/categories/{handle}/translations",
        summary: "Get a category's words in other languages",
        reasons: ["catalog.category_not_found"],
      }),
    )
    .input(GetShelf)
    .output(ShelfTranslations)
    .query(({ ctx, input }) => getShelfTranslations(ctx, "category", input)),
  setCategoryTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "PUT",
        path: "/categories/{handle}/translations/{language}",
        summary: "Set a category's words in another language",
        description:
          "All of them: what is left out is told in English. The version is the category's.",
        ifMatch: "required",
        reasons: ["catalog.category_not_found", "catalog.version_mismatch"],
      }),
    )
    .input(SetShelfTranslation)
    .output(ShelfTranslations)
    .mutation(({ ctx, input }) => setShelfTranslation(ctx, "category", input)),
  removeCategoryTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        path: "/categories/{handle}/translations/{language}",
        summary: "Tell a category in English again",
        status: 204,
        ifMatch: "required",
        reasons: ["catalog.category_not_found", "catalog.version_mismatch"],
      }),
    )
    .input(RemoveShelfTranslation)
    .output(z.void())
    .mutation(({ ctx, input }) => removeShelfTranslation(ctx, "category", input)),
  collectionTranslations: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/collections/{handle}/translations",
        summary: "Get a collection's words in other languages",
        reasons: ["catalog.collection_not_found"],
      }),
    )
    .input(GetShelf)
    .output(ShelfTranslations)
    .query(({ ctx, input }) => getShelfTranslations(ctx, "collection", input)),
  setCollectionTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "PUT",
        path: "/collections/{handle}/translations/{language}",
        summary: "Set a collection's words in another language",
        description:
          "All of them: what is left out is told in English. The version is the collection's.",
        ifMatch: "required",
        reasons: ["catalog.collection_not_found", "catalog.version_mismatch"],
      }),
    )
    .input(SetShelfTranslation)
    .output(ShelfTranslations)
    .mutation(({ ctx, input }) => setShelfTranslation(ctx, "collection", input)),
  removeCollectionTranslation: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        path: "/collections/{handle}/translations/{language}",
        summary: "Tell a collection in English again",
        status: 204,
        ifMatch: "required",
        reasons: ["catalog.collection_not_found", "catalog.version_mismatch"],
      }),
    )
    .input(RemoveShelfTranslation)
    .output(z.void())
    .mutation(({ ctx, input }) => removeShelfTranslation(ctx, "collection", input)),
};
