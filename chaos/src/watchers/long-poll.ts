import { rest } from "./server-sent-events.ts";
import { Sightings } from "./sightings.ts";
import type { Watch } from "./watch.ts";

const waitSeconds = 5;

/** Asks `/api/v1/live/poll` again and again, each time behind what it has. */
export function watchByLongPoll({ urls, topics, random, over }: Watch): Sightings {
  const sightings = new Sightings("long poll", topics);
  void (async () => {
    let cursor = "";
    while (!over.aborted) {
      try {
        const query = `topics=${topics.join(",")}&wait=${waitSeconds}${cursor && `&after=${cursor}`}`;
        const patience = AbortSignal.timeout((waitSeconds + 10) * 1_000);
        const response = await fetch(`${random.pick(urls)}/api/v1/live/poll?${query}`, {
          signal: AbortSignal.any([over, patience]),
        });
        if (!response.ok) throw new Error(`poll: ${response.status}`);
        const polled = (await response.json()) as { frames: []; cursor: string };
        for (const frame of polled.frames) sightings.see(frame);
        cursor = polled.cursor || cursor;
      } catch {
        sightings.resumes++;
        await rest(random, over);
      }
    }
  })();
  return sightings;
}
