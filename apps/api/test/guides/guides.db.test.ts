import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeProduct } from "@meridian/api/testing/products.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { createClient } from "@meridian/db/client.ts";
import { findProgram } from "@meridian/tooling/embedded/installer.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { afterAll, describe, expect, test } from "vitest";
import { guidePages } from "../../src/plugins/docs/guides.ts";
import { startShopProcesses } from "../shop-processes.ts";
import { token } from "../host-server.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 2 });
const scratch = await createScratch();
const shop = await startShopProcesses(scratch, database.url, await testRedis());
const locationId = await makeLocation(db);
const { variantIds } = await makeProduct(db, {
  title: "Tide teapot",
  locationId,
  variants: [{ eur: 1999, stock: 12 }],
});
const env = {
  ...process.env,
  MERIDIAN_URL: shop.url,
  MERIDIAN_TOKEN: token,
  VARIANT_ID: variantIds[0] ?? "",
};
/** Inside the package, so that the SDK is found as an integrator's program finds it. */
const folder = mkdtempSync(join(import.meta.dirname, ".run-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await shop.stop();
  scratch.remove();
  await db.$client.end();
});
const run = promisify(execFile);
const hasShell = ["bash", "curl", "jq"].every((name) => findProgram([name]));

/** What stands in a guide between fences of one language, as one program. */
function program(markdown: string, language: string): string {
  const fences = markdown.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"));
  return [...fences].map(([, code]) => code).join("\n");
}

/** What is shown being refused. */
const refused: Record<string, string[]> = { authenticate: ["401"] };

describe.each(guidePages().map(({ path }) => path))("%s", (path) => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const markdown = readFileSync(
    new URL(`../../../../docs/guides/${name}.md`, import.meta.url),
    "utf8",
  );

  test("its programs run", async () => {
    const file = join(folder, `${name}.ts`);
    writeFileSync(file, program(markdown, "ts"));
    const { stderr } = await run(process.execPath, [file], { env });
    expect(stderr).toBe("");
  });

  test.skipIf(!hasShell)("its shell commands run", async () => {
    const statuses = "curl() { command curl -w '%{stderr}%{http_code} ' \"$@\"; }";
    const script = ["set -euo pipefail", statuses, program(markdown, "sh")].join("\n");
    const { stderr } = await run("bash", ["-c", script], { env });
    expect(stderr.split(" ").filter((status) => status >= "4")).toEqual(refused[name] ?? []);
  });

  test("it is served, and its links to this API lead somewhere", async () => {
    const page = await fetch(shop.url + path);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("style-src 'sha256-");
    for (const [, link] of (await page.text()).matchAll(/href="(\/[^"#]*)/g)) {
      expect([link, (await fetch(`${shop.url}${link}`)).status]).toEqual([link, 200]);
    }
  });
});
