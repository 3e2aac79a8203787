import type { Actor } from "./context.ts";

/** What procedures may know of the live hub. The kernel can't name its frames: they are the live capability's. */
export type LiveSource = {
  /** Frames of these topics from now on, or behind the cursor `after`, as the actor may see them. Ends when `signal` aborts. */
  stream(
    input: { topics: readonly string[]; after?: string | undefined; actor: Actor },
    signal?: AbortSignal,
  ): AsyncIterable<{ id: string; frame: unknown }>;
};
