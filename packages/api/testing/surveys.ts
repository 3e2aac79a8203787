/** Surveys as people come to them: by a mail, whose link holds the token. */
import type { Database } from "@meridian/db/client.ts";
import { consents } from "@meridian/db/schema.ts";
import { askDue } from "../src/feedback/service/ask.ts";
import { planOrderSurveys } from "../src/feedback/service/plan.ts";
import { testContext } from "./context.ts";

export async function agree(db: Database, userId: string, isGiven = true): Promise<void> {
  const at = new Date().toISOString();
  await db.insert(consents).values({ userId, purpose: "surveys", isGiven, textVersion: "1", at });
}

/** Asks who has an account with this address, and agrees, about an order: it becomes theirs, and has just arrived. @returns the token of the mail's link */
export async function askAbout(db: Database, email: string, orderId: string): Promise<string> {
  const [user] = await db.$client<{ id: string }[]>`
    update "user" set email_verified = true where email = ${email} returning id`;
  const userId = user?.id ?? "";
  await db.$client`update checkout set user_id = ${userId} where order_id = ${orderId}`;
  await agree(db, userId);
  const settings = { surveyOrderHours: 0, surveyPauseDays: 0 };
  const ctx = testContext(db, { settings });
  const occurredAt = new Date().toISOString();
  const event = { type: "order.delivered", aggregateId: orderId, data: {}, occurredAt };
  const logged = { ...event, id: "", position: 0, version: 0, traceparent: null };
  await db.transaction((tx) => planOrderSurveys({ ...ctx, db: tx }, [logged]));
  await askDue(ctx, { limit: 100 });
  const [mail] = await db.$client<{ link: string }[]>`
    select link from mail where recipient = ${email} and template = 'survey' order by id desc limit 1`;
  if (mail === undefined) throw new Error("nobody was asked");
  return mail.link.slice(mail.link.lastIndexOf("/") + 1);
}
