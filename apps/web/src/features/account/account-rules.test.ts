import { expect, test } from "vitest";
import { createTranslator } from "next-intl";
import messages from "../../../messages/en.json";
import { emailProblem, newPasswordProblem, nextPage } from "./account-rules.ts";

const t = createTranslator({ locale: "en", messages, namespace: "rules" });

test("after signing in one goes on within this shop, and nowhere else", () => {
  expect(nextPage("?next=/checkout")).toBe("/checkout");
  expect(nextPage("?next=/account/orders%3Fpage%3D2")).toBe("/account/orders?page=2");
  for (const search of [
    "",
    "?next=",
    "?next=https://evil.example",
    "?next=//evil.example",
    "?next=/%5Cevil.example",
    "?next=/%09/evil.example",
    "?next=/%0A%5Cevil.example",
    "?next=/.//evil.example",
    "?next=//[",
    "?next=javascript:alert(1)",
  ])
    expect(nextPage(search)).toBe("/account");
});

test("a password is judged by its length alone", () => {
  expect(newPasswordProblem("123456789", t)).toContain("this one has 9");
  expect(newPasswordProblem("1234567890", t)).toBeUndefined();
  expect(newPasswordProblem("x".repeat(129), t)).toContain("128");
});

test("an address for mails is one as browsers take it", () => {
  expect(emailProblem("ana@example.com", t)).toBeUndefined();
  expect(emailProblem("ana@example", t)).toContain("not an e-mail address");
});
