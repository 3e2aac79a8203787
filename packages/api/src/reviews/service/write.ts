/** What people write. It waits for a moderator; what a moderator writes for the shop is public at once. */
import { contributions } from "@meridian/db/schema.ts";
import { and, count, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { hasOrdered } from "../../orders/service/has-ordered.ts";
import type {
  AnswerQuestion,
  AskQuestion,
  Contribution,
  WriteReview,
} from "../contract/contributions.ts";
import { contributionPublished, contributionSubmitted } from "../events.ts";
import { requireProduct } from "./public-product.ts";
import { alreadyWritten, notFound, tooManyPending } from "./refusals.ts";
import { getWhole, type Row } from "./view.ts";
import { isModerator, userIdOf } from "./who.ts";

/** So much of one writer's may wait. Who writes at the same moment may go over it by that much. */
const maxPending = 20;

/**
 * One of a product by each.
 * @throws not_found `catalog.product_not_found` {handle}
 * @throws conflict `reviews.already_written` {contributionId}, `reviews.too_many_pending` {max}
 */
export function writeReview(ctx: ServiceContext, input: WriteReview): Promise<Contribution> {
  const { handle, rating, title, body, displayName, language } = input;
  return inTransaction(ctx, async (tx) => {
    const productId = await requireProduct(tx, handle);
    const userId = userIdOf(tx.actor);
    await requireFewPending(tx, userId);
    const isVerified = userId !== null && (await hasOrdered(tx, { userId, productId }));
    const text = { rating, title, body, language, displayName, isVerified };
    return submit(tx, { kind: "review", productId, ...text });
  });
}

/** @throws not_found `catalog.product_not_found` {handle}; conflict `reviews.too_many_pending` {max} */
export function askQuestion(
  ctx: ServiceContext,
  { handle, body, displayName, language }: AskQuestion,
): Promise<Contribution> {
  return inTransaction(ctx, async (tx) => {
    const productId = await requireProduct(tx, handle);
    await requireFewPending(tx, userIdOf(tx.actor));
    return submit(tx, { kind: "question", productId, body, language, displayName });
  });
}

/**
 * To a question that is public.
 * @throws not_found `reviews.not_found` {contributionId}; conflict `reviews.too_many_pending` {max}
 */
export function answerQuestion(
  ctx: ServiceContext,
  { contributionId, body, displayName, language }: AnswerQuestion,
): Promise<Contribution> {
  return inTransaction(ctx, async (tx) => {
    const [question] = await tx.db
      .select({ id: contributions.id, productId: contributions.productId })
      .from(contributions)
      .where(
        and(
          eq(contributions.id, contributionId),
          eq(contributions.kind, "question"),
          eq(contributions.state, "published"),
        ),
      )
      .for("key share");
    if (question === undefined) throw notFound(contributionId);
    const isStaff = isModerator(tx.actor);
    if (!isStaff) await requireFewPending(tx, userIdOf(tx.actor));
    const { id: questionId, productId } = question;
    const said = { questionId, body, language, displayName, isStaff };
    return submit(tx, { kind: "answer", productId, ...said });
  });
}

type NewContribution = Pick<Row, "kind" | "productId" | "body" | "displayName"> &
  Partial<Pick<Row, "language" | "questionId" | "rating" | "title" | "isVerified" | "isStaff">>;

async function submit(tx: TransactionContext, content: NewContribution): Promise<Contribution> {
  const id = newId("ctb");
  const { kind, productId } = content;
  const now = tx.clock.now().toISOString();
  const userId = userIdOf(tx.actor);
  const isPublic = content.isStaff === true;
  const written = await tx.db
    .insert(contributions)
    .values({
      ...content,
      id,
      userId,
      ...(isPublic ? { state: "published", publishedAt: now } : { queuedAt: now }),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({
      target: [contributions.productId, contributions.userId],
      where: sql`kind = 'review'`,
    })
    .returning({ id: contributions.id });
  if (written.length === 0) throw alreadyWritten(await ownReviewOf(tx, productId, userId));
  const type = isPublic ? contributionPublished : contributionSubmitted;
  await emit(tx, [event(type, id, 1, { contributionId: id, kind, productId })]);
  return (await getWhole(tx, id)).view;
}

async function ownReviewOf(
  { db }: TransactionContext,
  productId: string,
  userId: string | null,
): Promise<string> {
  const [row] = await db
    .select({ id: contributions.id })
    .from(contributions)
    .where(
      and(
        eq(contributions.kind, "review"),
        eq(contributions.productId, productId),
        eq(contributions.userId, userId ?? ""),
      ),
    );
  return row?.id ?? "";
}

async function requireFewPending({ db }: TransactionContext, userId: string | null): Promise<void> {
  const [row] = await db
    .select({ count: count() })
    .from(contributions)
    .where(and(eq(contributions.userId, userId ?? ""), eq(contributions.state, "pending")));
  if ((row?.count ?? 0) >= maxPending) throw tooManyPending(maxPending);
}
