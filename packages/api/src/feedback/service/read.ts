import { sql } from "drizzle-orm";
import type { Image } from "../../catalog/contract.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { toInstant } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import { statement } from "../../kernel/statement.ts";
import type { GetSurvey, Survey } from "../contract.ts";
import { maxComment } from "../contract/limits.ts";
import { questionsOf } from "../words.ts";
import { expired, notFound } from "./refusals.ts";
import { hashOf } from "./token.ts";

export type SurveyRow = {
  id: string;
  userId: string;
  cartId: string | null;
  orderId: string | null;
  orderNumber: string | null;
  language: Language;
  state: "asked" | "answered";
  version: number;
  askedAt: string;
  expiresAt: string;
  answeredAt: string | null;
};

/** @throws not_found `feedback.not_found`; gone `feedback.expired` {expiresAt} */
export async function getSurvey(
  ctx: ServiceContext,
  { token, language }: GetSurvey,
): Promise<Survey> {
  const row = await requireSurvey(ctx, token);
  if (row.state === "asked") requireOpen(ctx, row);
  return toSurvey(ctx, row, language);
}

/** @throws not_found `feedback.not_found` */
export async function requireSurvey(
  { db }: ServiceContext,
  token: string,
  { isLocked = false } = {},
): Promise<SurveyRow> {
  const [row] = await statement<SurveyRow>(
    db,
    sql`select s.id, s.user_id as "userId", s.cart_id as "cartId", s.order_id as "orderId",
          o.number as "orderNumber", s.language, s.state, s.version,
          s.asked_at as "askedAt", s.expires_at as "expiresAt", s.answered_at as "answeredAt"
        from survey s left join "order" o on o.id = s.order_id
        where s.token_hash = ${hashOf(token)} ${isLocked ? sql`for update of s` : sql``}`,
  );
  if (row === undefined) throw notFound();
  return row;
}

/** @throws gone `feedback.expired` {expiresAt} */
export function requireOpen({ clock }: ServiceContext, { expiresAt }: SurveyRow): void {
  const until = toInstant(expiresAt);
  if (clock.now().toISOString() >= until) throw expired(until);
}

export async function toSurvey(
  ctx: ServiceContext,
  row: SurveyRow,
  language: Language = row.language,
): Promise<Survey> {
  const kind = row.orderNumber === null ? "cart" : "order";
  return {
    id: row.id,
    kind,
    state: row.state === "answered" ? "answered" : "open",
    language,
    orderNumber: row.orderNumber,
    items: await (kind === "order" ? listBought(ctx, row) : listLeft(ctx, row, language)),
    questions: questionsOf(kind, language, maxComment),
    askedAt: toInstant(row.askedAt),
    expiresAt: toInstant(row.expiresAt),
    answeredAt: row.answeredAt === null ? null : toInstant(row.answeredAt),
  };
}

type Item = { title: string; image: Image | null };

/** In the language of the order, as it is told everywhere. */
function listBought({ db }: ServiceContext, { orderId }: SurveyRow): Promise<Item[]> {
  return statement<Item>(
    db,
    sql`select title, image from order_line where order_id = ${orderId} order by position`,
  );
}

/** Not what was put in since: the link is of what was left. */
function listLeft(
  { db }: ServiceContext,
  { cartId, askedAt }: SurveyRow,
  language: Language,
): Promise<Item[]> {
  return statement<Item>(
    db,
    sql`select coalesce(told.title, product.title) as title,
          (select jsonb_build_object('src', image.src, 'widths', image.widths,
                'alt', coalesce(told.alts ->> image.src, image.alt), 'width', image.width,
                'height', image.height, 'placeholder', image.placeholder, 'variantId', image.variant_id)
              from image where image.product_id = product.id
              order by image.variant_id is not distinct from variant.id desc, image.position limit 1) as image
        from cart_line
        join variant on variant.id = cart_line.variant_id
        join product on product.id = variant.product_id
        left join product_translation told
          on told.product_id = product.id and told.language = ${language}
        where cart_line.cart_id = ${cartId} and product.status = 'active'
          and cart_line.added_at <= ${askedAt}::timestamptz
        order by cart_line.added_at, cart_line.variant_id`,
  );
}
