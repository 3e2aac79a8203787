ALTER TABLE "checkout" ADD COLUMN "gift_message" text;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "gift_message" text;