import { expect, test } from "vitest";
import { mailHtml } from "./mail-html.ts";
import { mailText } from "./mail-text.ts";

const script = "<script>alert(1)</script>";
const place = { link: 'https://shop.example/orders/ord_1?a=1&b="2"', language: "de" } as const;
const words = {
  subject: `Wieder da: ${script}`,
  paragraphs: [
    `Für "${script}" & dich`,
    [
      { what: `2 x ${script}`, amount: "39,98 €" },
      { what: "Gesamt", amount: "44,88 €", note: "darin 7,17 € Steuer", isTotal: true },
    ],
    { label: `Das Paket ${script}:`, url: "https://parcels.example/?q=<1>" },
  ],
  button: "Zur <b>Bestellung</b>",
  after: [script],
};

test("nothing that anybody wrote is markup", () => {
  const html = mailHtml(words, place);
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<b>");
  expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)).toHaveLength(6);
  expect(html).toContain('href="https://shop.example/orders/ord_1?a=1&amp;b=&quot;2&quot;"');
  expect(html).toContain('href="https://parcels.example/?q=&lt;1&gt;"');
});

test("only addresses on the web are links", () => {
  const paragraphs = [{ label: "Follow it:", url: "javascript:alert(1)" }];
  expect(mailHtml({ ...words, paragraphs }, place)).not.toContain("javascript:");
});

test("the number of an order is not broken in the heading", () => {
  const html = mailHtml({ ...words, subject: "How was it? Your order M-100015" }, place);
  expect(html).toContain('order <span style="white-space:nowrap">M-100015</span></h1>');
  expect(html).toContain("<title>How was it? Your order M-100015</title>");
});

test("it says its language, has its figures in a table and its link as a button, beside the same words as text", () => {
  const html = mailHtml(words, place);
  expect(html).toContain('<html lang="de">');
  expect(html).toMatch(
    /<th scope="row"[^>]*>Gesamt<br>.*darin 7,17 € Steuer.*<\/th>\s*<td[^>]*>44,88 €<\/td>/,
  );
  expect(html).toMatch(/<a class="action" href="https:\/\/shop.example[^>]*>Zur /);
  expect(mailText(words, place)).toBe(
    [
      `Für "${script}" & dich`,
      `2 x ${script}: 39,98 €\nGesamt: 44,88 €, darin 7,17 € Steuer`,
      `Das Paket ${script}: https://parcels.example/?q=<1>`,
      place.link,
      `${script}\n`,
    ].join("\n\n"),
  );
});

test("what has no figures is a list", () => {
  const paragraphs = [[{ what: "1 x Tide teapot" }, { what: "2 x Cup" }]];
  const html = mailHtml({ ...words, paragraphs }, place);
  expect(html).not.toContain("<table");
  expect(html.match(/<li/g)).toHaveLength(2);
  expect(mailText({ ...words, paragraphs }, place)).toContain("1 x Tide teapot\n2 x Cup\n");
});
