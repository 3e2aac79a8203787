CREATE TABLE "drop_pass" (
	"collection_id" text NOT NULL,
	"place_key" text NOT NULL,
	"cart_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drop_pass_collection_id_place_key_pk" PRIMARY KEY("collection_id","place_key")
);
--> statement-breakpoint
ALTER TABLE "collection" ADD COLUMN "admits" integer;--> statement-breakpoint
ALTER TABLE "drop_pass" ADD CONSTRAINT "drop_pass_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drop_pass" ADD CONSTRAINT "drop_pass_cart_id_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."cart"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drop_pass_cart" ON "drop_pass" USING btree ("cart_id");