/**
 * The way through every page and state that a shopper can meet, told once: what looks at all of them (axe, pictures)
 * follows it. Each leg is one browser's session.
 */
import type { Page } from "@playwright/test";
import { openDrop } from "../support/drop.ts";
import type { Integrator } from "../support/integrator.ts";
import type { Shelf } from "../support/shelf.ts";
import { test } from "../support/test.ts";
import { accountLeg } from "./account.ts";
import { collectingLeg } from "./collecting.ts";
import { languagesLeg } from "./languages.ts";
import { purchaseLeg } from "./purchase.ts";
import { shopLeg } from "./shop.ts";
import { waitingLeg } from "./waiting.ts";

/** Who travels. */
export type Traveller = {
  page: Page;
  shelf: Shelf;
  integrator: Integrator;
  /** Called once a state is there, with a name that no other state has. */
  look(state: string): Promise<void>;
};

export const legs = {
  "the shop's pages": shopLeg,
  "what is collected": collectingLeg,
  "what is waited for": waitingLeg,
  "the pages of an account": accountLeg,
  "the way to an order": purchaseLeg,
  "the same in other languages": languagesLeg,
};

const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** One test per leg and theme. */
export function testEveryState(look: (page: Page, state: string, theme: Theme) => Promise<void>) {
  for (const colorScheme of themes) {
    test.describe(`in the ${colorScheme} theme`, () => {
      test.use({ colorScheme });
      for (const [name, leg] of Object.entries(legs)) {
        test(name, async ({ page, shelf, integrator }) => {
          await openDrop(integrator);
          await leg({
            page,
            shelf,
            integrator,
            look: (state) => test.step(state, () => look(page, state, colorScheme)),
          });
        });
      }
    });
  }
}
