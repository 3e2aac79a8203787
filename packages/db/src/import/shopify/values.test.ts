import { expect, test } from "vitest";
import { convert, parseRate } from "./currency.ts";
import { htmlToText } from "./html-text.ts";
import {
  parseBoolean,
  parseCode,
  parseImageUrl,
  parseInteger,
  parseMoney,
  slug,
} from "./values.ts";

test.each([
  ["19.99", 2, 1999],
  ["0.29", 2, 29],
  ["50", 2, 5000],
  ["50.0", 2, 5000],
  ["50.", 2, 5000],
  ["1.10000", 2, 110],
  ["9999999.99", 2, 999_999_999],
  ["1999", 0, 1999],
  ["1999.00", 0, 1999],
  ["0", 2, 0],
])("%s with %i digits is %i minor units", (cell, digits, value) => {
  expect(parseMoney(cell, digits)).toEqual({ value });
});

test.each([
  "",
  "19.999",
  "-1",
  "1,299.00",
  "$5",
  "1e3",
  "abc",
  "NaN",
  " ",
  "9".repeat(15),
  "1.2.3",
  ".5",
])("%j is no amount of money", (cell) => expect(parseMoney(cell, 2)).toHaveProperty("reason"));

test("conversion is exact and rounds half away from zero", () => {
  const to = (minor: number, rate: string, currency: "EUR" | "JPY") =>
    convert(minor, "USD", currency, parseRate(rate)!);
  expect(to(5000, "0.92", "EUR")).toBe(4600);
  expect(to(1999, "155", "JPY")).toBe(3098); // 3098.45
  expect(to(50, "0.01", "EUR")).toBe(1); // 0.5
  expect(convert(3098, "JPY", "USD", parseRate("0.0065")!)).toBe(2014); // 20.137
  for (const wrong of ["", "0", "0.000", "-1", "1,5", "1e2"])
    expect(parseRate(wrong)).toBeUndefined();
});

test("whole numbers, booleans, codes, addresses", () => {
  expect(parseInteger("200.0")).toEqual({ value: 200 });
  expect(parseInteger("-3", -10)).toEqual({ value: -3 });
  for (const cell of ["", "1.5", "-3", "9999999999", "x"])
    expect(parseInteger(cell)).toHaveProperty("reason");
  expect(parseBoolean("TRUE", false)).toEqual({ value: true });
  expect(parseBoolean("", true)).toEqual({ value: true });
  expect(parseBoolean("ja", true)).toHaveProperty("reason");
  expect([parseCode("'00123"), parseCode(""), parseCode("'")]).toEqual(["00123", null, null]);
  expect(parseImageUrl("//cdn.example/a.jpg")).toEqual({ value: "https://cdn.example/a.jpg" });
  for (const cell of ["javascript:alert(1)", "a.jpg", "data:image/png;base64,AA"]) {
    expect(parseImageUrl(cell)).toHaveProperty("reason");
  }
  expect([slug("Home & Garden"), slug("Crème"), slug("!!")]).toEqual(["home-garden", "creme", ""]);
});

test.each([
  ["<p>One &amp; two</p><p>Three<br>four</p>", "One & two\n\nThree\nfour"],
  ["<ul><li>A</li><li>B</li></ul>", "• A\n• B"],
  ["plain\ntext", "plain\ntext"],
  ["a < b & c", "a < b & c"],
  ["<script>alert(1)</script>safe<style>x{}</style>", "safe"],
  ["<img src=x onerror=alert(1)>text", "text"],
  ["<scr<script>ipt>x", ""],
  ["never closed <a href='", "never closed"],
  ["&lt;b&gt; &#233; &#x2014; &#0; &nope;", "<b> é — &nope;"],
  ["<!-- hidden -->shown", "shown"],
])("%j as text", (html, text) => expect(htmlToText(html)).toBe(text));

test("hostile markup takes no more than a moment", () => {
  for (const part of ["<script>", "<li", "<!--", "<", "&#", "<a<"]) {
    expect(htmlToText(part.repeat(20_000)).length).toBeLessThanOrEqual(part.length * 20_000);
  }
});
