/** The words of categories and collections in other languages; a change of them is a change of theirs. */
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../../kernel/context.ts";
import { statement } from "../../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../../kernel/transaction.ts";
import type { GetShelf } from "../../contract/shelves.ts";
import type {
  RemoveShelfTranslation,
  SetShelfTranslation,
  ShelfTranslations,
} from "../../contract/translations.ts";
import { found, requireVersion } from "./refusals.ts";
import { tellOfShelf } from "./tell-of-shelf.ts";

type Kind = "category" | "collection";

/** @throws not_found `catalog.category_not_found`, `catalog.collection_not_found` {handle} */
export async function getShelfTranslations(
  ctx: ServiceContext,
  kind: Kind,
  { handle }: GetShelf,
): Promise<ShelfTranslations> {
  const [row] = await statement<ShelfTranslations>(
    ctx.db,
    sql`select s.handle, s.version, (
          select coalesce(json_agg(json_build_object('language', t.language, 'title', t.title,
              'description', t.description) order by t.language), '[]')
            from ${wordsOf(kind)} t where t.${ownerOf(kind)} = s.id) as items
        from ${sql.identifier(kind)} s where s.handle = ${handle}`,
  );
  return found(row, kind, handle);
}

/**
 * Puts all words of a language in place of those before.
 * @throws not_found `catalog.category_not_found`, `catalog.collection_not_found` {handle}
 * @throws precondition_failed `catalog.version_mismatch`
 */
export function setShelfTranslation(
  ctx: ServiceContext,
  kind: Kind,
  input: SetShelfTranslation,
): Promise<ShelfTranslations> {
  const { handle, language, title = null, description = null } = input;
  return inTransaction(ctx, async (tx) => {
    const id = await raiseVersion(tx, kind, input);
    await statement(
      tx.db,
      sql`insert into ${wordsOf(kind)} (${ownerOf(kind)}, language, title, description)
          values (${id}, ${language}, ${title}, ${description})
          on conflict (${ownerOf(kind)}, language) do update
            set title = excluded.title, description = excluded.description`,
    );
    return await getShelfTranslations(tx, kind, { handle });
  });
}

/** English again; where it was that already, too. @throws as {@link setShelfTranslation} */
export function removeShelfTranslation(
  ctx: ServiceContext,
  kind: Kind,
  input: RemoveShelfTranslation,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const id = await raiseVersion(tx, kind, input);
    await statement(
      tx.db,
      sql`delete from ${wordsOf(kind)} where ${ownerOf(kind)} = ${id} and language = ${input.language}`,
    );
  });
}

/** Compares as it writes, and tells of it: of several who saw the same version one wins. Returns the shelf's id. */
async function raiseVersion(
  tx: TransactionContext,
  kind: Kind,
  { handle, expectedVersion }: { handle: string; expectedVersion: number },
): Promise<string> {
  const [raised] = await statement<{ id: string; version: number }>(
    tx.db,
    sql`update ${sql.identifier(kind)} set version = version + 1
        where handle = ${handle} and version = ${expectedVersion} returning id, version`,
  );
  if (raised) {
    await tellOfShelf(tx, kind, { ...raised, handle });
    return raised.id;
  }
  const current = await getShelfTranslations(tx, kind, { handle });
  requireVersion(kind, expectedVersion, current);
  throw new Error(`${kind} ${handle} has its version, and was not written`);
}

function wordsOf(kind: Kind): SQL {
  return sql`${sql.identifier(`${kind}_translation`)}`;
}

function ownerOf(kind: Kind): SQL {
  return sql`${sql.identifier(`${kind}_id`)}`;
}
