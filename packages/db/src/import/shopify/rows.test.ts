import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { groupRows } from "./group.ts";
import { type ImportedProduct, toProduct } from "./product.ts";
import { describeRefusal } from "./refusal.ts";
import { readRows } from "./rows.ts";

const directory = mkdtempSync(join(tmpdir(), "meridian-rows-"));
let files = 0;

async function read(content: string | Buffer) {
  const file = join(directory, `${files++}.csv`);
  writeFileSync(file, content);
  const reader = await readRows(file);
  const products: ImportedProduct[] = [];
  const refusals: string[] = [];
  for await (const group of groupRows(reader.rows)) {
    const read = toProduct(group, "USD");
    if ("product" in read) products.push(read.product);
    else refusals.push(...read.refusals.map(describeRefusal));
  }
  return { header: reader.header, products, refusals };
}

const head = "Handle,Title,Option1 Name,Option1 Value,Variant Price,Variant Inventory Qty";
const refusalsOf = async (...lines: string[]) => (await read([head, ...lines].join("\n"))).refusals;

describe("the file", () => {
  test("columns may come in any order, and those that are missing count as empty", async () => {
    const { products } = await read("variant price,TITLE,Handle\n5,Tea,tea");
    expect(products).toMatchObject([
      {
        handle: "tea",
        title: "Tea",
        status: "active",
        optionNames: [],
        variants: [{ priceMinor: 500 }],
      },
    ]);
  });

  test("a byte order mark, CRLF and quoted line breaks are understood, lines are counted right", async () => {
    const body = '"two\r\nlines"';
    const { products, refusals } = await read(
      `\uFEFFHandle,Title,Variant Price,Body (HTML)\r\na,A,1,${body}\r\n\r\nb,B,x,\r\nc,C,2,"say ""hi"""\r\n`,
    );
    expect(products.map((p) => [p.line, p.description])).toEqual([
      [2, "two\nlines"],
      [6, 'say "hi"'],
    ]);
    expect(refusals).toEqual(['line 5, Variant Price: "x" is not an amount such as 19.99']);
  });

  test.each([
    ["", "empty"],
    ["Title,Variant Price\n", '"Handle"'],
    ["Handle,Handle,Title,Variant Price\n", "twice"],
    [Buffer.from("\uFEFFHandle", "utf16le"), "UTF-16"],
    [Buffer.from("504b0304", "hex"), "spreadsheet"],
  ])("%j can't be read", async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  test("bytes that are not UTF-8 refuse their product only", async () => {
    const { products, refusals } = await read(
      Buffer.concat([
        Buffer.from(`${head}\na,Caf`),
        Buffer.from([0xe9]),
        Buffer.from(",,,1,\nb,B,,,2,\n"),
      ]),
    );
    expect(products.map((p) => p.handle)).toEqual(["b"]);
    expect(refusals).toEqual([
      "line 2, Title: holds bytes that are not UTF-8; save the file as UTF-8",
    ]);
  });

  test("a quote that is never closed says where", async () => {
    const { products, refusals } = await read(`${head}\na,A,,,1,\nb,"B,,,2,\nc,C,,,3,\n`);
    expect(products.map((p) => p.handle)).toEqual(["a"]);
    expect(refusals[0]).toMatch(/^line 3: a quote/);
  });
});

describe("products", () => {
  test("options come from the first row, values from each", async () => {
    const { products } = await read(`${head}\na,A,Size,S,1.50,2\na,,,M,2,-4\na,,,L,2.5,\n`);
    expect(products[0]?.optionNames).toEqual(["Size"]);
    expect(
      products[0]?.variants.map((v) => [v.options, v.priceMinor, v.quantity, v.isTracked]),
    ).toEqual([
      [{ Size: "S" }, 150, 2, true],
      [{ Size: "M" }, 200, 0, true],
      [{ Size: "L" }, 250, null, false],
    ]);
  });

  test("stock is counted unless nobody counts or the policy sells beyond it", async () => {
    const policy = (tracker: string, qty: string, rule: string) =>
      read(
        `Handle,Title,Variant Price,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy\na,A,1,${tracker},${qty},${rule}`,
      ).then(({ products }) => products[0]?.variants[0]?.isTracked);
    expect(await policy("", "1", "deny")).toBe(true);
    expect(await policy("shopify", "", "deny")).toBe(true);
    expect(await policy("", "", "deny")).toBe(false);
    expect(await policy("shopify", "5", "continue")).toBe(false);
  });

  test("pictures: by position, once each, variants linked to theirs", async () => {
    const columns =
      "Handle,Title,Variant Price,Option1 Name,Option1 Value,Image Src,Image Position,Image Alt Text,Variant Image";
    const [x, y, z] = ["https://c.example/x", "https://c.example/y", "https://c.example/z"];
    const { products } = await read(
      `${columns}\na,A,1,Color,Red,${y},2,Why,${x}\na,,1,,Blue,,,,${z}\na,,,,,${x},1,Ex,\na,,,,,${x},3,,\n`,
    );
    expect(products[0]?.images).toEqual([
      { src: x, alt: "Ex", variant: 0 },
      { src: y, alt: "Why", variant: null },
      { src: z, alt: "", variant: 1 },
    ]);
  });

  test("drafts, tags, codes, prices before, gift cards", async () => {
    const columns =
      "Handle,Title,Variant Price,Published,Tags,Variant SKU,Variant Compare At Price,Gift Card,Variant Grams";
    const { products } = await read(
      `${columns}\na,A,10,false,"x, y,,x",'007,12.5,true,200\nb,B,10,true,,,9,,\n`,
    );
    expect(products).toMatchObject([
      {
        status: "draft",
        tags: ["x", "y"],
        variants: [
          {
            sku: "007",
            compareAtMinor: 1250,
            requiresShipping: false,
            taxable: false,
            weightGrams: 200,
          },
        ],
      },
      { status: "active", variants: [{ sku: null, compareAtMinor: null, requiresShipping: true }] },
    ]);
  });
});

describe("refusals name line, column and reason, and take the whole product", () => {
  test.each([
    [["a,A,,,,"], 'line 2, Variant Price: "" is not an amount such as 19.99'],
    [["a,,,,1,"], "line 2, Title: is empty; the first row of a product carries its title"],
    [[",A,,,1,"], "line 2, Handle: is empty"],
    [
      ["a b,A,,,1,"],
      "line 2, Handle: must be a URL name of at most 200 characters, without spaces or slashes",
    ],
    [["a,A,Size,S,1,", "a,,,S,1,"], "line 3, Option1 Value: is the same variant as line 2"],
    [
      ["a,A,Size,S,1,", "a,,,,2,"],
      'line 3, Option1 Value: is empty, but the product has the option "Size"',
    ],
    [
      ["a,A,,S,1,", "a,,,M,2,"],
      "line 2, Option1 Name: is empty, but the product has several variants",
    ],
    [["a,A,,,1,many"], 'line 2, Variant Inventory Qty: "many" is not a whole number'],
    [["a,A,,,1"], "line 2: has 5 cells, the header 6; a comma or a quote is missing or too many"],
    [["a,A,,,1,", "a,,,,,"], "line 3, Image Src: is empty, and so is everything about a variant"],
    [
      ["a,A,,,1,", "b,B,,,1,", "a,,,X,1,"],
      'line 4, Handle: the rows of "a" must stand together, and it began at line 2; sort the file by Handle',
    ],
  ])("%j", async (lines, refusal) => {
    expect(await refusalsOf(...lines)).toContain(refusal);
  });

  test("the rest goes in", async () => {
    const { products, refusals } = await read(
      `${head}\na,A,,,1,\nb,B,Size,S,1,\nb,,,M,x,\nc,C,,,1,\n`,
    );
    expect(products.map((p) => p.handle)).toEqual(["a", "c"]);
    expect(refusals).toHaveLength(1);
  });
});
