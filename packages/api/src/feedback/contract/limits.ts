/** How long a comment may be; in a file without schemas, since browsers need it, too. */
export const maxComment = 2_000;
