/** Pages that are shown at other addresses, in place of an answer without a page. */
export const standIns = { missing: "/missing", failed: "/failed" } as const;

/** Stands in the kept page where the number of this one failure goes. */
export const referenceMark = "0-reference-0";
