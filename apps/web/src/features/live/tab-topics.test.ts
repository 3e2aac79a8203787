import { expect, test } from "vitest";
import { TabTopics } from "./tab-topics.ts";

const names = (tab: string, count: number) =>
  Array.from({ length: count }, (_, index) => `stock:${tab}${index}`);

function watching(topics: readonly string[], weight = 1): TabTopics {
  const tabs = new TabTopics();
  for (const topic of topics) tabs.add(topic, weight);
  return tabs;
}

test("tabs share the one stream evenly, and the heaviest come first", () => {
  const tabs = watching(names("a", 40));
  tabs.add("cart:a", 3);
  tabs.setOf("b", names("b", 40));
  const wanted = tabs.wanted();
  expect(wanted).toHaveLength(50);
  expect(wanted[0]).toBe("cart:a");
  expect(wanted.filter((topic) => topic.startsWith("stock:b"))).toHaveLength(25);
});

test("a tab that is gone without a word gives its share back", () => {
  const tabs = watching(names("a", 40));
  tabs.setOf("gone", names("gone", 40));
  tabs.setOf("quiet", names("quiet", 1));
  for (let beats = 0; beats < 5; beats++) {
    tabs.beat();
    tabs.setOf("quiet", names("quiet", 1));
  }
  expect(tabs.wanted().toSorted()).toEqual([...names("a", 40), "stock:quiet0"].toSorted());
});

test("a tab that only missed some heartbeats keeps it", () => {
  const tabs = watching([]);
  tabs.setOf("busy", ["stock:busy"]);
  for (let beats = 0; beats < 3; beats++) tabs.beat();
  expect(tabs.wanted()).toEqual(["stock:busy"]);
});
