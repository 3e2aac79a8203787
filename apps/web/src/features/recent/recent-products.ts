import { StoredList } from "#browser/stored-list.ts";

/** Which products were looked at on this device. It stays here: nobody else is told, and signing out ends it. */
export const recentProducts = new StoredList("recent", 13);
