import { afterEach, expect, test, vi } from "vitest";
import { deviceStorage } from "./storage.ts";

afterEach(() => {
  deviceStorage.clear();
  vi.unstubAllGlobals();
});

/** Of a browser with room for so many texts. */
function stubStorage(room: number): Record<string, string> {
  const texts: Record<string, string> = {};
  const storage = Object.defineProperties(texts, {
    getItem: { value: (key: string) => texts[key] ?? null },
    removeItem: { value: (key: string) => delete texts[key] },
    setItem: {
      value: (key: string, text: string) => {
        if (!(key in texts) && Object.keys(texts).length >= room)
          throw new DOMException("", "QuotaExceededError");
        texts[key] = text;
      },
    },
  });
  vi.stubGlobal("localStorage", storage);
  return texts;
}

test("what is written is in the browser's storage, and goes from there", () => {
  const texts = stubStorage(9);
  deviceStorage.write("a", "1");
  expect(texts).toEqual({ a: "1" });
  expect(deviceStorage.read("a")).toBe("1");
  deviceStorage.write("a", null);
  expect(texts).toEqual({});
  expect(deviceStorage.read("a")).toBeNull();
});

test("what has no room lasts as long as the page", () => {
  const texts = stubStorage(1);
  deviceStorage.write("a", "1");
  deviceStorage.write("b", "2");
  expect(deviceStorage.isDenied()).toBe(false);
  expect(texts).toEqual({ a: "1" });
  expect(deviceStorage.read("b")).toBe("2");
  expect(deviceStorage.keys().toSorted()).toEqual(["a", "b"]);
  deviceStorage.write("b", null);
  expect(deviceStorage.read("b")).toBeNull();
});

test("what had no room is written as soon as there is some", () => {
  const texts = stubStorage(1);
  deviceStorage.write("a", "1");
  deviceStorage.write("b", "2");
  deviceStorage.write("a", null);
  deviceStorage.write("b", "3");
  expect(texts).toEqual({ b: "3" });
  expect(deviceStorage.read("b")).toBe("3");
  expect(deviceStorage.keys()).toEqual(["b"]);
});

test("where a page may not even look at storage, it has one of its own", () => {
  vi.stubGlobal("localStorage", undefined);
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get: () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    },
  });
  expect(deviceStorage.isDenied()).toBe(true);
  expect(deviceStorage.read("a")).toBeNull();
  expect(deviceStorage.keys()).toEqual([]);
  deviceStorage.write("a", "[1]");
  expect(deviceStorage.readJson("a")).toEqual([1]);
  deviceStorage.write("a", "no JSON");
  expect(deviceStorage.readJson("a")).toBeUndefined();
});
