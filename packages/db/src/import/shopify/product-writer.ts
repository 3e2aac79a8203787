import type postgres from "postgres";
import { lockProduct } from "../../catalog/find-products.ts";
import { writeProduct } from "../../catalog/write-product.ts";
import { Categories } from "./categories.ts";
import { explainConflict } from "./conflict.ts";
import { addLocation, type Market } from "./market.ts";
import { planImport } from "./plan.ts";
import type { ImportedProduct } from "./product.ts";
import type { Refusal } from "./refusal.ts";
import { emitProductChanged, writeStock } from "./stock.ts";

type Outcome = "created" | "updated" | "unchanged";

const maxAttempts = 5;

/** Puts one product after another into the shop, each in its own transaction: whole, or not at all. */
export class ProductWriter {
  readonly #sql: postgres.Sql;
  readonly #market: Market;
  readonly #categories: Categories;
  readonly #isDryRun: boolean;

  constructor(sql: postgres.Sql, market: Market, isDryRun: boolean) {
    this.#sql = sql;
    this.#market = market;
    this.#isDryRun = isDryRun;
    this.#categories = new Categories(sql, isDryRun);
  }

  /** What became of it; or why the shop can't take it, at the line that is to blame. */
  async write(product: ImportedProduct): Promise<Outcome | { refusals: Refusal[] }> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#writeOnce(product);
      } catch (error) {
        const refusal = explainConflict(error, product);
        if (refusal) return { refusals: [refusal] };
        // A deadlock with a shop that sells meanwhile: nothing happened, so it is tried again.
        const isRetryable = ["40P01", "40001"].includes((error as { code?: string }).code ?? "");
        if (!isRetryable || attempt === maxAttempts) throw error;
      }
    }
  }

  async #writeOnce(product: ImportedProduct): Promise<Outcome> {
    const category = await this.#categories.ensure(product.type);
    let outcome: Outcome = "unchanged";
    await this.#transaction(async (tx) => {
      const stored = await lockProduct(tx, { handles: [product.handle] });
      const plan = planImport(product, stored, this.#market, category);
      const version = await writeProduct(tx, stored, plan.content, {
        reason: "imported",
        reference: "shopify:vanished",
      });
      const isChanged = version !== stored?.version;
      const isNew = stored === null;
      const { locationId } = this.#market;
      const [isCounted] = await Promise.all([
        writeStock(tx, plan, { locationId, isNew }),
        isChanged && emitProductChanged(tx, plan, version),
      ]);
      if (isChanged || isCounted) outcome = isNew ? "created" : "updated";
    });
    return outcome;
  }

  /** A dry run does all the work, so that the database checks it too, and takes it back. */
  async #transaction(work: (tx: postgres.TransactionSql) => Promise<void>): Promise<void> {
    const takenBack = new Error("taken back");
    try {
      await this.#sql.begin(async (tx) => {
        if (this.#isDryRun) await addLocation(tx, this.#market);
        await work(tx);
        if (this.#isDryRun) throw takenBack;
      });
    } catch (error) {
      if (error !== takenBack) throw error;
    }
  }
}
