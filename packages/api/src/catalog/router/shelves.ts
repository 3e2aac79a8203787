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
  RemoveShelf,
} from "../contract/shelves.ts";
import {
  addCategory,
  addCollection,
  changeCategory,
  changeCollection,
  removeCategory,
  removeCollection,
} from "../service/shelves.ts";

const tag = "Catalog";
const scope = "catalog:write";

export const shelfProcedures = {
  addCategory: procedure
    .meta(
      rest({
        method: "POST",
        path: "/categories",
        summary: "Add a category",
        tag,
        scope,
        status: 201,
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
        reasons: [
          "catalog.category_not_found",
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
        reasons: ["catalog.category_not_found", "catalog.category_has_children"],
      }),
    )
    .input(RemoveShelf)
    .output(z.void())
    .mutation(({ ctx, input }) => removeCategory(ctx, input)),
  addCollection: procedure
    .meta(
      rest({
        method: "POST",
        path: "/collections",
        summary: "Add a collection",
        tag,
        scope,
        status: 201,
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
        reasons: ["catalog.collection_not_found"],
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
        reasons: ["catalog.collection_not_found"],
      }),
    )
    .input(RemoveShelf)
    .output(z.void())
    .mutation(({ ctx, input }) => removeCollection(ctx, input)),
};
