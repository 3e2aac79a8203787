import { getLocale } from "next-intl/server";
import { getCategories } from "#features/catalog/catalog-data.ts";

/** A category with its place in the tree; null when there is none of that handle. */
export async function findCategory(handle: string) {
  const categories = await getCategories(await getLocale());
  for (const department of categories) {
    if (department.handle === handle) {
      return { category: department, parent: null, siblings: department.children };
    }
    const child = department.children.find((item) => item.handle === handle);
    if (child) return { category: child, parent: department, siblings: department.children };
  }
  return null;
}
