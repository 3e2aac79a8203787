import { expect, test } from "vitest";
import { createLog, logAnswered } from "./log.ts";

test("the line of an answer is what the library would write", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const answered = { method: "GET", route: "/api/v1/products", status: 200, durationMs: 0.25 };
  logAnswered(log, { requestId: "mine", ...answered });
  log.info({ reqId: "mine", ...answered }, "answered");
  const [own, library] = lines.map((line) => ({ ...(JSON.parse(line) as object), time: 0 }));
  expect(own).toEqual(library);
  expect(Object.keys(own ?? {})).toEqual(Object.keys(library ?? {}));
  logAnswered(createLog("warn", { write: (line) => void lines.push(line) }), {
    requestId: "mine",
    ...answered,
  });
  expect(lines).toHaveLength(2);
});
