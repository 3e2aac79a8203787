/** What `@upstash/redis` reads from a stream: `data: <kind>,<name>[,<channel>],<payload>` on one line. */
const frame = (...parts: string[]) => `data: ${parts.join(",")}\n\n`;

export type TopicKind = "subscribe" | "psubscribe";

/** The first frame: this stream now watches one channel or pattern. */
export const confirmationFrame = (kind: TopicKind, name: string) => frame(kind, name, "1");

export const messageFrame = (channel: string, payload: string) =>
  frame("message", channel, oneLine(payload));

/** @returns undefined for a channel whose name the format can't carry */
export function patternFrame(pattern: string, channel: string, payload: string) {
  return /[,\r\n]/.test(channel)
    ? undefined
    : frame("pmessage", pattern, channel, oneLine(payload));
}

/**
 * A raw line break would split the frame and lose the rest. In JSON it can only be white space
 * between tokens; any other text becomes a JSON string, which the client parses back to that text.
 */
function oneLine(payload: string): string {
  if (!/[\r\n]/.test(payload)) return payload;
  try {
    JSON.parse(payload);
    return payload.replaceAll(/[\r\n]+/g, " ");
  } catch {
    return JSON.stringify(payload);
  }
}
