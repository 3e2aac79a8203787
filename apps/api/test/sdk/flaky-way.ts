import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** What the way does to a request; "lost answer" is the one that hides an effect. */
export type Mishap = "none" | "lost request" | "lost answer" | "half an answer" | "bad gateway";

/**
 * A proxy in front of an API that loses requests and answers.
 * @param next what happens to the next request
 */
export async function flakyWay(port: number, next: () => Mishap) {
  const happened = new Map<Mishap, number>();
  const server = createServer(async (incoming, response) => {
    const mishap = next();
    happened.set(mishap, (happened.get(mishap) ?? 0) + 1);
    const body = await buffer(incoming);
    if (mishap === "lost request") return response.destroy();
    const { method, url, headers } = incoming;
    const onward = forward(
      { host: "127.0.0.1", port, method, path: url, headers },
      async (answer) => {
        const bytes = await buffer(answer);
        if (mishap === "lost answer") return response.destroy();
        if (mishap === "bad gateway") return response.writeHead(502).end("<h1>Bad gateway</h1>");
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        if (mishap === "none") return response.end(bytes);
        response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      },
    );
    onward.on("error", () => response.destroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, happened };
}
