import type { LiveFrame } from "@meridian/api/live/contract.ts";
import { expect, test } from "vitest";
import { eventParser } from "./event-stream.ts";

function listen() {
  const heard: string[] = [];
  const parse = eventParser({
    onFrame: (frame: LiveFrame, cursor) => heard.push(`${frame.kind} ${cursor}`),
    onHeartbeat: () => heard.push("heartbeat"),
  });
  return { heard, parse };
}

const bytes =
  'retry: 900\n\n: ping\n\nevent: ready\ndata: {"kind":"ready"}\nid: a:1\n\n: ping\n\n: ping\n\n';
const whole = ["heartbeat", "heartbeat", "ready a:1", "heartbeat", "heartbeat"];

test("frames and heartbeats are told once each, in their order", () => {
  const { heard, parse } = listen();
  parse(bytes);
  expect(heard).toEqual(whole);
});

test("wherever the network cuts them", () => {
  for (let at = 0; at <= bytes.length; at++) {
    const { heard, parse } = listen();
    parse(bytes.slice(0, at));
    parse(bytes.slice(at));
    expect(heard).toEqual(whole);
  }
});
