/**
 * What makes a catalogue answer old. Beyond what they show, lists depend on what could move into them, and what names a
 * category or a collection on its words.
 */

import { tags } from "../../kernel/tags.ts";
import type { Highlights, ListProducts, Product, ProductPage } from "../contract.ts";

export function tagsOfProduct(product: Product): string[] {
  return [product.id, tags.shelves, ...variantIds(product)];
}

/** Facets count what is in stock, and a filter asks for it: then a variant that sells out or comes back matters too. */
export function tagsOfPage(page: ProductPage, { availability }: ListProducts): string[] {
  const isByStock = page.facets !== null || availability === "in_stock";
  return [
    tags.products,
    tags.shelves,
    ...(isByStock ? [tags.turns] : []),
    ...page.items.flatMap(variantIds),
  ];
}

/** What sells moves slowly; what sells out or comes back is told at once. */
export function tagsOfHighlights({ selling, backInStock }: Highlights): string[] {
  return [tags.products, tags.turns, ...[...selling, ...backInStock].flatMap(variantIds)];
}

/** For what shows products without their stock, or counts them. */
export function tagsOfProducts(): string[] {
  return [tags.products, tags.shelves];
}

function variantIds({ variants }: Pick<Product, "variants">): string[] {
  return variants.map(({ id }) => id);
}
