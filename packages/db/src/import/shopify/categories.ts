import type postgres from "postgres";
import { newId } from "../../catalog/new-id.ts";
import type { Shelf } from "../../catalog/product.ts";
import { slug } from "./values.ts";

/** A product's type is a category at the top level: found by its handle, made when it is not there. */
export class Categories {
  readonly #sql: postgres.Sql;
  readonly #isDryRun: boolean;
  readonly #known = new Map<string, Promise<Shelf | null>>();

  constructor(sql: postgres.Sql, isDryRun: boolean) {
    this.#sql = sql;
    this.#isDryRun = isDryRun;
  }

  /** Null for a product without a type, and in a dry run for a category that is yet to be made. */
  ensure(type: string): Promise<Shelf | null> {
    const handle = slug(type);
    if (handle === "") return Promise.resolve(null);
    const known = this.#known.get(handle) ?? this.#ensure(handle, type);
    this.#known.set(handle, known);
    return known;
  }

  async #ensure(handle: string, title: string): Promise<Shelf | null> {
    const sql = this.#sql;
    if (!this.#isDryRun) {
      await sql`insert into category (id, handle, title, position)
        values (${newId("cat")}, ${handle}, ${title}, 1000) on conflict (handle) do nothing`;
    }
    const [row] = await sql<{ id: string }[]>`select id from category where handle = ${handle}`;
    return row ? { id: row.id, handle } : null;
  }
}
