/**
 * The shop behind a server that releases it anew: each release has the same pages under another build id, and all
 * scripts and styles under other names; those of the release before are gone, as after a deploy.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { env } from "./env.ts";

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/** As long as before: what is streamed to the router counts its bytes. */
function turned(digit: string, by: number): string {
  const place = digits.indexOf(digit);
  return place < 0 ? digit : (digits.at((place + by) % digits.length) ?? digit);
}

const chunkName = /(static\/chunks\/(?:turbopack-)?)([0-9a-z])([\w~-]*\.(?:js|css))/g;
const buildId = /(\\?"b\\?":\\?")(.)([\w-]{20}\\?")/g;
const isText = /^(text\/(html|css|javascript|x-component)|application\/javascript)/;

export type Releases = { url: string; next(): void; close(): void };

export async function openReleases(): Promise<Releases> {
  let release = 0;
  const rename = (body: string, by: number) =>
    body.replaceAll(chunkName, (_, path: string, digit: string, rest: string) =>
      [path, turned(digit, by), rest].join(""),
    );
  const server = createServer((asked, answer) => {
    const target = new URL(rename(asked.url ?? "/", digits.length - release), env.webUrl);
    const headers = { ...asked.headers, "accept-encoding": "identity" };
    const onward = request(target, { method: asked.method, headers }, (found) => {
      void passOn(found, answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  });
  const passOn = async (found: IncomingMessage, answer: ServerResponse) => {
    const { "content-length": _, "transfer-encoding": __, ...headers } = found.headers;
    answer.writeHead(found.statusCode ?? 502, headers);
    if (!isText.test(headers["content-type"] ?? "")) return void found.pipe(answer);
    const body = rename(await text(found), release);
    answer.end(
      body.replaceAll(buildId, (_all, before: string, digit: string, rest: string) =>
        [before, turned(digit, release), rest].join(""),
      ),
    );
  };
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    next: () => void (release += 1),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
