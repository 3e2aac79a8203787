CREATE TABLE "webhook_detour" (
	"webhook_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_detour_webhook_id_kind_pk" PRIMARY KEY("webhook_id","kind")
);
--> statement-breakpoint
ALTER TABLE "webhook_detour" ADD CONSTRAINT "webhook_detour_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE cascade ON UPDATE no action;