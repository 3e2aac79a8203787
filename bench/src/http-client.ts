import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export type Answer = { status: number; retryAfterMs: number; text: string };

/** One request on a connection that is kept. @returns status 599 when there was no answer */
export function send(
  url: string,
  method: string,
  body: object | undefined,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 599, retryAfterMs: 1_000, text: "" });
    const asked = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", failed);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 599,
          retryAfterMs: Number(response.headers["retry-after"] ?? 1) * 1_000,
          text: String(Buffer.concat(chunks)),
        }),
      );
    });
    asked.on("error", failed);
    if (text !== undefined) {
      asked.setHeader("content-type", "application/json");
      asked.setHeader("content-length", Buffer.byteLength(text));
    }
    asked.end(text);
  });
}
