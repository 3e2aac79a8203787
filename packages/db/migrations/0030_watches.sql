CREATE TABLE "restock" (
	"variant_id" text PRIMARY KEY NOT NULL,
	"told" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch_address" (
	"email" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watch_address_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"id" text PRIMARY KEY NOT NULL,
	"variant_id" text NOT NULL,
	"email" text NOT NULL,
	"token" text NOT NULL,
	"language" text NOT NULL,
	"region_id" text NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watch_token_unique" UNIQUE("token"),
	CONSTRAINT "watch_variant_email" UNIQUE("variant_id","email")
);
--> statement-breakpoint
ALTER TABLE "restock" ADD CONSTRAINT "restock_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_email_watch_address_email_fk" FOREIGN KEY ("email") REFERENCES "public"."watch_address"("email") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "watch_email" ON "watch" USING btree ("email");--> statement-breakpoint
CREATE INDEX "watch_waiting" ON "watch" USING btree ("variant_id","confirmed_at","id") WHERE confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "watch_unconfirmed" ON "watch" USING btree ("created_at") WHERE confirmed_at is null;