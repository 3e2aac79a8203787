import { declaredEvents } from "@meridian/api/server.ts";
import { Parser } from "@asyncapi/parser";
import { expect, test } from "vitest";
import { asyncApiDocument } from "./document.ts";

const { document, diagnostics } = await new Parser().parse(
  JSON.stringify(asyncApiDocument("https://shop.example")),
);

test("AsyncAPI's own parser has nothing to say against it", () => {
  // Severity 2 is information: that there are newer versions of the specification than 3.0.
  const complaints = diagnostics.filter(({ severity }: { severity: number }) => severity < 2);
  expect(complaints.map(({ message, path }) => `${path.join("/")}: ${message}`)).toEqual([]);
});

test("every event is there, with the shape of its data", () => {
  const messages = document?.messages().all() ?? [];
  expect(messages.map((message) => message.name() ?? "").toSorted()).toEqual(
    declaredEvents.map(({ name }) => `meridian.${name}`).toSorted(),
  );
  const placed = messages.find((message) => message.name() === "meridian.order.placed");
  const [event, own] = placed?.payload()?.allOf() ?? [];
  expect(event?.required()).toEqual(expect.arrayContaining(["id", "source", "type", "position"]));
  expect(own?.property("data")?.required()).toEqual(["orderId", "number", "state"]);
});

test("a broken document is found", async () => {
  const broken = {
    ...asyncApiDocument("https://shop.example"),
    channels: { events: { address: 7 } },
  };
  const { diagnostics } = await new Parser().parse(JSON.stringify(broken));
  expect(diagnostics.some(({ severity }: { severity: number }) => severity === 0)).toBe(true);
});
