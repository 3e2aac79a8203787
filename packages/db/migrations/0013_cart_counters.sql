ALTER TABLE "cart" DROP CONSTRAINT "cart_state";--> statement-breakpoint
DROP INDEX "cart_expiry";--> statement-breakpoint
ALTER TABLE "cart_line" ADD COLUMN "counter" jsonb;--> statement-breakpoint
-- Of what was added before, it is not known by which device.
UPDATE "cart_line" SET "counter" = jsonb_build_object('anyone.0', jsonb_build_array("quantity", 0));--> statement-breakpoint
ALTER TABLE "cart_line" ALTER COLUMN "counter" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "cart" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "cart" ADD CONSTRAINT "cart_merged_into_cart_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."cart"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cart_merged_into" ON "cart" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "cart_expiry" ON "cart" USING btree ("expires_at") WHERE state in ('active', 'merged');--> statement-breakpoint
ALTER TABLE "cart" ADD CONSTRAINT "cart_merged" CHECK (("cart"."state" = 'merged') = ("cart"."merged_into" is not null));--> statement-breakpoint
ALTER TABLE "cart" ADD CONSTRAINT "cart_state" CHECK ("cart"."state" in ('active', 'ordered', 'abandoned', 'merged'));