import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { Category, Collection, Handle, ProductId } from "./contract.ts";

/** Anything a shopper can see of a product changed: copy, pictures, variants, prices. */
export const productChanged = defineEvent(
  "product.changed",
  "product",
  z.object({
    productId: ProductId,
    handle: Handle,
    formerHandle: Handle.optional().meta({ description: "Set when the product was renamed" }),
  }),
);

/** It was added, removed, or what it says or where it stands changed. Products that moved by it tell so themselves. */
export const categoryChanged = defineEvent(
  "category.changed",
  "category",
  z.object({ categoryId: Category.shape.id, handle: Handle }),
);

/** As `category.changed`. */
export const collectionChanged = defineEvent(
  "collection.changed",
  "collection",
  z.object({ collectionId: Collection.shape.id, handle: Handle }),
);
