import { env } from "./env.ts";

export type Frame = { id: string; event: string; data: Record<string, unknown> };

/**
 * Reads `/api/v1/live` as a program does that has no browser.
 * @param after the id of the last frame seen, to resume behind it
 */
export async function* liveFrames(
  topics: readonly string[],
  signal: AbortSignal,
  after?: string,
): AsyncGenerator<Frame> {
  const response = await fetch(`${env.apiUrl}/api/v1/live?topics=${topics.join(",")}`, {
    headers: {
      accept: "text/event-stream",
      ...(after === undefined ? {} : { "last-event-id": after }),
    },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`live: ${response.status}`);
  let rest = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop() ?? "";
    yield* blocks.map(parse).filter((frame) => frame !== undefined);
  }
}

/** The first frame that fits. @throws when the stream ends before */
export async function frameWhere(
  frames: AsyncGenerator<Frame>,
  fits: (frame: Frame) => boolean,
): Promise<Frame> {
  for (;;) {
    const { value, done } = await frames.next();
    if (done) throw new Error("The stream ended before the frame that was waited for.");
    if (fits(value)) return value;
  }
}

function parse(block: string): Frame | undefined {
  const fields = new Map(
    block.split("\n").map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  const data = fields.get("data");
  if (data === undefined) return undefined;
  return {
    id: fields.get("id") ?? "",
    event: fields.get("event") ?? "message",
    data: JSON.parse(data) as Record<string, unknown>,
  };
}
