ALTER TABLE "refund" DROP CONSTRAINT "refund_state";--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "failure_reason" text;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_state" CHECK ("refund"."state" in ('owed', 'done', 'refused'));