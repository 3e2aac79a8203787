import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const tree = mkdtempSync(join(tmpdir(), "meridian-boundaries-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const api = "packages/api/src";

/** Each line: who imports whom, and the rule that must object (none: allowed). */
const imports: [from: string, to: string, rule: string | undefined][] = [
  [`${api}/cart/contract.ts`, `${api}/kernel/money.ts`, undefined],
  [`${api}/orders/contract.ts`, `${api}/cart/contract.ts`, undefined],
  [`${api}/catalog/contract.ts`, `${api}/kernel/trpc.ts`, "contract"],
  [`${api}/inventory/contract.ts`, `${api}/inventory/service.ts`, "contract"],
  [`${api}/cart/rules.ts`, `${api}/kernel/money.ts`, undefined],
  [`${api}/orders/rules.ts`, `${api}/kernel/context.ts`, "rules"],
  [`${api}/checkout/rules.ts`, "packages/db/src/schema.ts", "browser-safe"],
  [`${api}/cart/events.ts`, `${api}/cart/contract.ts`, undefined],
  [`${api}/orders/events.ts`, `${api}/cart/contract.ts`, "events"],
  [`${api}/cart/service.ts`, `${api}/inventory/service/holds.ts`, undefined],
  [`${api}/cart/service/lines.ts`, "packages/db/src/schema/cart.ts", undefined],
  [`${api}/checkout/service.ts`, `${api}/orders/service.ts`, undefined],
  [`${api}/inventory/service.ts`, `${api}/catalog/service.ts`, "service-inventory"],
  [`${api}/catalog/service.ts`, `${api}/cart/service.ts`, "service-catalog"],
  [`${api}/orders/service.ts`, `${api}/checkout/service.ts`, "service-orders"],
  [`${api}/promotions/service.ts`, "packages/db/src/client.ts", "service-client-types-only"],
  [`${api}/accounts/service.ts`, `${api}/accounts/router.ts`, "service-accounts"],
  [`${api}/cart/router.ts`, `${api}/cart/service.ts`, undefined],
  [`${api}/orders/router.ts`, "packages/db/src/client.ts", "router"],
  [`${api}/checkout/router.ts`, `${api}/cart/service.ts`, "router"],
  [`${api}/live/states.ts`, `${api}/cart/service.ts`, undefined],
  [`${api}/inventory/service/levels.ts`, `${api}/live/hub.ts`, "consumers-are-not-imported"],
  [`${api}/kernel/trpc.ts`, `${api}/cart/contract.ts`, "kernel"],
  ["apps/api/src/main.ts", `${api}/server.ts`, undefined],
  ["apps/worker/src/main.ts", "packages/db/src/client.ts", undefined],
  ["apps/api/src/serve.ts", `${api}/cart/service.ts`, "hosts"],
  ["apps/worker/src/relay.ts", "packages/db/src/schema.ts", "hosts"],
  ["apps/worker/src/http.ts", "apps/api/src/main.ts", "apps-apart"],
  ["tooling/reach.ts", "apps/api/src/main.ts", "apps-apart"],
  ["apps/web/src/cart.ts", `${api}/cart/rules.ts`, undefined],
  ["apps/web/src/bag.ts", `${api}/cart/service.ts`, "web"],
  ["apps/web/src/list.ts", "packages/db/src/client.ts", "web"],
  ["apps/web/src/client.ts", `${api}/root.ts`, "web-types-only"],
  ["apps/web/src/problem.ts", `${api}/kernel/trpc.ts`, "web-types-only"],
  ["packages/sdk/src/request.ts", `${api}/cart/contract.ts`, "sdk"],
  ["examples/erp/src/push.ts", "packages/sdk/src/index.ts", undefined],
  ["examples/erp/src/pull.ts", `${api}/inventory/contract.ts`, "examples"],
  ["examples/erp/src/main.ts", "packages/sdk/test/server.ts", "examples"],
  ["e2e/buy.ts", `${api}/kernel/money.ts`, "e2e"],
  ["packages/db/src/seed.ts", `${api}/cart/service.ts`, "db"],
  [`${api}/feedback/service.ts`, "tooling/testing/postgres.ts", "no-test-code-in-product"],
  [`${api}/cart/contract.test.ts`, `${api}/orders/service.ts`, undefined],
];

test("each boundary rule objects to what it forbids, and to nothing else", () => {
  const sources = new Map<string, string>();
  for (const [from, to] of imports) sources.set(from, "").set(to, "");
  imports.forEach(([from, to], index) => {
    const specifier = relative(dirname(from), to);
    const path = specifier.startsWith(".") ? specifier : `./${specifier}`;
    sources.set(from, `${sources.get(from) ?? ""}export { value as v${index} } from "${path}";\n`);
  });
  for (const [file, code] of sources) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${code}export const value = 1;\n`);
  }
  writeFileSync(join(tree, "tooling/tsconfig.base.json"), "{}");

  const objections = violations();
  for (const [from, to, rule] of imports) {
    const raised = objections.filter((each) => each.from === from && each.to === to);
    const names = raised.map((each) => each.rule.name);
    if (rule) expect(names, `${from} -> ${to}`).toContain(rule);
    // Forbidden imports of other lines may close a circle with this one.
    else
      expect(
        names.filter((name) => name !== "no-cycle"),
        `${from} -> ${to}`,
      ).toEqual([]);
  }
});

type Violation = { from: string; to: string; rule: { name: string } };

function violations(): Violation[] {
  const bin = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const config = join(root, ".dependency-cruiser.mjs");
  const args = [
    bin,
    "--config",
    config,
    "--output-type",
    "json",
    "apps",
    "packages",
    "examples",
    "e2e",
    "tooling",
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8" });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}
