/** Where "now" comes from: injected, so that tests can move it. Stock expiry alone is decided by the database's clock. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
