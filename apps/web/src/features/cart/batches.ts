/** Which intents are sent, under which numbers: what all tabs of a browser must agree on. Pure. */
import type { CartOperation } from "@meridian/api/cart/contract.ts";
import { coalesce, numbered, type PendingIntent } from "#features/cart/intents.ts";

/** Under way until it is answered; sent again it has the same numbers, so the API knows it. */
export type Batch = {
  device: string;
  operations: CartOperation[];
  /** The intents that became these operations. */
  intents: PendingIntent[];
};

/** How far a browser is with sending. */
export type SendState = {
  device: string;
  /** The first number that was not given yet. */
  nextSeq: number;
  /** Under way. */
  batch: Batch | null;
  /** Ids of the intents that were answered last. */
  answered: string[];
};

/** Intents in one batch at most; the rest follow. */
const batchSize = 100;
/** Far more than a tab can be behind with seeing that intents are gone. */
const rememberedIntents = 1000;

export function newSendState(device: string): SendState {
  return { device, nextSeq: 0, batch: null, answered: [] };
}

/**
 * Has the batch that is under way, else the next one of these intents; none, when all of them are answered.
 * @param nowMs numbers follow the clock, so that a browser which lost what it wrote last gives none twice
 */
export function withBatch(
  state: SendState,
  intents: readonly PendingIntent[],
  nowMs: number,
): SendState {
  if (state.batch) return state;
  const answered = new Set(state.answered);
  const next = intents.filter(({ id }) => !answered.has(id)).slice(0, batchSize);
  if (next.length === 0) return state;
  const firstSeq = Math.max(state.nextSeq, nowMs);
  const operations = numbered(coalesce(next.map(({ intent }) => intent)), firstSeq);
  return {
    ...state,
    nextSeq: firstSeq + operations.length,
    batch: { device: state.device, operations, intents: next },
  };
}

/** None of the batch's intents is sent again. */
export function withoutBatch(state: SendState, { operations, intents }: Batch): SendState {
  const isCurrent = state.batch?.operations[0]?.seq === operations[0]?.seq;
  const answered = [...state.answered, ...intents.map(({ id }) => id)];
  return {
    ...state,
    batch: isCurrent ? null : state.batch,
    answered: answered.slice(-rememberedIntents),
  };
}
