import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import messages from "../../../messages/en.json";
import { addressFields, addressFormat, type AddressField } from "./address-format.ts";
import { addressLines, toAddress, toValues, validateAddress } from "./address-rules.ts";

const t = createTranslator({ locale: "en", messages, namespace: "address" });
const germany = {
  ...toValues(null, "DE"),
  name: "Ana Weiss",
  line1: "Torstr. 1",
  postalCode: "10115",
  city: "Berlin",
};
const served = "DE AT BE DK ES FI FR IE IT LU NL PL PT SE GB US JP".split(" ");

test.each(served)("the example of a postal code in %s is one", (country) => {
  const { pattern, example } = addressFormat(country).postalCode;
  expect(example).toMatch(pattern);
});

test.each(served)(
  "no field of %s is asked for twice, and what is required can be typed",
  (country) => {
    const shown = addressFormat(country).rows.flat();
    expect(new Set(shown).size).toBe(shown.length);
    const askable = new Set<AddressField>([...shown, "country"]);
    const missing = Object.keys(validateAddress(toValues(null, country), t)) as AddressField[];
    expect(missing.filter((field) => !askable.has(field))).toEqual([]);
  },
);

test("a whole address has nothing wrong with it", () => {
  expect(validateAddress(germany, t)).toEqual({});
  expect(toAddress(germany)).toEqual({
    name: "Ana Weiss",
    line1: "Torstr. 1",
    postalCode: "10115",
    city: "Berlin",
    country: "DE",
  });
});

test("a state is asked for where tax depends on it, and nowhere else", () => {
  const us = { ...germany, country: "US", postalCode: "97201" };
  expect(Object.keys(validateAddress(us, t))).toEqual(["region"]);
  expect(toAddress({ ...germany, region: "OR" })).not.toHaveProperty("region");
});

test("full-width digits and lower case are understood", () => {
  const tokyo = { ...germany, country: "JP", region: "Tokyo", postalCode: "１００-０００１" };
  expect(validateAddress(tokyo, t)).toEqual({});
  expect(toAddress(tokyo).postalCode).toBe("100-0001");
  expect(toAddress({ ...germany, country: "GB", postalCode: "sw1a 1aa" }).postalCode).toBe(
    "SW1A 1AA",
  );
});

test("another country's postal code is refused with an example", () => {
  expect(validateAddress({ ...germany, postalCode: "1011" }, t).postalCode).toContain("10115");
});

test("what was saved comes back into the fields", () => {
  const values = toValues(toAddress(germany), "AT");
  expect(values).toEqual(germany);
  expect(Object.keys(values)).toEqual([...addressFields]);
});

test("a parcel's lines follow the country", () => {
  expect(addressLines(toAddress(germany), "en")).toEqual([
    "Ana Weiss",
    "Torstr. 1",
    "10115 Berlin",
  ]);
  const us = toAddress({
    ...germany,
    country: "US",
    city: "Portland",
    region: "OR",
    postalCode: "97201",
  });
  expect(addressLines(us, "ja").at(-1)).toBe("Portland, OR 97201");
  const japan = {
    name: "山田 花子",
    line1: "千代田1-1",
    city: "千代田区",
    region: "Tokyo",
    postalCode: "100-0001",
    country: "JP",
  };
  expect(addressLines(japan, "ja")).toEqual(["山田 花子", "東京都千代田区千代田1-1", "〒100-0001"]);
  expect(addressLines(japan, "en").at(-1)).toBe("千代田区, Tokyo 100-0001");
});
