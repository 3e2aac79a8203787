ALTER TABLE "cart_operation" ADD COLUMN "refusal" jsonb;--> statement-breakpoint
CREATE INDEX "movement_reference" ON "movement" USING btree ("reference") WHERE reference is not null;