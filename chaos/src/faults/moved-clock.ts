/**
 * Preloaded into a process (`--import`), it moves what the process takes for the time by
 * CHAOS_CLOCK_OFFSET_MS. Timers and the monotonic clock go on as they are, as when an operator sets a
 * machine's clock.
 */
const offsetMs = Number(process.env["CHAOS_CLOCK_OFFSET_MS"] ?? 0);
const TrueDate = Date;

globalThis.Date = class extends TrueDate {
  constructor(...given: [] | ConstructorParameters<typeof TrueDate>) {
    if (given.length === 0) super(TrueDate.now() + offsetMs);
    else super(...given);
  }

  static override now(): number {
    return TrueDate.now() + offsetMs;
  }
} as DateConstructor;
