import { z } from "zod";
import { rest } from "../../kernel/rest.ts";
import { procedure } from "../../kernel/trpc.ts";
import {
  AddCategory,
  AddCollection,
  CategoryRecord,
  ChangeCategory,
  ChangeCollection,
  CollectionRecord,
  GetShelf,
  RemoveShelf,
} from "../contract/shelves.ts";
import {
  addCategory,
  changeCategory,
  getCategory,
  removeCategory,
} from "../service/shelves/categories.ts";
import {
  addCollection,
  changeCollection,
  getCollection,
  removeCollection,
} from "../service/shelves/collections.ts";

const tag = "Catalog";
const scope = "catalog:write";
/** Asked for anew each time, so that its ETag is one to write with. */
const cache = "public, no-cache";

export const shelfProcedures = {
  category: procedure
    .meta(
      rest({
        method: "GET",
        path: "/categories/{handle}",
        summary: "Get a category",
        tag,
        cache,
        reasons: ["catalog.category_not_found"],
      }),
    )
    .input(GetShelf)
    .output(CategoryRecord)
    .query(({ ctx, input }) => getCategory(ctx, input)),
  addCategory: procedure
    .meta(
      rest({
        method: "POST",
        path: "/categories",
        summary: "Add a category",
        tag,
        scope,
        status: 201,
        location: ({ handle }: CategoryRecord) =>
          `/api/v1/categories/${encodeURIComponent(handle)}`,
        idempotencyKey: "optional",
        reasons: ["catalog.handle_taken", "catalog.unknown_category", "catalog.category_too_deep"],
      }),
    )
    .input(AddCategory)
    .output(CategoryRecord)
    .mutation(({ ctx, input }) => addCategory(ctx, input)),
  changeCategory: procedure
    .meta(
      rest({
        method: "PATCH",
        path: "/categories/{handle}",
        summary: "Change a category",
        tag,
        scope,
        ifMatch: "required",
        reasons: [
          "catalog.category_not_found",
          "catalog.version_mismatch",
          "catalog.unknown_category",
          "catalog.category_too_deep",
        ],
      }),
    )
    .input(ChangeCategory)
    .output(CategoryRecord)
    .mutation(({ ctx, input }) => changeCategory(ctx, input)),
  removeCategory: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/categories/{handle}",
        summary: "Remove a category; its products stay",
        tag,
        scope,
        status: 204,
        ifMatch: "required",
        reasons: [
          "catalog.category_not_found",
          "catalog.version_mismatch",
          "catalog.category_has_children",
        ],
      }),
    )
    .input(RemoveShelf)
    .output(z.void())
    .mutation(({ ctx, input }) => removeCategory(ctx, input)),
  collection: procedure
    .meta(
      rest({
        method: "GET",
        path: "/collections/{handle}",
        summary: "Get a collection",
        tag,
        cache,
        reasons: ["catalog.collection_not_found"],
      }),
    )
    .input(GetShelf)
    .output(CollectionRecord)
    .query(({ ctx, input }) => getCollection(ctx, input)),
  addCollection: procedure
    .meta(
      rest({
        method: "POST",
        path: "/collections",
        summary: "Add a collection",
        tag,
        scope,
        status: 201,
        location: ({ handle }: CollectionRecord) =>
          `/api/v1/collections/${encodeURIComponent(handle)}`,
        idempotencyKey: "optional",
        reasons: ["catalog.handle_taken"],
      }),
    )
    .input(AddCollection)
    .output(CollectionRecord)
    .mutation(({ ctx, input }) => addCollection(ctx, input)),
  changeCollection: procedure
    .meta(
      rest({
        method: "PATCH",
        path: "/collections/{handle}",
        summary: "Change a collection",
        tag,
        scope,
        ifMatch: "required",
        reasons: ["catalog.collection_not_found", "catalog.version_mismatch"],
      }),
    )
    .input(ChangeCollection)
    .output(CollectionRecord)
    .mutation(({ ctx, input }) => changeCollection(ctx, input)),
  removeCollection: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/collections/{handle}",
        summary: "Remove a collection; its products stay",
        tag,
        scope,
        status: 204,
        ifMatch: "required",
        reasons: ["catalog.collection_not_found", "catalog.version_mismatch"],
      }),
    )
    .input(RemoveShelf)
    .output(z.void())
    .mutation(({ ctx, input }) => removeCollection(ctx, input)),
};
