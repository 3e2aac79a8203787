import type postgres from "postgres";
import { newId } from "./new-id.ts";
import { slug } from "./values.ts";

/** A product's type is a category at the top level: found by its handle, made when it is not there. */
export class Categories {
  readonly #sql: postgres.Sql;
  readonly #isDryRun: boolean;
  readonly #ids = new Map<string, Promise<string | null>>();

  constructor(sql: postgres.Sql, isDryRun: boolean) {
    this.#sql = sql;
    this.#isDryRun = isDryRun;
  }

  /** Null for a product without a type, and in a dry run for a category that is yet to be made. */
  ensure(type: string): Promise<string | null> {
    const handle = slug(type);
    if (handle === "") return Promise.resolve(null);
    const known = this.#ids.get(handle) ?? this.#ensure(handle, type);
    this.#ids.set(handle, known);
    return known;
  }

  /** Takes a product out of the category of the type that it had. */
  async leave(tx: postgres.TransactionSql, productId: string, type: string): Promise<void> {
    await tx`delete from product_category pc using category c
      where c.id = pc.category_id and pc.product_id = ${productId} and c.handle = ${slug(type)}`;
  }

  async #ensure(handle: string, title: string): Promise<string | null> {
    const sql = this.#sql;
    if (!this.#isDryRun) {
      await sql`insert into category (id, handle, title, position)
        values (${newId("cat")}, ${handle}, ${title}, 1000) on conflict (handle) do nothing`;
    }
    const [row] = await sql<{ id: string }[]>`select id from category where handle = ${handle}`;
    return row?.id ?? null;
  }
}
