/** How many stand side by side at most. */
export const maxCompared = 4;

/** The page that compares these, in this order. */
export function compareHref(handles: readonly string[]): string {
  return handles.length === 0
    ? "/compare"
    : `/compare?products=${handles.map(encodeURIComponent).join(",")}`;
}
