CREATE TABLE "test_refund" (
	"idempotency_key" text PRIMARY KEY NOT NULL,
	"charge_key" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_attempt_id" text NOT NULL,
	"order_id" text,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'owed' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refund_amount" CHECK ("refund"."amount_minor" >= 0),
	CONSTRAINT "refund_state" CHECK ("refund"."state" in ('owed', 'done')),
	CONSTRAINT "refund_reason" CHECK ("refund"."reason" in ('order_cancelled', 'sold_out'))
);
--> statement-breakpoint
ALTER TABLE "checkout_line" ADD COLUMN "image" jsonb;--> statement-breakpoint
ALTER TABLE "checkout_line" ADD COLUMN "price_before_minor" bigint;--> statement-breakpoint
ALTER TABLE "payment_attempt" ADD COLUMN "quote" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "test_charge" ADD COLUMN "return_url" text;--> statement-breakpoint
ALTER TABLE "order_line" ADD COLUMN "image" jsonb;--> statement-breakpoint
ALTER TABLE "order_line" ADD COLUMN "fulfilled_quantity" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "test_refund" ADD CONSTRAINT "test_refund_charge_key_test_charge_idempotency_key_fk" FOREIGN KEY ("charge_key") REFERENCES "public"."test_charge"("idempotency_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_attempt_id_payment_attempt_id_fk" FOREIGN KEY ("payment_attempt_id") REFERENCES "public"."payment_attempt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "refund_whole" ON "refund" USING btree ("payment_attempt_id");--> statement-breakpoint
CREATE INDEX "refund_order" ON "refund" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refund_owed" ON "refund" USING btree ("updated_at") WHERE state = 'owed';--> statement-breakpoint
ALTER TABLE "test_charge" ADD CONSTRAINT "test_charge_state" CHECK ("test_charge"."state" in ('requires_action', 'succeeded', 'declined', 'cancelled'));--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_fulfilled" CHECK ("order_line"."fulfilled_quantity" between 0 and "order_line"."quantity");