CREATE TABLE "order_return_line" (
	"return_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_return_line_return_id_variant_id_pk" PRIMARY KEY("return_id","variant_id"),
	CONSTRAINT "order_return_line_quantity" CHECK ("order_return_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "order_return" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_return_state" CHECK ("order_return"."state" in ('requested', 'received', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "order" DROP CONSTRAINT "order_refunded";--> statement-breakpoint
ALTER TABLE "refund" DROP CONSTRAINT "refund_reason";--> statement-breakpoint
DROP INDEX "refund_whole";--> statement-breakpoint
ALTER TABLE "order_line" ADD COLUMN "returned_quantity" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_line" ADD COLUMN "refunded_quantity" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "refund_owed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "order" SET "refund_owed_minor" = owed.sum
  FROM (SELECT order_id, sum(amount_minor) AS sum FROM "refund" WHERE state = 'owed' AND order_id IS NOT NULL GROUP BY 1) owed
  WHERE owed.order_id = "order"."id";--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "lines" jsonb;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "return_id" text;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "order_return_line" ADD CONSTRAINT "order_return_line_return_id_order_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."order_return"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_return" ADD CONSTRAINT "order_return_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_return_order" ON "order_return" USING btree ("order_id");--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_return_id_order_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."order_return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "refund_request" ON "refund" USING btree ("order_id","request_key");--> statement-breakpoint
CREATE INDEX "refund_payment" ON "refund" USING btree ("payment_attempt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_whole" ON "refund" USING btree ("payment_attempt_id") WHERE reason in ('order_cancelled', 'sold_out');--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_returned" CHECK ("order_line"."returned_quantity" between 0 and "order_line"."fulfilled_quantity");--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_refunded" CHECK ("order_line"."refunded_quantity" between 0 and "order_line"."quantity");--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_refunded" CHECK ("order"."refunded_minor" >= 0 and "order"."refund_owed_minor" >= 0 and "order"."refunded_minor" + "order"."refund_owed_minor" <= "order"."total_minor");--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_reason" CHECK ("refund"."reason" in ('order_cancelled', 'sold_out', 'returned', 'damaged', 'goodwill', 'other'));