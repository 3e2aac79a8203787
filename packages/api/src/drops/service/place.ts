/** A place in a drop's line, and the pass of who was let in. */
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { statement } from "../../kernel/statement.ts";
import type { Standing, WaitingLine } from "../../kernel/waiting-line.ts";
import type { LeavePlace, Place, TakePlace } from "../contract.ts";
import { hasMoved } from "../rules.ts";
import { type DropRow, findDrop, findPass } from "./read.ts";

export type LineContext = ServiceContext & { line: WaitingLine };

/** Who was let in has so long to fill the bag. */
const passSeconds = 300;
/** All who wait look at the same moments: their looks travel together. */
const lookEveryMs = 1_000;

/**
 * Takes a place or keeps it; waits until something is new, if asked to. Who is let in gets a pass for their cart: it is in Postgres, and holds whatever becomes of
 * Redis.
 * @throws not_found `drops.not_found`, `cart.not_found`; conflict `drops.no_line` {handle}
 * @throws unavailable `drops.line_unavailable`
 */
export async function takePlace(
  ctx: LineContext,
  input: TakePlace,
  signal?: AbortSignal,
): Promise<Place> {
  const end = Date.now() + input.wait * 1000;
  let place = await look(ctx, input);
  while (!isNews(place, input) && Date.now() + lookEveryMs <= end && signal?.aborted !== true) {
    await delay(lookEveryMs - (Date.now() % lookEveryMs), undefined, { signal }).catch(() => {});
    place = await look(ctx, { ...input, ticket: place.ticket });
  }
  return place;
}

function isNews({ state, ahead, isSoldOut }: Place, { seen }: TakePlace): boolean {
  if (state === "in" || isSoldOut || seen === undefined) return true;
  return state === "waiting" && hasMoved(ahead, seen);
}

async function look(ctx: LineContext, input: TakePlace): Promise<Place> {
  const drop = await findDrop(ctx, input.handle);
  if (drop.admits === null) throw noLine(drop.handle);
  const now = ctx.clock.now();
  const pass = await findPass(ctx, { ...input, id: drop.id });
  if (Date.parse(drop.startsAt) > now.getTime())
    return answer(ctx, drop, { state: "early", until: null });
  // No more are in at once than could each have something: nobody is let in to find nothing.
  const room = drop.isCounted ? Math.min(drop.admits, drop.available) : drop.admits;
  const inUntilMs = pass.until === null ? null : Date.parse(pass.until);
  const visitor = { ...input, inUntilMs, isDone: pass.hasHold };
  const standing = await visit(ctx, drop, visitor, room);
  if (!standing.isIn) return answer(ctx, drop, { state: "waiting", until: null, ...standing });
  // Who has something, and whose time is over, gets no more of it.
  if (pass.hasHold) return answer(ctx, drop, { ...standing, state: "in", until: pass.until });
  const until = pass.until ?? (await givePass(ctx, drop, input));
  if (pass.until === null)
    await visit(ctx, drop, { ...visitor, inUntilMs: Date.parse(until) }, room);
  return answer(ctx, drop, { ...standing, state: "in", until });
}

function answer(
  { clock }: ServiceContext,
  { startsAt, available, isSoldOut }: DropRow,
  place: Pick<Place, "state" | "until"> & Partial<Standing>,
): Place {
  const { state, until, ahead = 0, waiting = 0, ticket = "" } = place;
  const now = clock.now().toISOString();
  return { state, until, ahead, waiting, ticket, startsAt, now, available, isSoldOut };
}

async function visit(
  { line, log }: LineContext,
  drop: DropRow,
  visitor: Parameters<WaitingLine["visit"]>[1],
  room: number,
): Promise<Standing> {
  try {
    return await line.visit(nameOf(drop), visitor, room);
  } catch (err) {
    log.warn({ err }, "a drop's line is out of reach");
    throw lineUnavailable();
  }
}

/** Another opening is another line. */
function nameOf({ id, startsAt }: DropRow): string {
  return `${id}:${Date.parse(startsAt)}`;
}

/** One for each place: another cart of the same shopper takes it over. */
async function givePass(
  { db }: ServiceContext,
  { id }: DropRow,
  { key, cartId }: TakePlace,
): Promise<string> {
  const [row] = await statement<{ until: string }>(
    db,
    sql`insert into drop_pass (collection_id, place_key, cart_id, expires_at)
        select ${id}, ${key}, cart.id, clock_timestamp() + make_interval(secs => ${passSeconds})
        from cart where cart.id = ${cartId} and cart.state = 'active'
        on conflict (collection_id, place_key) do update
          set cart_id = excluded.cart_id, expires_at = excluded.expires_at
        returning to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until`,
  );
  if (row === undefined)
    throw new DomainError("not_found", "cart.not_found", {
      message: "There is no such cart, or it has ended.",
      details: { cartId },
    });
  return row.until;
}

/** Who leaves makes room for the next. @throws not_found `drops.not_found` {handle} */
export async function leavePlace(ctx: LineContext, { handle, key }: LeavePlace): Promise<void> {
  const drop = await findDrop(ctx, handle);
  await statement(
    ctx.db,
    sql`delete from drop_pass where collection_id = ${drop.id}
        and (place_key = ${key} or expires_at < now() - interval '1 day')`,
  );
  await ctx.line.leave(nameOf(drop), key).catch((err: unknown) => {
    ctx.log.warn({ err }, "a drop's line is out of reach");
    throw lineUnavailable();
  });
}

function noLine(handle: string): DomainError {
  return new DomainError("conflict", "drops.no_line", {
    message: "This drop has no line.",
    details: { handle },
  });
}

function lineUnavailable(): DomainError {
  return new DomainError("unavailable", "drops.line_unavailable", {
    message: "The line does not answer right now. Your place is kept: ask again with its ticket.",
    retryAfterSeconds: 2,
  });
}
