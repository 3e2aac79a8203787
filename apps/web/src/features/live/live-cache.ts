/** Where the newest state of a topic lives in the query cache: one place for fetched and pushed alike. */
export function liveKey(topic: string): readonly [string, string] {
  return ["live", topic] as const;
}

/** For `setQueryData`: what is older than what is there changes nothing. Of one version the one heard last: a cart has the prices of then. */
export function newer<T extends { version: number }>(next: T): (old: T | null | undefined) => T {
  return (old) => (old && old.version > next.version ? old : next);
}
