import { randomBytes } from "node:crypto";
import type { Bench } from "./bench.ts";
import { loadHttp, type Target } from "./http-load.ts";
import { alternately, median } from "./measure.ts";
import { anyHandle } from "./reads.ts";
import { withShop } from "./shop.ts";

const connections = 50;
const rounds = 5;
const warmUps = 3;
const durationMs = 2_000;

export const auth: Bench = {
  name: "auth",
  shows:
    "the reads of rest-read with an access token, 50 connections, against the same without one",
  bars: [
    { of: "list / without", atLeast: 0.9 },
    { of: "detail / without", atLeast: 0.9 },
    { of: "304 / without", atLeast: 0.9 },
  ],
  async run() {
    const client = { id: "client_bench", secret: randomBytes(32).toString("hex") };
    const env = {
      LOG_LEVEL: "info",
      MERIDIAN_DEMO_CLIENT_ID: client.id,
      MERIDIAN_DEMO_CLIENT_SECRET: client.secret,
    };
    return await withShop({ env }, async ({ apis: [api] }) => {
      if (api === undefined) throw new Error("no API");
      const authorization = `Bearer ${await requestToken(api.url, client)}`;
      const figures: Record<string, number> = {};
      const ratios: Record<string, number> = {};
      for (const [name, target] of Object.entries(await targetsOf(api.url))) {
        const rate = async (one: Target) =>
          (await loadHttp(one, connections, durationMs)).perSecond;
        const withToken = { ...target, headers: { ...target.headers, authorization } };
        const samples = await alternately(
          rounds,
          { with: () => rate(withToken), without: () => rate(target) },
          warmUps,
        );
        figures[`${name} /s`] = median(samples.with);
        figures[`${name} without /s`] = median(samples.without);
        ratios[`${name} / without`] = median(samples.with) / median(samples.without);
      }
      return { figures, ratios, conditions: { connections, rounds, warmUps } };
    });
  },
};

async function targetsOf(api: string): Promise<Record<string, Target>> {
  const list = `${api}/api/v1/products?limit=20`;
  const etag = (await fetch(list)).headers.get("etag") ?? "";
  return {
    list: { url: list, status: 200 },
    detail: { url: `${api}/api/v1/products/${await anyHandle(api)}`, status: 200 },
    "304": { url: list, headers: { "if-none-match": etag }, status: 304 },
  };
}

async function requestToken(
  api: string,
  { id, secret }: { id: string; secret: string },
): Promise<string> {
  const answer = await fetch(`${api}/oauth2/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token: ${answer.status}`);
  return token;
}
