import fc from "fast-check";
import type { ClaimedDelivery } from "@meridian/api/server.ts";
import { expect, test, vi } from "vitest";
import { SubjectLanes } from "./subject-lanes.ts";

const delivery = (seq: number, subject: string, waitMs = 0): ClaimedDelivery => ({
  seq,
  subject,
  waitMs,
  webhookId: "whk_1",
  eventId: `evt_${seq}`,
  type: "cart.changed",
  body: {},
  attempts: 0,
});

test("whatever fails and whenever: of each subject one at a time, in order, and none is left out", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 }),
      fc.infiniteStream(fc.record({ fails: fc.boolean(), which: fc.nat() })),
      (subjects, luck) => {
        const lanes = new SubjectLanes(10, () => {});
        for (const [seq, subject] of subjects.entries()) lanes.add(delivery(seq, subject));
        const onTheirWay: ClaimedDelivery[] = [];
        const done: ClaimedDelivery[] = [];
        for (let step = 0; lanes.size > 0 && step < 1_000; step++) {
          for (let next = lanes.next(); next !== undefined; next = lanes.next())
            onTheirWay.push(next);
          expect(new Set(onTheirWay.map(({ subject }) => subject)).size).toBe(onTheirWay.length);
          const { fails, which } = luck.next().value as { fails: boolean; which: number };
          const [one] = onTheirWay.splice(which % onTheirWay.length, 1);
          if (one === undefined) throw new Error("something waits, and nothing is due");
          if (fails && step < 500) lanes.retry(one, 0);
          else {
            lanes.settled(one);
            done.push(one);
          }
        }
        expect(done).toHaveLength(subjects.length);
        for (const [, events] of Map.groupBy(done, ({ subject }) => subject)) {
          expect(events.map(({ seq }) => seq)).toEqual(
            events.map(({ seq }) => seq).toSorted((a, b) => a - b),
          );
        }
      },
    ),
  );
});

test("what is not due yet holds back its subject, and no other", async () => {
  const onDue = vi.fn<() => void>();
  const lanes = new SubjectLanes(10, onDue);
  lanes.add(delivery(1, "a", 20));
  lanes.add(delivery(2, "a"));
  lanes.add(delivery(3, "b"));
  expect(lanes.next()?.seq).toBe(3);
  expect(lanes.next()).toBeUndefined();
  await vi.waitFor(() => expect(onDue).toHaveBeenCalledTimes(2), 60_000);
  expect(lanes.next()?.seq).toBe(1);
});

test("what waits for its next try, and behind it, is not in hand; nor is what is too much", () => {
  const lanes = new SubjectLanes(3, () => {});
  for (const seq of [1, 2]) lanes.add(delivery(seq, "a"));
  const first = lanes.next();
  if (first === undefined) throw new Error("nothing is due");
  lanes.retry(first, 60_000);
  lanes.add(delivery(3, "a"));
  lanes.add(delivery(4, "b", 60_000));
  expect([lanes.size, lanes.inHand]).toEqual([4, 0]);
  for (let seq = 5; seq < 10; seq++) lanes.add(delivery(seq, "c"));
  expect([lanes.size, lanes.inHand]).toEqual([9, 3]);
  for (let next = lanes.next(); next !== undefined; next = lanes.next()) lanes.settled(next);
  expect([lanes.size, lanes.inHand]).toEqual([4, 0]);
  lanes.clear();
});
