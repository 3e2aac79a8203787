import { describe, expect, test } from "vitest";
import { demoCatalogue } from "./catalogue.ts";
import { collections } from "./collections.ts";
import { demoProducts, departments, leaves } from "./shop.ts";
import { shopWords } from "./translations.ts";

const entries = demoCatalogue();
const shelves = [...departments, ...leaves];
/** Reads the same everywhere: figures with their unit, sizes, standards. */
const isInternational = (value: string) =>
  /^[\d.,]+( x [\d.,]+)?( ?(cm|mm|m|ml|l|g|K))?$/.test(value) ||
  /^[A-Z\d]{1,4}([/-][A-Z\d]{1,3})?$/.test(value);
/** Words that are none of another language's. */
const english = /\b(the|and|with|of|for|your|that|which|from|keep|wash|takes?|made)\b/i;

describe.each(Object.entries(shopWords))("%s", (language, words) => {
  test("has every product, shelf and promotion, and none that there is not", () => {
    const sorted = (names: readonly string[]) => names.toSorted();
    expect(sorted(Object.keys(words.products))).toEqual(
      sorted(demoProducts.map(({ handle }) => handle)),
    );
    expect(sorted(Object.keys(words.categories))).toEqual(
      sorted(shelves.map(({ handle }) => handle)),
    );
    expect(sorted(Object.keys(words.collections))).toEqual(
      sorted(collections.map(({ handle }) => handle)),
    );
    expect(Object.keys(words.promotions)).toEqual(["WELCOME10"]);
  });

  test("has every option and value, except what reads the same everywhere", () => {
    const axes = demoProducts.flatMap((product) => product.axes);
    const missing = axes.flatMap(({ name, values }) => {
      const told = words.options[name];
      if (!told) return [name];
      return values
        .map(({ value }) => value)
        .filter((value) => told.values[value] === undefined && !isInternational(value));
    });
    expect(missing).toEqual([]);
    const used = new Set(
      axes.flatMap(({ name, values }) => values.map(({ value }) => `${name}: ${value}`)),
    );
    const unused = Object.entries(words.options).flatMap(([name, { values }]) =>
      Object.keys(values)
        .map((value) => `${name}: ${value}`)
        .filter((one) => !used.has(one)),
    );
    expect(unused).toEqual([]);
  });

  test("values of one option are told apart", () => {
    const twice = Object.entries(words.options).flatMap(([name, { values }]) => {
      const labels = Object.values(values);
      return labels
        .filter((label, at) => labels.indexOf(label) !== at)
        .map((label) => [name, label]);
    });
    expect(twice).toEqual([]);
  });

  test("titles are used once", () => {
    const titles = Object.values(words.products).map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test("nothing is left in English", () => {
    const told = entries.flatMap(({ product }) => {
      const { title, line, text, details } = words.products[product.handle] ?? {
        title: "",
        line: "",
        text: "",
        details: [],
      };
      const same = [product.title === title, product.line === line, product.text === text].some(
        Boolean,
      );
      return [title, line, text, ...details].filter((one) => same || english.test(one));
    });
    const labels = Object.entries(words.options).flatMap(([name, { label, values }]) => [
      [name, label],
      ...Object.entries(values),
    ]);
    expect(told).toEqual([]);
    expect(labels.filter(([, label]) => english.test(label ?? ""))).toEqual([]);
  });

  test.each(Object.entries(words.products))("%s reads well", (_, { line, text, details }) => {
    // Japanese says in one letter what takes two or three.
    const least = language === "ja" ? 0.4 : 1;
    expect(line.length).toBeGreaterThan(15 * least);
    expect(line.length).toBeLessThan(90);
    expect(text.length).toBeGreaterThan(90 * least);
    expect(text.length).toBeLessThan(330);
    expect(text.match(/[.!?。]/g)?.length).toBeGreaterThanOrEqual(2);
    for (const detail of details) expect(detail.length).toBeLessThan(60);
  });
});

test("Japanese is in Japanese letters", () => {
  const letters = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const { products, categories, collections: told, options } = shopWords.ja;
  const lines = [
    ...Object.values(products).flatMap(({ title, line, text }) => [title, line, text]),
    ...[categories, told].flatMap((words) =>
      Object.values(words).flatMap(({ title, line }) => [title, line]),
    ),
    ...Object.values(options).flatMap(({ label, values }) => [label, ...Object.values(values)]),
  ];
  expect(lines.filter((line) => !letters.test(line))).toEqual([]);
});
