/** Where the bearer token comes from. \`refused\`: the token that the API did not accept; another is wanted. */
export type TokenSource = (refused?: string) => Promise<string | undefined>;

/** A token as it is, a function that gets one, or nothing: a guest. */
export function tokenSource(token: string | TokenSource | undefined): TokenSource {
  if (typeof token === "function") return token;
  // Asking again with the same would be refused again.
  return async (refused) => (refused === undefined ? token : undefined);
}
