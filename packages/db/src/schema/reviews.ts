import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { products } from "./catalog.ts";
import { createdAt, instant, updatedAt } from "./columns.ts";

/** Why something is reported, or was refused. */
type Concern = "spam" | "offensive" | "personal_data" | "off_topic" | "other";

/** What people write about products. Public is what a moderator published; the ratings among it are added up on the product. */
export const contributions = pgTable(
  "contribution",
  {
    id: text().primaryKey(),
    kind: text().$type<"review" | "question" | "answer">().notNull(),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    /** Of an answer. */
    questionId: text(),
    /** Null: written by a client of the shop, or brought from elsewhere. */
    userId: text().references(() => users.id, { onDelete: "cascade" }),
    /** Chosen by the writer; never taken from the account. */
    displayName: text().notNull(),
    isStaff: boolean().notNull().default(false),
    rating: integer(),
    title: text(),
    body: text().notNull(),
    /** That it is written in; null: nobody said. */
    language: text().$type<"en" | "de" | "ja">(),
    /** An order of the writer's held the product when they wrote. */
    isVerified: boolean().notNull().default(false),
    state: text().$type<"pending" | "published" | "rejected">().notNull().default("pending"),
    rejectedFor: text().$type<Concern>(),
    /** The moderator's words to the writer. */
    rejectionNote: text(),
    version: integer().notNull().default(1),
    helpfulCount: integer().notNull().default(0),
    /** Of the count: votes are no change of what was written. */
    votesVersion: integer().notNull().default(0),
    /** Since when it waits for a moderator: as it was written, changed, or first reported. */
    queuedAt: instant(),
    /** When it became public first. */
    publishedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({ columns: [t.questionId], foreignColumns: [t.id] }).onDelete("cascade"),
    uniqueIndex("contribution_review")
      .on(t.productId, t.userId)
      .where(sql`kind = 'review'`),
    // The orders that reviews and questions are read in, from their ends; the last one also counts stars.
    index("contribution_newest")
      .on(t.productId, t.kind, t.publishedAt, t.id)
      .where(sql`state = 'published'`),
    index("contribution_helpful")
      .on(t.productId, t.helpfulCount, t.id)
      .where(sql`state = 'published' and kind = 'review'`),
    index("contribution_rating")
      .on(t.productId, t.rating, t.id)
      .where(sql`state = 'published' and kind = 'review'`),
    index("contribution_question")
      .on(t.questionId)
      .where(sql`question_id is not null`),
    index("contribution_user")
      .on(t.userId, t.id)
      .where(sql`user_id is not null`),
    index("contribution_queue")
      .on(t.queuedAt, t.id)
      .where(sql`queued_at is not null`),
    check(
      "contribution_kind",
      sql`(${t.kind} = 'review') = (${t.rating} is not null and ${t.title} is not null)
        and (${t.kind} = 'answer') = (${t.questionId} is not null)
        and ${t.kind} in ('review', 'question', 'answer')`,
    ),
    check("contribution_stars", sql`${t.rating} between 1 and 5`),
    check(
      "contribution_state",
      sql`(${t.state} = 'pending' and ${t.queuedAt} is not null)
        or (${t.state} = 'published' and ${t.publishedAt} is not null)
        or (${t.state} = 'rejected' and ${t.rejectedFor} is not null)`,
    ),
    check("contribution_helpful_count", sql`${t.helpfulCount} >= 0`),
  ],
);

const ofContribution = () =>
  text()
    .notNull()
    .references(() => contributions.id, { onDelete: "cascade" });
const ofUser = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Who found it helpful. */
export const contributionVotes = pgTable(
  "contribution_vote",
  { contributionId: ofContribution(), userId: ofUser(), createdAt: createdAt() },
  (t) => [
    primaryKey({ columns: [t.contributionId, t.userId] }),
    index("contribution_vote_user").on(t.userId),
  ],
);

/** Who reported it, since a moderator last decided. */
export const contributionReports = pgTable(
  "contribution_report",
  {
    contributionId: ofContribution(),
    userId: ofUser(),
    reason: text().$type<Concern>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.contributionId, t.userId] }),
    index("contribution_report_user").on(t.userId),
  ],
);
