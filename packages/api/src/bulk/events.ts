import { defineEvent } from "../kernel/outbox.ts";
import { Job } from "./contract.ts";

/** A job has come further, or has ended. Carries its state. */
export const jobChanged = defineEvent("job.changed", "job", Job);
