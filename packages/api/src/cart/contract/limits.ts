/** What a cart holds at most; in a file without schemas, since the rules need it in browsers too. */
export const maxLines = 100;
export const maxQuantity = 999;
