/** What one shop exports, another one imports: nothing of a product is lost on the way, whatever is in it. */
import { createClient, type Database } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { importer, importRunner, makeImport, textOf } from "../../../testing/imports.ts";
import { addCategory } from "../../catalog/service/shelves/categories.ts";
import { addCollection } from "../../catalog/service/shelves/collections.ts";
import type { FileFormat } from "../contract.ts";
import { addJob } from "../service.ts";
import { readFile } from "./file.ts";
import { runExports } from "./run-exports.ts";

async function makeShop() {
  const { url } = await testDatabase();
  const db = createClient(url, { max: 6 });
  afterAll(() => db.$client.end());
  const ctx = testContext(db, { actor: importer });
  for (const handle of ["kitchen", "garden"]) {
    await addCategory(ctx, { handle, title: handle });
    await addCollection(ctx, { handle, title: handle });
  }
  return { db, ...importRunner(ctx), exported: (format: FileFormat) => exported(db, format) };
}
const [here, there] = [await makeShop(), await makeShop()];

async function exported(db: Database, format: FileFormat): Promise<string> {
  const ctx = testContext(db, { actor: importer });
  const { id } = await addJob(ctx, "export", { subject: "products", format });
  expect(await runExports(ctx)).toBe(1);
  return await textOf(readFile(db, id, 0));
}

async function imported(shop: typeof here, format: FileFormat, file: string): Promise<void> {
  const { id } = await makeImport(shop.db, { subject: "products", format }, file);
  const job = await shop.run(id);
  expect([await shop.refusalsOf(id), job.state, job.failure]).toEqual([[], "done", null]);
}

const text = (minLength = 0, maxLength = 12) =>
  fc.string({ unit: fc.constantFrom(...`aZ9é日🌊|\\",;=-'\n\r\t `), minLength, maxLength });
const names = (most: number) => fc.uniqueArray(text(1), { minLength: 1, maxLength: most });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const currencies = { eu: "EUR", uk: "GBP", us: "USD", jp: "JPY" };
const prices = fc
  .dictionary(
    fc.constantFrom(...Object.keys(currencies)),
    fc.tuple(fc.nat(9_999), fc.option(fc.nat(99))),
  )
  .map((market) =>
    Object.entries(market).map(([region, [amountMinor, off]]) => {
      const currency = currencies[region as keyof typeof currencies];
      const compareAt = off === null ? null : { amountMinor: amountMinor + off, currency };
      return { region, price: { amountMinor, currency }, compareAt };
    }),
  );

const axes = fc
  .uniqueArray(
    fc.record({
      name: text(1),
      values: names(3),
      swatches: fc.array(maybe(text(1)), { minLength: 3, maxLength: 3 }),
    }),
    {
      maxLength: 3,
      selector: ({ name }) => name,
    },
  )
  .map((all) =>
    all.map(({ name, values, swatches }) => ({
      name,
      values: values.map((value, place) => ({ value, swatch: swatches[place] })),
    })),
  );
type Axes = { name: string; values: { value: string }[] }[];
const combinations = ([first, ...more]: Axes): Record<string, string>[] =>
  first === undefined
    ? [{}]
    : first.values.flatMap(({ value }) =>
        combinations(more).map((rest) => ({ [first.name]: value, ...rest })),
      );
const variant = (options: Record<string, string>) =>
  fc.record({
    options: fc.constant(options),
    sku: fc.option(fc.uuid()),
    title: maybe(text(1)),
    barcode: fc.option(text(1)),
    weightGrams: fc.nat(5_000),
    requiresShipping: fc.boolean(),
    taxable: fc.boolean(),
    isTracked: fc.boolean(),
    prices,
  });

const product = axes.chain((options) =>
  fc.shuffledSubarray(combinations(options), { minLength: 1 }).chain((sold) =>
    fc.record({
      handle: fc.uuid(),
      title: text(1),
      subtitle: text(),
      description: text(0, 60),
      details: fc.array(text(1), { maxLength: 3 }),
      vendor: text(),
      productType: text(),
      tags: fc.uniqueArray(text(1), { maxLength: 3 }),
      status: fc.constantFrom("draft", "active", "archived"),
      holdOnAdd: fc.boolean(),
      hue: fc.nat(359),
      categories: fc.subarray(["kitchen", "garden"]),
      collections: fc.subarray(["kitchen", "garden"]),
      options: fc.constant(options),
      variants: fc.tuple(...sold.map(variant)),
      images: fc
        .array(fc.tuple(text(), fc.option(fc.nat(sold.length - 1))), { maxLength: 4 })
        .map((all) =>
          all.map(([alt, shown], place) => ({
            src: `https://p.example/${place}|,.jpg`,
            alt,
            variant: shown,
          })),
        ),
    }),
  ),
);

/** What one shop has of a product and another can't have. */
const own = new Set(["id", "version", "publishedAt", "createdAt", "updatedAt"]);
const records = (ndjson: string) =>
  ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map(
      (line) =>
        JSON.parse(line, (name, value: unknown) => (own.has(name) ? undefined : value)) as {
          handle: string;
        },
    )
    .toSorted((a, b) => (a.handle < b.handle ? -1 : 1));

test.each(["csv", "ndjson"] as const)(
  "another shop has the same products, and exports the same: %s",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 5 }), async (products) => {
        for (const { db } of [here, there]) await db.$client`truncate product cascade`;
        await imported(here, "ndjson", products.map((one) => `${JSON.stringify(one)}\n`).join(""));
        await imported(there, format, await here.exported(format));
        const [first, second] = [await here.exported("ndjson"), await there.exported("ndjson")];
        expect(records(second)).toEqual(records(first));
        // And once more, into what is there: nothing changes.
        await imported(there, format, await there.exported(format));
        expect(records(await there.exported("ndjson"))).toEqual(records(first));
      }),
      { numRuns: 15 },
    );
  },
);
