CREATE TABLE "survey" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"order_id" text,
	"cart_id" text,
	"language" text DEFAULT 'en' NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"token_hash" text,
	"asked_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"rating" integer,
	"choice" text,
	"comment" text,
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_orderId_unique" UNIQUE("order_id"),
	CONSTRAINT "survey_cartId_unique" UNIQUE("cart_id"),
	CONSTRAINT "survey_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "survey_subject" CHECK (("survey"."order_id" is null) <> ("survey"."cart_id" is null)),
	CONSTRAINT "survey_state" CHECK ("survey"."state" in ('planned', 'skipped')
        or ("survey"."state" in ('asked', 'answered') and "survey"."token_hash" is not null
          and "survey"."asked_at" is not null and "survey"."expires_at" is not null)),
	CONSTRAINT "survey_answer" CHECK (("survey"."state" = 'answered') = ("survey"."answered_at" is not null)
        and ("survey"."state" = 'answered') = ("survey"."rating" is not null) and "survey"."rating" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "consent" DROP CONSTRAINT "consent_purpose";--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_user" ON "survey" USING btree ("user_id","asked_at");--> statement-breakpoint
CREATE INDEX "survey_due" ON "survey" USING btree ("due_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "survey_answered" ON "survey" USING btree ("answered_at","id") WHERE state = 'answered';--> statement-breakpoint
CREATE INDEX "survey_unanswered" ON "survey" USING btree ("created_at") WHERE state <> 'answered';--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_purpose" CHECK ("consent"."purpose" in ('marketing', 'surveys'));