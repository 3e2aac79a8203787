import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  Category,
  Collection,
  GetProduct,
  Highlights,
  ListProducts,
  Product,
  ProductPage,
  ReadHighlights,
  ReadInLanguage,
  Region,
  Suggest,
  Suggestions,
} from "./contract.ts";
import { getProduct } from "./service/get-product.ts";
import { readHighlights } from "./service/highlights.ts";
import { listProducts } from "./service/list-products.ts";
import { listRegions } from "./service/regions.ts";
import { suggest } from "./service/suggest.ts";
import { tagsOfHighlights, tagsOfPage, tagsOfProduct, tagsOfProducts } from "./service/tags.ts";
import { listCategories, listCollections } from "./service/taxonomy.ts";
import { productProcedures } from "./router/products.ts";
import { sitemapProcedures } from "./router/sitemap.ts";
import { shelfTranslationProcedures } from "./router/shelf-translations.ts";
import { translationProcedures } from "./router/translations.ts";
import { shelfProcedures } from "./router/shelves.ts";

const tag = "Catalog";
/** Catalogue answers may be cached by anybody for a moment, and served stale while a new one is fetched. */
const cache = "public, max-age=10, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400";
/** Regions and what options are called are shown everywhere; no event tells of them. */
const kept = { for: "everybody", seconds: 10 } as const;

export const catalogRouter = router({
  list: procedure
    .meta(
      rest({
        method: "GET",
        path: "/products",
        summary: "List and search products",
        tag,
        cache,
        keep: { ...kept, tags: tagsOfPage },
        recordParams: { option: "options" },
        reasons: ["catalog.category_not_found", "catalog.collection_not_found", "page.bad_cursor"],
      }),
    )
    .input(ListProducts)
    .output(ProductPage)
    .query(({ ctx, input }) => listProducts(ctx, input)),
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/products/{handle}",
        summary: "Get a product",
        tag,
        cache,
        keep: { ...kept, tags: tagsOfProduct },
        etag: "bytes",
        reasons: ["catalog.product_not_found"],
      }),
    )
    .input(GetProduct)
    .output(Product)
    .query(({ ctx, input }) => getProduct(ctx, input)),
  suggest: procedure
    .meta(
      rest({
        method: "GET",
        path: "/suggestions",
        summary: "Suggest products while typing",
        tag,
        cache,
        keep: { ...kept, tags: tagsOfProducts },
      }),
    )
    .input(Suggest)
    .output(Suggestions)
    .query(({ ctx, input }) => suggest(ctx, input)),
  highlights: procedure
    .meta(
      rest({
        method: "GET",
        path: "/highlights",
        summary: "Get what sells now and what just came back",
        description: "Of what can be bought now. Told by the last 20,000 movements of stock.",
        tag,
        cache,
        keep: { ...kept, tags: tagsOfHighlights },
      }),
    )
    .input(ReadHighlights)
    .output(Highlights)
    .query(({ ctx, input }) => readHighlights(ctx, input)),
  categories: procedure
    .meta(
      rest({
        method: "GET",
        path: "/categories",
        summary: "List the category tree",
        tag,
        cache,
        keep: { ...kept, tags: tagsOfProducts },
      }),
    )
    .input(ReadInLanguage)
    .output(z.object({ items: z.array(Category) }))
    .query(({ ctx, input }) => listCategories(ctx, input.language)),
  collections: procedure
    .meta(
      rest({
        method: "GET",
        path: "/collections",
        summary: "List collections",
        tag,
        cache,
        keep: { ...kept, tags: tagsOfProducts },
      }),
    )
    .input(ReadInLanguage)
    .output(z.object({ items: z.array(Collection) }))
    .query(({ ctx, input }) => listCollections(ctx, input.language)),
  regions: procedure
    .meta(
      rest({
        method: "GET",
        path: "/regions",
        summary: "List regions with their tax and shipping",
        tag,
        cache,
        keep: { ...kept, tags: () => [] },
      }),
    )
    .input(ReadInLanguage)
    .output(z.object({ items: z.array(Region) }))
    .query(({ ctx, input }) => listRegions(ctx, input.language)),
  ...productProcedures,
  ...shelfProcedures,
  ...sitemapProcedures,
  ...translationProcedures,
  ...shelfTranslationProcedures,
});
