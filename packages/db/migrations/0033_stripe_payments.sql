CREATE TABLE "stripe_payment" (
	"attempt_id" text PRIMARY KEY NOT NULL,
	"reference" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
