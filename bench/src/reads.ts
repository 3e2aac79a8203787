/** Reads of one face beside a bare Fastify route that answers the same bytes with the same headers. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { waitForHttp } from "@meridian/tooling/process/ready.ts";
import { root } from "@meridian/tooling/stack/env.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { startTestServer } from "@meridian/tooling/testing/server.ts";
import type { BareAnswer } from "./bare-routes.ts";
import type { BenchResult } from "./bench.ts";
import { loadHttp, type Target } from "./http-load.ts";
import { alternately, median } from "./measure.ts";
import { cpuMs } from "./process-meter.ts";
import { withShop, type ShopProcess } from "./shop.ts";

const connections = 50;
/** Many short ones: what disturbs the machine falls on both servers of a round, or on few rounds. */
const rounds = 15;
/** Until both servers' code is compiled for what is asked of it. */
const warmUps = 6;
const durationMs = 1_000;

/** What is read, by its name in the figures: an address, and whether the caller has it already. */
export type Reads = Record<string, { path: string; isConditional?: boolean }>;

type Sample = { perSecond: number; cpuUs: number };

export async function measureReads(readsOf: (api: string) => Promise<Reads>): Promise<BenchResult> {
  // With its request log, as it is run; a line costs what it costs.
  return await withShop({ env: { LOG_LEVEL: "info" } }, async ({ apis }) => {
    const [api] = apis;
    if (api === undefined) throw new Error("no API");
    const reads = await readsOf(api.url);
    const targets = await Promise.all(
      Object.entries(reads).map(async ([name, read]) => ({ name, ...(await targetOf(api, read)) })),
    );
    const result: BenchResult = { figures: {}, ratios: {}, conditions: {} };
    await withBareRoutes(targets, async (bare) => {
      for (const [number, { name, target }] of targets.entries()) {
        const { search } = new URL(target.url);
        const floor = { ...target, url: `${bare.url}/bare/${number}${search}` };
        const samples = await alternately(
          rounds,
          { shop: () => sample(api, target), bare: () => sample(bare, floor) },
          warmUps,
        );
        add(result, name, samples);
      }
    });
    const bytes = targets.map(({ name, answer }) => [`${name} bytes`, answer.body.length]);
    const conditions = { connections, warmUps, rounds, "seconds a round": durationMs / 1000 };
    return { ...result, conditions: { ...conditions, ...Object.fromEntries(bytes) } };
  });
}

function add(
  { figures, ratios }: BenchResult,
  name: string,
  { shop, bare }: Record<"shop" | "bare", Sample[]>,
) {
  const of = (samples: Sample[], figure: keyof Sample) => median(samples.map((one) => one[figure]));
  /** Of the rounds' own ratios, not of the medians: those are of different moments. */
  const ratioOf = (over: Sample[], under: Sample[], figure: keyof Sample) =>
    median(over.map((one, round) => one[figure] / (under[round]?.[figure] ?? Number.NaN)));
  figures[`${name} /s`] = of(shop, "perSecond");
  figures[`${name} bare /s`] = of(bare, "perSecond");
  figures[`${name} server CPU us`] = of(shop, "cpuUs");
  figures[`${name} bare server CPU us`] = of(bare, "cpuUs");
  ratios[`${name} / bare`] = ratioOf(shop, bare, "perSecond");
  ratios[`${name} bare CPU / CPU`] = ratioOf(bare, shop, "cpuUs");
}

async function sample(server: ShopProcess, target: Target): Promise<Sample> {
  const before = cpuMs(server.pid);
  const { perSecond } = await loadHttp(target, connections, durationMs);
  const cpuUs = ((cpuMs(server.pid) - before) * 1000) / ((perSecond * durationMs) / 1000);
  return { perSecond, cpuUs };
}

/** The request to load with, and the answer that it gets. */
async function targetOf(
  { url }: ShopProcess,
  { path, isConditional = false }: Reads[string],
): Promise<{ target: Target; answer: BareAnswer }> {
  const address = `${url}${path}`;
  const plain = await fetch(address, { headers: { "accept-encoding": "identity" } });
  const body = await plain.text();
  if (plain.status !== 200) throw new Error(`${path} answered ${plain.status}`);
  if (!isConditional) {
    const answer = { status: 200, headers: headersOf(plain), body };
    return { target: { url: address, status: 200 }, answer };
  }
  const headers = { "if-none-match": plain.headers.get("etag") ?? "" };
  const short = await fetch(address, { headers });
  const answer = { status: short.status, headers: headersOf(short), body: "" };
  return { target: { url: address, headers, status: 304 }, answer };
}

/** Without those that Node writes by itself. */
function headersOf({ headers }: Response): Record<string, string> {
  const own = new Set(["date", "connection", "keep-alive", "content-length", "transfer-encoding"]);
  return Object.fromEntries([...headers].filter(([name]) => !own.has(name)));
}

async function withBareRoutes(
  targets: readonly { answer: BareAnswer }[],
  use: (bare: ShopProcess) => Promise<void>,
): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const scratch = await createScratch();
  stack.defer(() => scratch.remove());
  const file = join(scratch.directory, "answers.json");
  writeFileSync(file, JSON.stringify(targets.map(({ answer }) => answer)));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startTestServer(
    scratch,
    "bare",
    {
      command: process.execPath,
      args: [join(root, "bench/src/bare-routes.ts"), String(port), file],
      cwd: scratch.directory,
      env: { ...process.env, NODE_ENV: "production" },
    },
    () => waitForHttp(`${url}/healthz`, 30_000),
  );
  stack.defer(() => server.stop());
  await use({ pid: server.pid, url });
}

/** Some product's handle. */
export async function anyHandle(api: string): Promise<string> {
  const page = (await (await fetch(`${api}/api/v1/products?limit=1`)).json()) as {
    items: { handle: string }[];
  };
  const [item] = page.items;
  if (item === undefined) throw new Error("the shop is empty");
  return item.handle;
}
