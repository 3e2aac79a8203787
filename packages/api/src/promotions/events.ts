import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { PromotionId } from "./contract.ts";

const data = z.object({ promotionId: PromotionId, code: z.string().nullable() });

export const promotionCreated = defineEvent("promotion.created", "promotion", data);
export const promotionChanged = defineEvent("promotion.changed", "promotion", data);
export const promotionDeleted = defineEvent("promotion.deleted", "promotion", data);
