/** What was moved on either side, and what must come of it: in the shop, in its ledger and in the ERP's books. */
import type { Database } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { Books } from "../../../../examples/erp/src/books.ts";
import type { Movement } from "./mortal-erp.ts";

export const patience = { timeout: 120_000, interval: 500 };

export class Balance {
  readonly #db: Database;
  readonly #first: ReadonlyMap<string, number>;
  /** By reason and variant: all that may be in the ledger beside the first stock. */
  readonly #moved = { counted: new Map<string, number>(), damaged: new Map(), sold: new Map() };

  constructor(db: Database, variantIds: readonly string[], stock: number) {
    this.#db = db;
    this.#first = new Map(variantIds.map((id) => [id, stock]));
  }

  moved(reason: "counted" | "damaged" | "sold", movement: Movement): void {
    add(this.#moved[reason], movement);
  }

  /** What the ERP says. */
  books(folder: string) {
    const books = new Books(folder);
    const { places, waitingCount, setAside } = books;
    return { copy: places.copy, waitingCount, setAside, onHand: books.onHand() };
  }

  /** What it says when the shop has every note, and it has read the feed to its end. */
  get booksInStep(): ReturnType<Balance["books"]> {
    return { copy: "done", waitingCount: 0, setAside: [], onHand: this.#expected() };
  }

  async shop() {
    const reasons = Object.keys(this.#moved);
    const ledger = await Promise.all(
      reasons.map(async (reason) => [reason, await this.#ledger(reason)]),
    );
    const broken = await findBrokenInvariants(this.#db);
    return { onHand: await this.#inShop(), moved: Object.fromEntries(ledger), broken };
  }

  /** The shop with all that was moved, once each. */
  get shopInStep() {
    const sums = Object.entries(this.#moved).map(([reason, each]) => [reason, withoutZeros(each)]);
    return { onHand: this.#expected(), moved: Object.fromEntries(sums), broken: [] };
  }

  #expected(): Map<string, number> {
    const sums = new Map(this.#first);
    for (const side of Object.values(this.#moved)) {
      for (const [variantId, delta] of side) add(sums, { variantId, delta });
    }
    return sums;
  }

  async #inShop(): Promise<Map<string, number>> {
    const rows = await this.#db.$client<{ id: string; onHand: number }[]>`
      select variant_id as id, on_hand as "onHand" from level`;
    return new Map(rows.map(({ id, onHand }) => [id, onHand]));
  }

  /** What the ledger says was moved for a reason, by variant. */
  async #ledger(reason: string): Promise<Map<string, number>> {
    const rows = await this.#db.$client<{ id: string; delta: number }[]>`
      select variant_id as id, sum(delta)::int as delta from movement
      where reason = ${reason} group by 1 having sum(delta) <> 0`;
    return new Map(rows.map(({ id, delta }) => [id, delta]));
  }
}

function add(to: Map<string, number>, { variantId, delta }: Movement): void {
  to.set(variantId, (to.get(variantId) ?? 0) + delta);
}

function withoutZeros(sums: Map<string, number>): Map<string, number> {
  return new Map([...sums].filter(([, delta]) => delta !== 0));
}
