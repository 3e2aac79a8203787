import { StoredList } from "#browser/stored-list.ts";
import { maxCompared } from "#features/comparison/compared.ts";

/** What is picked on this device to be compared. */
export const comparison = new StoredList("comparison", maxCompared);
