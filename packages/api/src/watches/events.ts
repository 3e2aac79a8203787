import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { StockWatch } from "./contract.ts";

const { id: watchId, variantId } = StockWatch.shape;

/** Somebody waits for a variant, and has confirmed it. Carries nothing of whom. */
export const watchStarted = defineEvent("watch.started", "watch", z.object({ watchId, variantId }));
