import { expect, test } from "vitest";
import { stockChanged } from "../inventory/events.ts";
import { event } from "../kernel/outbox.ts";
import { ChangeTags } from "./tags.ts";

const stock = (aggregateId: string, available: number) => ({
  type: "stock.changed",
  aggregateId,
  data: { variantId: aggregateId, available, version: 1 },
});
const own = (variantId: string, available: number) =>
  event(stockChanged, variantId, 1, { variantId, available, version: 1 });
const product = { type: "product.changed", aggregateId: "prod_a", data: {} };
const of = (tags: Set<string>) => [...tags].toSorted();

test("a product's change touches it and every list", () => {
  expect(of(new ChangeTags().ofLogged([product]))).toEqual(["prod_a", "products"]);
});

test("a rating touches what shows the product, what is published its reviews", () => {
  const changes = new ChangeTags();
  const data = { productId: "prod_a" };
  const rating = { type: "rating.changed", aggregateId: "prod_a", data };
  expect(of(changes.ofLogged([rating]))).toEqual(["prod_a", "products"]);
  const published = { type: "contribution.published", aggregateId: "ctb_a", data };
  const voted = { type: "votes.changed", aggregateId: "ctb_a", data };
  expect(of(changes.ofLogged([published]))).toEqual(["reviews:prod_a"]);
  expect(of(changes.ofLogged([voted]))).toEqual(["reviews:prod_a"]);
});

test("stock touches its variant; whether it turned is known from the second event on", () => {
  const changes = new ChangeTags();
  expect(of(changes.ofLogged([stock("var_a", 5)]))).toEqual(["turns", "var_a"]);
  expect(of(changes.ofLogged([stock("var_a", 4), stock("var_a", 3)]))).toEqual(["var_a"]);
  expect(of(changes.ofLogged([stock("var_a", 0)]))).toEqual(["turns", "var_a"]);
  expect(of(changes.ofLogged([stock("var_a", 0)]))).toEqual(["var_a"]);
  expect(of(changes.ofLogged([stock("var_a", 1)]))).toEqual(["turns", "var_a"]);
});

test("a turn there and back within one batch is one", () => {
  const changes = new ChangeTags();
  changes.ofLogged([stock("var_a", 5)]);
  expect(of(changes.ofLogged([stock("var_a", 0), stock("var_a", 5)]))).toEqual(["turns", "var_a"]);
});

test("own events ahead of the log teach nothing: the log may still tell of others before them", () => {
  const changes = new ChangeTags();
  changes.ofLogged([stock("var_a", 5)]);
  expect(of(changes.ofOwn([own("var_a", 0)]))).toEqual(["turns", "var_a"]);
  expect(of(changes.ofOwn([own("var_a", 4)]))).toEqual(["var_a"]);
  expect(of(changes.ofLogged([stock("var_a", 0)]))).toEqual(["turns", "var_a"]);
});

test("a product's change may be one of how its stock is counted, and missed events may be anything", () => {
  const changes = new ChangeTags();
  changes.ofLogged([stock("var_a", 5), product]);
  expect(of(changes.ofLogged([stock("var_a", 4)]))).toEqual(["turns", "var_a"]);
  changes.forget();
  expect(of(changes.ofLogged([stock("var_a", 3)]))).toEqual(["turns", "var_a"]);
});

test("what nobody keeps an answer of touches nothing", () => {
  const changes = new ChangeTags();
  expect(changes.ofLogged([{ type: "cart.changed", aggregateId: "cart_a", data: {} }]).size).toBe(
    0,
  );
});

test("what a category or a collection says is shown in many places", () => {
  const changes = new ChangeTags();
  const category = { type: "category.changed", aggregateId: "cat_a", data: {} };
  const collection = { type: "collection.changed", aggregateId: "col_a", data: {} };
  expect(of(changes.ofLogged([category]))).toEqual(["shelves"]);
  expect(of(changes.ofLogged([collection]))).toEqual(["shelves"]);
});
