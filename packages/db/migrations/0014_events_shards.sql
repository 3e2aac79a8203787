DROP INDEX "event_log_event";--> statement-breakpoint
DROP INDEX "event_log_age";--> statement-breakpoint
DROP INDEX "outbox_shard";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_pkey";--> statement-breakpoint
ALTER TABLE "outbox" DROP COLUMN "shard";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "shard" smallint GENERATED ALWAYS AS ((hashtext(aggregate_id) & 7)::smallint) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_shard_id_pk" PRIMARY KEY("shard","id");
