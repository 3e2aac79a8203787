import { expect, test } from "vitest";
import { isPublicAddress, whyRefused } from "./public-address.ts";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "0:0:0:0:0:ffff:a00:1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::a00:1",
  "2002:7f00:1::",
  "2001:0:4136:e378:8000:63bf:3fff:fdd2",
  "2001:db8::1",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "::127.0.0.1",
  "not an address",
  "",
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "1.1.1.1",
  "93.184.215.14",
  "172.32.0.1",
  "2606:4700::1111",
  "::ffff:1.1.1.1",
  "64:ff9b::101:101",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  "http://shop.example/hook",
  "https://localhost/hook",
  "https://api.localhost./hook",
  "https://127.0.0.1/hook",
  "https://2130706433/hook",
  "https://0x7f.1/hook",
  "https://127.1/hook",
  "https://[::1]/hook",
  "https://[::ffff:10.0.0.1]/hook",
  "https://169.254.169.254/latest/meta-data",
  "https://user:secret@shop.example/hook",
])("%s is refused", (url) => {
  expect(whyRefused(url, false)).toBeDefined();
});

test("a name is let through: where it leads is judged at each connection", () => {
  expect(whyRefused("https://shop.example:8443/hook?a=b", false)).toBeUndefined();
});

test("who develops may name the own machine, and still no other private one", () => {
  expect(whyRefused("http://127.0.0.1:3001/hook", true)).toBeUndefined();
  expect(whyRefused("http://localhost:3001/hook", true)).toBeUndefined();
  expect(whyRefused("http://10.0.0.1/hook", true)).toBeDefined();
  expect(whyRefused("http://shop.example/hook", true)).toBeDefined();
});
