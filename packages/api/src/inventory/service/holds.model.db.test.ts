import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { explain, type Step } from "../../../testing/explain.ts";
import { stockOf } from "../../../testing/ledger.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { HoldRequest } from "../contract.ts";
import { expireHolds } from "./expiry.ts";
import { confirmHolds, holdStock, releaseHolds } from "./holds.ts";
import { adjust } from "./levels.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 8 });
afterAll(() => db.$client.end());
const ctx = testContext(db);
const locationId = await makeLocation(db);

const stock = [4, 2];
type Line = { variant: number; quantity: number };
type Act =
  | { type: "hold"; lines: Line[] }
  | { type: "again" | "release" | "confirm" | "expire"; which: number }
  | { type: "adjust"; variant: number; delta: number };

/** The simple model: counters, and what each owner has. */
type Model = {
  onHand: readonly number[];
  owners: readonly { lines: readonly Line[]; state: "none" | "held" | "confirmed" | "ended" }[];
};

const heldOf = (model: Model, variant: number) =>
  model.owners
    .filter(({ state }) => state === "held")
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.variant === variant ? line.quantity : 0), 0);

function withOwner(model: Model, which: number, state: Model["owners"][number]["state"]): Model {
  return { ...model, owners: model.owners.map((o, n) => (n === which ? { ...o, state } : o)) };
}

const steps = {
  hold:
    (which: number): Step<Model> =>
    (model) => {
      const { lines, state } = model.owners[which]!;
      if (state !== "none") return { state: model, told: "held" };
      const fits = lines.every(
        ({ variant, quantity }) => model.onHand[variant]! - heldOf(model, variant) >= quantity,
      );
      return fits
        ? { state: withOwner(model, which, "held"), told: "held" }
        : { state: model, told: "inventory.out_of_stock" };
    },
  release:
    (which: number): Step<Model> =>
    (model) =>
      model.owners[which]!.state === "held"
        ? { state: withOwner(model, which, "ended"), told: "released" }
        : { state: model, told: "nothing" },
  confirm:
    (which: number): Step<Model> =>
    (model) => {
      const { lines, state } = model.owners[which]!;
      if (state === "none") return { state: model, told: "nothing" };
      if (state !== "held") return { state: model, told: "inventory.hold_lost" };
      const sold = (variant: number) =>
        lines.reduce((sum, line) => sum + (line.variant === variant ? line.quantity : 0), 0);
      const onHand = model.onHand.map((units, variant) => units - sold(variant));
      return { state: { ...withOwner(model, which, "confirmed"), onHand }, told: "confirmed" };
    },
  expire:
    (which: number): Step<Model> =>
    (model) =>
      model.owners[which]!.state === "held"
        ? { state: withOwner(model, which, "ended"), told: "swept" }
        : { state: model, told: "swept" },
  adjust:
    (variant: number, delta: number): Step<Model> =>
    (model) => {
      const units = model.onHand[variant]! + delta;
      if (units < heldOf(model, variant)) return { state: model, told: "inventory.below_held" };
      return { state: { ...model, onHand: model.onHand.with(variant, units) }, told: "adjusted" };
    },
};

/** The real thing: two variants, and the owners that have asked so far. */
type Real = { variantIds: string[]; owners: { ownerId: string; requests: HoldRequest[] }[] };

const real = {
  hold: ({ owners }: Real, which: number) =>
    holdStock(ctx, { ...owners[which]!, ttlSeconds: 600 }).then(() => "held"),
  release: async ({ owners }: Real, which: number) =>
    (await inTransaction(ctx, (tx) => releaseHolds(tx, [owners[which]!.ownerId]))) > 0
      ? "released"
      : "nothing",
  async confirm({ owners }: Real, which: number) {
    const input = { ownerId: owners[which]!.ownerId, orderId: newId("ord") };
    const [allocations] = await inTransaction(ctx, (tx) => confirmHolds(tx, [input]));
    if (!Array.isArray(allocations)) throw allocations ?? new Error("no answer");
    return allocations.length > 0 ? "confirmed" : "nothing";
  },
  async expire({ owners }: Real, which: number) {
    await db.$client`update hold set expires_at = clock_timestamp() - interval '1 second'
                     where owner_id = ${owners[which]!.ownerId} and state = 'held'`;
    await expireHolds(ctx, { limit: 100 });
    return "swept";
  },
  async adjust({ variantIds }: Real, variant: number, delta: number) {
    await adjust(ctx, { variantId: variantIds[variant]!, locationId, delta, reason: "counted" });
    return "adjusted";
  },
};

