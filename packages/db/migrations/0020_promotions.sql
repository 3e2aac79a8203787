CREATE TABLE "promotion_use" (
	"checkout_id" text PRIMARY KEY NOT NULL,
	"promotion_id" text NOT NULL,
	"email_digest" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promotion" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"title" text NOT NULL,
	"type" text NOT NULL,
	"basis_points" integer,
	"amount_minor" bigint,
	"minimum_minor" bigint,
	"currency" char(3),
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"use_limit" integer,
	"use_limit_per_email" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promotion_type" CHECK (("promotion"."type" = 'percentage' and "promotion"."basis_points" between 1 and 10000 and "promotion"."amount_minor" is null)
        or ("promotion"."type" = 'amount' and "promotion"."amount_minor" > 0 and "promotion"."basis_points" is null)
        or ("promotion"."type" = 'free_shipping' and "promotion"."amount_minor" is null and "promotion"."basis_points" is null)),
	CONSTRAINT "promotion_currency" CHECK (("promotion"."currency" is null) = ("promotion"."amount_minor" is null and "promotion"."minimum_minor" is null)),
	CONSTRAINT "promotion_uses" CHECK ("promotion"."uses" >= 0),
	CONSTRAINT "promotion_limits" CHECK ("promotion"."code" is not null or ("promotion"."use_limit" is null and "promotion"."use_limit_per_email" is null))
);
--> statement-breakpoint
ALTER TABLE "cart" ADD COLUMN "promotion_code" text;--> statement-breakpoint
ALTER TABLE "checkout" ADD COLUMN "promotions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "promotions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "promotion_use" ADD CONSTRAINT "promotion_use_checkout_id_checkout_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."checkout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_use" ADD CONSTRAINT "promotion_use_promotion_id_promotion_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promotion_use_email" ON "promotion_use" USING btree ("promotion_id","email_digest");--> statement-breakpoint
CREATE UNIQUE INDEX "promotion_code" ON "promotion" USING btree ("code");--> statement-breakpoint
CREATE INDEX "promotion_automatic" ON "promotion" USING btree ("id") WHERE code is null and is_active;