/** Categories as a tree and collections as a list, each with how many products it shows. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { defaultLanguage, type Language } from "../../kernel/language.ts";
import type { Category, Collection } from "../contract.ts";
import { catalogIndex } from "./index/catalog-index.ts";

type CategoryRow = Omit<Category, "children"> & { parentId: string | null };

/** Top categories in display order, each with its children; a parent counts its children's products. */
export async function listCategories(
  { db }: ServiceContext,
  language: Language = defaultLanguage,
): Promise<{ items: Category[] }> {
  const { facets } = await catalogIndex(db);
  const found = await db.execute<Omit<CategoryRow, "productCount">>(sql`
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
  const items = (childrenOf.get(null) ?? []).map((top) => ({
    ...withoutParent(top),
    children: (childrenOf.get(top.id) ?? []).map(withoutParent),
  }));
  return { items };
}

function withoutParent({
  parentId: _parentId,
  ...category
}: CategoryRow): Omit<Category, "children"> {
  return category;
}

/** Collections in display order; a drop carries when it opens. */
export async function listCollections(
  { db }: ServiceContext,
  language: Language = defaultLanguage,
): Promise<{ items: Collection[] }> {
  const { facets } = await catalogIndex(db);
  const rows = await db.execute<Omit<Collection, "productCount">>(sql`
    select c.id, c.handle, coalesce(t.title, c.title) as title,
           coalesce(t.description, c.description) as description, c.hue,
           to_char(c.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt", c.admits
      from collection c
      left join collection_translation t on t.collection_id = c.id and t.language = ${language}
     order by c.position, c.title, c.id`);
  const items = rows.map((row) => ({
    ...row,
    productCount: facets.get(`collection:${row.handle}`)?.size ?? 0,
  }));
  return { items };
}
