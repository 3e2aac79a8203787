import { AsyncLocalStorage } from "node:async_hooks";

/** What is to be known of an answer before it goes out. */
export type PageRecord = {
  /** What the page says of itself: Next lets it say 404 alone. */
  status?: number;
  /** Of the failure that kept it from being made. */
  reference?: string;
  /** What a form's action hands to the page that answers it. */
  handed?: unknown;
};

const key = Symbol.for("meridian.page-record");
const shared = globalThis as { [key]?: AsyncLocalStorage<PageRecord> };

/** Pages and the server's start are bundled apart, each with its own copy of this file. */
const records = (shared[key] ??= new AsyncLocalStorage());

/** From here on, whatever this request causes writes into the record. */
export function beginPageRecord(): PageRecord {
  const record: PageRecord = {};
  records.enterWith(record);
  return record;
}

/** For pages that are made anew for each visit: a kept one is not asked again. */
export function setPageStatus(status: number): void {
  const record = records.getStore();
  if (record) record.status = status;
}

export function noteFailure(reference: string): void {
  const record = records.getStore();
  if (record) record.reference ??= reference;
}

/** From the action of a form that was posted without scripts: React 19.3 does not bring its state into a page of Next 16.4.6 that is made in two parts. */
export function handToPage(value: unknown): void {
  const record = records.getStore();
  if (record) record.handed = value;
}

export const handedToPage = () => records.getStore()?.handed;
