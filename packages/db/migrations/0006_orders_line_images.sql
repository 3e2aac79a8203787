ALTER TABLE "checkout_line" DROP COLUMN "image_src";--> statement-breakpoint
ALTER TABLE "payment_attempt" DROP COLUMN "provider_reference";--> statement-breakpoint
ALTER TABLE "order_line" DROP COLUMN "image_src";