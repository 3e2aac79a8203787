import { readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { declaredEvents } from "./declared.ts";

const capabilities = join(import.meta.dirname, "..");

test("every capability's events are in the feed's description, each name once", async () => {
  const files = readdirSync(capabilities)
    .map((name) => join(capabilities, name, "events.ts"))
    .filter((file) => existsSync(file));
  const exported = await Promise.all(files.map((file) => import(file) as Promise<object>));
  const names = exported.flatMap((events) =>
    Object.values(events as Record<string, { name: string }>).map(({ name }) => name),
  );
  expect(names.length).toBeGreaterThan(10);
  expect(declaredEvents.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
});
