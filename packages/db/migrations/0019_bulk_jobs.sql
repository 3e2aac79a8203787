CREATE TABLE "bulk_chunk" (
	"job_id" text NOT NULL,
	"start" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "bulk_chunk_job_id_start_pk" PRIMARY KEY("job_id","start")
);
--> statement-breakpoint
CREATE TABLE "bulk_job" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"file_bytes" bigint DEFAULT 0 NOT NULL,
	"done_bytes" bigint DEFAULT 0 NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_changed" integer DEFAULT 0 NOT NULL,
	"rows_unchanged" integer DEFAULT 0 NOT NULL,
	"rows_refused" integer DEFAULT 0 NOT NULL,
	"place" jsonb,
	"failure" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_job_state" CHECK ("bulk_job"."state" in ('awaiting_file', 'queued', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "bulk_refusal" (
	"job_id" text NOT NULL,
	"line" integer NOT NULL,
	"place" integer NOT NULL,
	"column" text,
	"reason" text NOT NULL,
	CONSTRAINT "bulk_refusal_job_id_line_place_pk" PRIMARY KEY("job_id","line","place")
);
--> statement-breakpoint
ALTER TABLE "bulk_chunk" ADD CONSTRAINT "bulk_chunk_job_id_bulk_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."bulk_job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_refusal" ADD CONSTRAINT "bulk_refusal_job_id_bulk_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."bulk_job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_job_open" ON "bulk_job" USING btree ("updated_at") WHERE state in ('queued', 'running');