/** Which categories a list offers to narrow it by. Pure. */
import type { Category, Facets } from "@meridian/api/catalog/contract.ts";

type Facet = Facets["categories"][number];

/**
 * Departments, and within the one that is chosen, or that holds all there is, its own categories.
 * @param chosen handle; empty: none
 */
export function categoryFacets(
  facets: readonly Facet[],
  tree: readonly Category[],
  chosen: string,
): (Facet & { isWithin: boolean })[] {
  const found = new Map(facets.map((facet) => [facet.value, facet]));
  const departments = tree.filter(({ handle }) => found.has(handle));
  const open =
    departments.length === 1
      ? departments[0]
      : departments.find(({ handle, children }) =>
          [handle, ...children.map((child) => child.handle)].includes(chosen),
        );
  return departments.flatMap((department) => {
    const shown = department === open ? [department, ...department.children] : [department];
    return shown.flatMap((category) => {
      const facet = found.get(category.handle);
      return facet ? [{ ...facet, isWithin: category !== department }] : [];
    });
  });
}
