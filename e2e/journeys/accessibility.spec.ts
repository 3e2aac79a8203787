import { expectAccessible } from "../support/accessibility.ts";
import { testEveryState } from "../tour/tour.ts";

testEveryState((page) => expectAccessible(page));
