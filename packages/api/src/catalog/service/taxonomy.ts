/** Categories as a tree and collections as a list, each with how many products it shows. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { defaultLanguage, type Language } from "../../kernel/language.ts";
import type { Category, Collection } from "../contract.ts";
import { cachedReads } from "./cached-read.ts";
import { catalogIndex } from "./index/catalog-index.ts";

type CategoryRow = Omit<Category, "children"> & { parentId: string | null };

/** Top categories in display order, each with its children; a parent counts its children's products. As old as 10 s. */
export async function listCategories(
  ctx: ServiceContext,
  language: Language = defaultLanguage,
): Promise<{ items: Category[] }> {
  return { items: await readCategories(language)(ctx) };
}

/** Collections in display order; a drop carries when it opens. As old as 10 s. */
export async function listCollections(
  ctx: ServiceContext,
  language: Language = defaultLanguage,
): Promise<{ items: Collection[] }> {
  return { items: await readCollections(language)(ctx) };
}

const readCategories = cachedReads(10_000, async (ctx, language: Language): Promise<Category[]> => {
  const { facets } = await catalogIndex(ctx.db);
  const found = await ctx.db.execute<Omit<CategoryRow, "productCount">>(sql`
    select c.id, c.parent_id as "parentId", c.handle, coalesce(t.title, c.title) as title,
           coalesce(t.description, c.description) as description, c.hue, c.image_src as "imageSrc"
      from category c
      left join category_translation t on t.category_id = c.id and t.language = ${language}
     order by c.position, c.title, c.id`);
  const rows = found.map((row) => ({
    ...row,
    productCount: facets.get(`category:${row.handle}`)?.size ?? 0,
  }));
  const childrenOf = Map.groupBy(rows, (row) => row.parentId);
  return (childrenOf.get(null) ?? []).map((top) => ({
    ...withoutParent(top),
    children: (childrenOf.get(top.id) ?? []).map(withoutParent),
  }));
});

function withoutParent({
  parentId: _parentId,
  ...category
}: CategoryRow): Omit<Category, "children"> {
  return category;
}

const readCollections = cachedReads(
  10_000,
  async (ctx, language: Language): Promise<Collection[]> => {
    const { facets } = await catalogIndex(ctx.db);
    const rows = await ctx.db.execute<Omit<Collection, "productCount">>(sql`
    select c.id, c.handle, coalesce(t.title, c.title) as title,
           coalesce(t.description, c.description) as description, c.hue,
           to_char(c.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt", c.admits
      from collection c
      left join collection_translation t on t.collection_id = c.id and t.language = ${language}
     order by c.position, c.title, c.id`);
    return rows.map((row) => ({
      ...row,
      productCount: facets.get(`collection:${row.handle}`)?.size ?? 0,
    }));
  },
);
