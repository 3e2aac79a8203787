import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../random.ts";
import { Sightings } from "./sightings.ts";
import type { Watch } from "./watch.ts";

/** Nothing for this long, not even a ping: the stream is dead although nobody said so. */
const silenceMs = 35_000;

/** Reads `/api/v1/live`, and resumes behind the last frame when the stream ends. */
export function watchByServerSentEvents({ urls, topics, random, over }: Watch): Sightings {
  const sightings = new Sightings("server-sent events", topics);
  void (async () => {
    let after: string | undefined;
    while (!over.aborted) {
      try {
        for await (const block of blocks(random.pick(urls), topics, after, over)) {
          const fields = parse(block);
          if (fields.data) sightings.see(JSON.parse(fields.data));
          after = fields.id ?? after;
        }
      } catch {
        // Refused or cut: that is what resuming is for.
      }
      sightings.resumes++;
      await rest(random, over);
    }
  })();
  return sightings;
}

async function* blocks(
  url: string,
  topics: readonly string[],
  after: string | undefined,
  over: AbortSignal,
): AsyncGenerator<string> {
  const silent = new AbortController();
  let watchdog = setTimeout(() => silent.abort(), silenceMs);
  try {
    const response = await fetch(`${url}/api/v1/live?topics=${topics.join(",")}`, {
      headers: { accept: "text/event-stream", ...(after && { "last-event-id": after }) },
      signal: AbortSignal.any([over, silent.signal]),
    });
    if (!response.ok || !response.body) throw new Error(`live: ${response.status}`);
    let rest = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => silent.abort(), silenceMs);
      const parts = (rest + chunk).split("\n\n");
      rest = parts.pop() ?? "";
      yield* parts;
    }
  } finally {
    clearTimeout(watchdog);
  }
}

function parse(block: string): { id?: string; data?: string } {
  return Object.fromEntries(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
}

export async function rest(random: Random, over: AbortSignal): Promise<void> {
  await sleep(random.between(50, 400), undefined, { signal: over }).catch(() => {});
}
