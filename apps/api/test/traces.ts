import { createRedis } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { TestRedis } from "@meridian/tooling/testing/redis-server.ts";

/** In which columns of which tables one of these texts stands, whatever its case: every text and JSON column there is. */
export async function tracesInTables(db: Database, texts: readonly string[]): Promise<Set<string>> {
  const columns = await db.$client<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public'
      and data_type in ('text', 'character', 'character varying', 'json', 'jsonb', 'ARRAY')`;
  const sought = texts.map((text) => text.toLowerCase());
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const rows = await db.$client`
        select 1 from ${db.$client(table)}, unnest(${sought}::text[]) as sought
        where strpos(lower(${db.$client(column)}::text), sought) > 0 limit 1`;
      return rows.length > 0 ? [`${table}.${column}`] : [];
    }),
  );
  return new Set(found.flat());
}

/** Under which keys of Redis one of these texts stands, the keys themselves included. */
export async function tracesInRedis(at: TestRedis, texts: readonly string[]): Promise<string[]> {
  const redis = createRedis(at);
  const found: string[] = [];
  let cursor = "0";
  do {
    const [next, keys] = await redis.scan(cursor, { count: 500 });
    cursor = next;
    for (const key of keys) {
      const content = `${key} ${JSON.stringify(await contentOf(redis, key))}`.toLowerCase();
      if (texts.some((text) => content.includes(text.toLowerCase()))) found.push(key);
    }
  } while (cursor !== "0");
  return found;
}

async function contentOf(redis: ReturnType<typeof createRedis>, key: string): Promise<unknown> {
  const type: string = await redis.type(key);
  if (type === "string") return redis.get(key);
  if (type === "hash") return redis.hgetall(key);
  if (type === "list") return redis.lrange(key, 0, -1);
  if (type === "set") return redis.smembers(key);
  if (type === "zset") return redis.zrange(key, 0, -1);
  if (type === "stream") return redis.xrange(key, "-", "+");
  return type;
}
