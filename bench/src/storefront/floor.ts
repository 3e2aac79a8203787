import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import type { Browser } from "@playwright/test";

const phone = { width: 412, height: 823 };
const types: Record<string, string> = { ".avif": "image/avif", ".webp": "image/webp" };

/** In the page: each picture as large as the storefront shows it, in the formats and widths that it offers. */
const wordsAndPictures = `
  [...document.querySelectorAll("main picture, main h1, main h2, main h3, main p")]
    .map((element) => {
      const { tagName, textContent, outerHTML } = element;
      if (tagName !== "PICTURE") return "<" + tagName + ">" + textContent + "</" + tagName + ">";
      const { width, height } = element.querySelector("img").getBoundingClientRect();
      return '<div style="width:' + width + "px;height:" + height + 'px">' + outerHTML + "</div>";
    })
    .join("\\n")`;

/** Pages that hold nothing but words and the same pictures as the storefront's: nothing can be faster with these. */
export type Floor = {
  /** Makes the floor of a storefront page. @returns its address */
  lay(url: string): Promise<string>;
  close(): void;
};

/** @param mediaDirectory where the shop's pictures lie, which the floor serves from the disk */
export async function openFloor(browser: Browser, mediaDirectory: string): Promise<Floor> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://floor").pathname;
    const html = pages.get(path);
    if (html !== undefined) {
      response.setHeader("content-type", "text/html; charset=utf-8").end(html);
      return;
    }
    const file = join(mediaDirectory, normalize(path.replace(/^\/media/, "")));
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined || !path.startsWith("/media/")) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[file.slice(file.lastIndexOf("."))] ?? "application/octet-stream",
      "content-length": size,
      "cache-control": "public, max-age=31536000, immutable",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the floor has no port");
  return {
    close: () => void server.close(),
    async lay(url) {
      const path = `/floor-${pages.size + 1}`;
      pages.set(path, await plainPage(browser, url));
      return `http://127.0.0.1:${address.port}${path}`;
    },
  };
}

async function plainPage(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage({ viewport: phone });
  try {
    await page.goto(url);
    const body: unknown = await page.evaluate(wordsAndPictures);
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor</title>
<meta name="viewport" content="width=device-width"><style>img{width:100%;height:100%;object-fit:cover}</style>
<main>${String(body)}</main></html>`;
  } finally {
    await page.close();
  }
}
