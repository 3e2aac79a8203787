import { expect, test } from "vitest";
import { deliveryText, workingDayAfter } from "./delivery-days.ts";

const friday = new Date(2026, 10, 20, 15);

test("weekends are not counted", () => {
  expect(workingDayAfter(friday, 1).getDate()).toBe(23);
  expect(workingDayAfter(friday, 6).getDate()).toBe(30);
});

test("from and to; a single day once", () => {
  expect(deliveryText(friday, { minDays: 2, maxDays: 4 }, "en-GB")).toMatch(
    /^Tue 24 Nov\s–\sThu 26 Nov$/,
  );
  expect(deliveryText(friday, { minDays: 1, maxDays: 1 }, "en-GB")).toBe("Mon 23 Nov");
});
