import { expectAccessible } from "../support/accessibility.ts";
import { expectLooks } from "../support/looks.ts";
import { testEveryState } from "../tour/tour.ts";

testEveryState(async (page, state, theme) => {
  await expectLooks(page, state, theme);
  await expectAccessible(page);
});
