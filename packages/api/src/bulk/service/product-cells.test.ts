import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "./encode.ts";
import { productCells, productColumns } from "./product-cells.ts";
import { productsOfLines } from "./product-lines.ts";
import { begin, readRecords, type FileRecord } from "./records.ts";

const bytes = Buffer.from(
  [
    "handle,title,option1,value1,sku",
    "a,A,Size,S,a-s",
    "b,B,Size,S",
    "b,B,Size,M,b-m",
    "b,,Size,L,b-l",
    "c,C,Size,S,c-s",
    "",
  ].join("\n"),
);

async function read(from = begin, file = bytes): Promise<FileRecord[]> {
  async function* source() {
    yield file.subarray(from.byte);
  }
  const all: FileRecord[] = [];
  const records = readRecords("csv", from, source());
  for await (const one of productsOfLines(records, from, new Map())) all.push(one);
  return all;
}

test("what is read is the same wherever another process goes on", async () => {
  const all = await read();
  expect(all.map((one) => [one.line, "fields" in one])).toEqual([
    [2, false],
    [4, false],
    [6, true],
  ]);
  for (const [index, { next }] of all.entries())
    expect(await read(next)).toEqual(all.slice(index + 1));
});

test("what a list holds comes back as it went out, whatever is in it", async () => {
  const none = { tags: [], categories: [], collections: [], images: [], options: [] };
  const variants = [{ options: {}, prices: [] }];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[ab|\\]{1,6}$/), { minLength: 1, maxLength: 4 }),
      async (details) => {
        const [line = {}] = productCells({ handle: "pipe", ...none, variants, details });
        const cells = productColumns.map((name) => line[name]);
        const file = Buffer.from(csvLine(productColumns) + csvLine(cells));
        expect(await read(begin, file)).toMatchObject([{ fields: { details } }]);
      },
    ),
  );
});
