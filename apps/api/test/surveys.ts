import { askAbout } from "@meridian/api/testing/surveys.ts";
import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import { send } from "./host.ts";

/** Somebody is asked about an order, which becomes theirs, and says that they are not happy. @returns the survey's id */
export async function askAndAnswer(
  app: FastifyInstance,
  db: Database,
  email: string,
  orderId: string,
  comment: string,
): Promise<string> {
  const path = `/api/v1/surveys/${await askAbout(db, email, orderId)}/answers`;
  const headers = { "idempotency-key": crypto.randomUUID() };
  const answer = await send(app, "POST", path, { body: { rating: 2, comment }, headers });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return (answer.body as { id: string }).id;
}
