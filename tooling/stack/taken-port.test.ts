import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../process/ports.ts";
import { Stack } from "./stack.ts";
import { createSteps } from "./steps.ts";

test("a start that is refused for a taken port leaves nothing behind", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const parent = mkdtempSync(join(tmpdir(), "meridian-taken-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const dataDirectory = join(parent, "data");
  const settings = { webPort: await freePort(), apiPort: port, dataDirectory };
  await expect(Stack.open(settings, "production", createSteps())).rejects.toThrow(
    `Port ${port} is taken`,
  );
  expect(existsSync(dataDirectory)).toBe(false);
});
