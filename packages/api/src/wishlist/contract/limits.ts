/** What a wish list holds at most; in a file without schemas, since browsers need it, too. */
export const maxWishes = 200;
