import { expect, test } from "vitest";
import { productsOfLines } from "./product-cells.ts";
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

async function read(from = begin): Promise<FileRecord[]> {
  async function* source() {
    yield bytes.subarray(from.byte);
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