const refusal = (error: unknown): string => {
  if (error instanceof DomainError) return error.reason;
  throw error;
};

function requireExplained(possible: unknown[], seen: unknown): void {
  expect(possible).toContainEqual(seen);
}

/** Several actors at once; whoever is meant by `which` is one of those that had asked before. */
class AtOnce implements fc.AsyncCommand<{ now: Model }, Real> {
  readonly acts: readonly Act[];
  constructor(acts: readonly Act[]) {
    this.acts = acts;
  }
  check = () => true;
  toString = () => `at once: ${JSON.stringify(this.acts)}`;

  async run(model: { now: Model }, shop: Real): Promise<void> {
    const known = shop.owners.length;
    const bound = this.acts.flatMap((act) => this.#bind(act, known, model, shop));
    const acts = await Promise.all(
      bound.map(async ({ step, act }) => ({ step, told: await act().catch(refusal) })),
    );
    // A sweep passes by what somebody has locked: the next one gets it.
    await expireHolds(ctx, { limit: 100 });
    const seen = await observe(shop);
    const possible = explain(model.now, acts);
    requireExplained(possible.map(summarise), seen);
    model.now = possible.find(
      (state) => JSON.stringify(summarise(state)) === JSON.stringify(seen),
    )!;
  }

  #bind(act: Act, known: number, model: { now: Model }, shop: Real) {
    if (act.type === "adjust") {
      const { variant, delta } = act;
      return [{ step: steps.adjust(variant, delta), act: () => real.adjust(shop, variant, delta) }];
    }
    if (act.type === "hold") {
      const which = shop.owners.length;
      const requests = act.lines.map(({ variant, quantity }) => ({
        id: newId("hold"),
        variantId: shop.variantIds[variant]!,
        quantity,
      }));
      shop.owners.push({ ownerId: newId("chk"), requests });
      model.now = {
        ...model.now,
        owners: [...model.now.owners, { lines: act.lines, state: "none" }],
      };
      return [{ step: steps.hold(which), act: () => real.hold(shop, which) }];
    }
    if (known === 0) return [];
    const which = act.which % known;
    const name = act.type === "again" ? "hold" : act.type;
    return [{ step: steps[name](which), act: () => real[name](shop, which) }];
  }
}

const summarise = (model: Model) => ({
  stock: model.onHand.map((onHand, variant) => ({ onHand, held: heldOf(model, variant) })),
  owners: model.owners.map(({ state }) => state),
});

/** @throws when ledger, holds and levels do not agree */
async function observe({ variantIds, owners }: Real): Promise<ReturnType<typeof summarise>> {
  const sums = await Promise.all(variantIds.map((id) => stockOf(db, id)));
  const rows = await db.$client<{ ownerId: string; state: string }[]>`
    select distinct owner_id as "ownerId",
           case when state in ('held', 'confirmed') then state else 'ended' end as state
    from hold where variant_id = any(${variantIds})`;
  const stateOf = new Map(rows.map(({ ownerId, state }) => [ownerId, state as "held"]));
  return {
    stock: sums.map(({ onHand, held }) => ({ onHand, held })),
    owners: owners.map(({ ownerId }) => stateOf.get(ownerId) ?? "none"),
  };
}

const variant = fc.nat({ max: stock.length - 1 });
const line = fc.record({ variant, quantity: fc.integer({ min: 1, max: 3 }) });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("hold" as const), lines: lines() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        "again" as const,
        "release" as const,
        "confirm" as const,
        "expire" as const,
      ),
      which: fc.nat({ max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("adjust" as const),
      variant,
      delta: fc.constantFrom(-2, -1, 1, 2),
    }),
  },
);

function lines() {
  return fc.uniqueArray(line, { minLength: 1, maxLength: 2, selector: (each) => each.variant });
}

test("whatever actors do to holds at once, some order of it explains all that they were told", async () => {
  const together = fc.array(act, { minLength: 1, maxLength: 4 }).map((acts) => new AtOnce(acts));
  const property = fc.assert(
    fc.asyncProperty(fc.commands([together], { maxCommands: 6 }), async (commands) => {
      const made = stock.map((units) => makeVariant(db, { stock: { [locationId]: units } }));
      const variantIds = (await Promise.all(made)).map(({ variantId }) => variantId);
      const setup = () => ({
        model: { now: { onHand: stock, owners: [] } },
        real: { variantIds, owners: [] },
      });
      await fc.asyncModelRun(setup, commands);
    }),
    { numRuns: 12 },
  );
  await expect(property).resolves.toBeUndefined();
  // Some seconds; a busy machine is no reason to fail.
}, 180_000);
