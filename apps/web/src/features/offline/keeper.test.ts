import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { regionIds } from "#features/region/regions.ts";
import { joinAddress } from "#i18n/addresses.ts";
import { languages } from "#i18n/languages.ts";
import { workerAddress } from "./keeper.ts";

const program = readFileSync(new URL("../../../public/sw.js", import.meta.url), "utf8");

type Place = { address: string; market: string | undefined; isChosen: boolean };

type Worker = { placeOf(url: string): Place; isOwn(url: string): boolean };

/** The worker's own functions, as it has them when it was registered at this address. */
function openWorker(address: string): Worker {
  const location = new URL(address, "https://shop.example");
  const self = { location, addEventListener: () => undefined };
  const context = createContext({ self, URL, caches: {} });
  runInContext(program, context);
  return context as Worker & typeof context;
}

test.each(languages.flatMap((language) => regionIds.map((region) => ({ language, region }))))(
  "the service worker finds $language and $region in an address",
  ({ language, region }) => {
    const { placeOf } = openWorker(workerAddress);
    for (const path of ["/", "/products/de-lamp", "/search"]) {
      const short = joinAddress({ language, path });
      const full = joinAddress({ language, region, path });
      expect(placeOf(short)).toEqual({ address: short, market: undefined, isChosen: false });
      expect(placeOf(full)).toEqual({ address: short, market: region, isChosen: false });
      expect(placeOf(`/${languages[0]}${joinAddress({ language: "en", region, path })}`)).toEqual({
        address: joinAddress({ language: "en", path }),
        market: region,
        isChosen: false,
      });
      expect(placeOf(`${short}?q=x&region=${region}`)).toMatchObject({
        market: region,
        isChosen: true,
      });
    }
  },
);

test("what is no language and no market stays in the address", () => {
  const { placeOf } = openWorker(workerAddress);
  const address = "/destinations/uk?region=moon";
  expect(placeOf(address)).toEqual({ address, market: undefined, isChosen: false });
});

test("a worker that was registered before it was told anything takes addresses as they are", () => {
  const { placeOf } = openWorker("/sw.js");
  expect(placeOf("/de/uk/cart")).toEqual({
    address: "/de/uk/cart",
    market: undefined,
    isChosen: false,
  });
});

test.each([
  ["/account/orders", true],
  ["/de/uk/orders/ord_1", true],
  ["/surveys/t", true],
  ["/ja/watches/confirm?token=t", true],
  ["/watches/end?token=t", true],
  ["/wishlist/t", true],
  ["/wishlist", false],
  ["/categories/watches", false],
  ["/cart", false],
])("whether %s is somebody's own, and never kept: %s", (address, isOwn) => {
  expect(openWorker(workerAddress).isOwn(`https://shop.example${address}`)).toBe(isOwn);
});
