CREATE SEQUENCE "public"."order_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 100001 CACHE 1;--> statement-breakpoint
CREATE TABLE "region" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"currency" char(3) NOT NULL,
	"tax_inclusive" boolean NOT NULL,
	"countries" jsonb NOT NULL,
	"locale" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipping_option" (
	"region_id" text NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"free_from_minor" bigint,
	"min_days" integer NOT NULL,
	"max_days" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "shipping_option_region_id_id_pk" PRIMARY KEY("region_id","id"),
	CONSTRAINT "shipping_option_price" CHECK ("shipping_option"."price_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tax_rate" (
	"region_id" text NOT NULL,
	"country" char(2) NOT NULL,
	"subdivision" text DEFAULT '' NOT NULL,
	"basis_points" integer NOT NULL,
	CONSTRAINT "tax_rate_region_id_country_subdivision_pk" PRIMARY KEY("region_id","country","subdivision"),
	CONSTRAINT "tax_rate_range" CHECK ("tax_rate"."basis_points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "category" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"hue" integer DEFAULT 0 NOT NULL,
	"image_src" text,
	CONSTRAINT "category_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "collection_product" (
	"collection_id" text NOT NULL,
	"product_id" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "collection_product_collection_id_product_id_pk" PRIMARY KEY("collection_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "collection" (
	"id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"hue" integer DEFAULT 0 NOT NULL,
	"starts_at" timestamp (3) with time zone,
	CONSTRAINT "collection_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "image" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"variant_id" text,
	"position" integer DEFAULT 0 NOT NULL,
	"src" text NOT NULL,
	"widths" integer[] DEFAULT '{}' NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"width" integer,
	"height" integer,
	"placeholder" text
);
--> statement-breakpoint
CREATE TABLE "price" (
	"variant_id" text NOT NULL,
	"region_id" text NOT NULL,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint NOT NULL,
	"compare_at_minor" bigint,
	CONSTRAINT "price_variant_id_region_id_pk" PRIMARY KEY("variant_id","region_id"),
	CONSTRAINT "price_amount" CHECK ("price"."amount_minor" >= 0),
	CONSTRAINT "price_compare_at" CHECK ("price"."compare_at_minor" is null or "price"."compare_at_minor" >= "price"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "product_category" (
	"product_id" text NOT NULL,
	"category_id" text NOT NULL,
	CONSTRAINT "product_category_product_id_category_id_pk" PRIMARY KEY("product_id","category_id")
);
--> statement-breakpoint
CREATE TABLE "product_option" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"values" jsonb NOT NULL,
	CONSTRAINT "product_option_axes" CHECK ("product_option"."position" between 0 and 2)
);
--> statement-breakpoint
CREATE TABLE "product_price" (
	"product_id" text NOT NULL,
	"region_id" text NOT NULL,
	"min_minor" bigint NOT NULL,
	"max_minor" bigint NOT NULL,
	CONSTRAINT "product_price_product_id_region_id_pk" PRIMARY KEY("product_id","region_id")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"subtitle" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"details" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"vendor" text DEFAULT '' NOT NULL,
	"product_type" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"hold_on_add" boolean DEFAULT false NOT NULL,
	"hue" integer DEFAULT 0 NOT NULL,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"search_vector" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', immutable_unaccent(title)), 'A') || setweight(to_tsvector('english', immutable_unaccent(title)), 'A') || setweight(to_tsvector('english', immutable_unaccent(subtitle || ' ' || vendor || ' ' || product_type || ' ' || immutable_array_to_string(tags))), 'B') || setweight(to_tsvector('english', immutable_unaccent(description)), 'C')) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_handle_unique" UNIQUE("handle"),
	CONSTRAINT "product_hue" CHECK ("product"."hue" between 0 and 359)
);
--> statement-breakpoint
CREATE TABLE "variant" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"sku" text,
	"barcode" text,
	"title" text NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"weight_grams" integer DEFAULT 0 NOT NULL,
	"requires_shipping" boolean DEFAULT true NOT NULL,
	"taxable" boolean DEFAULT true NOT NULL,
	"is_tracked" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "variant_sku_unique" UNIQUE("sku")
);
--> statement-breakpoint
CREATE TABLE "hold" (
	"id" text NOT NULL,
	"location_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	"owner_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hold_id_location_id_pk" PRIMARY KEY("id","location_id"),
	CONSTRAINT "hold_quantity" CHECK ("hold"."quantity" > 0),
	CONSTRAINT "hold_state" CHECK ("hold"."state" in ('held', 'confirmed', 'released', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "level" (
	"variant_id" text NOT NULL,
	"location_id" text NOT NULL,
	"on_hand" integer DEFAULT 0 NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "level_variant_id_location_id_pk" PRIMARY KEY("variant_id","location_id"),
	CONSTRAINT "level_held" CHECK ("level"."held" between 0 and "level"."on_hand")
);
--> statement-breakpoint
CREATE TABLE "location" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" char(2) NOT NULL,
	"home_region" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "movement" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "movement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"variant_id" text NOT NULL,
	"location_id" text NOT NULL,
	"delta" integer NOT NULL,
	"reason" text NOT NULL,
	"reference" text,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "movement_delta" CHECK ("movement"."delta" <> 0)
);
--> statement-breakpoint
CREATE TABLE "cart_line" (
	"cart_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"seen_price_minor" bigint NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_line_cart_id_variant_id_pk" PRIMARY KEY("cart_id","variant_id"),
	CONSTRAINT "cart_line_quantity" CHECK ("cart_line"."quantity" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "cart_operation" (
	"cart_id" text NOT NULL,
	"device" text NOT NULL,
	"seq" bigint NOT NULL,
	"is_applied" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_operation_cart_id_device_seq_pk" PRIMARY KEY("cart_id","device","seq")
);
--> statement-breakpoint
CREATE TABLE "cart" (
	"id" text PRIMARY KEY NOT NULL,
	"region_id" text NOT NULL,
	"currency" char(3) NOT NULL,
	"country" char(2),
	"subdivision" text,
	"state" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cart_state" CHECK ("cart"."state" in ('active', 'ordered', 'abandoned'))
);
--> statement-breakpoint
CREATE TABLE "checkout_line" (
	"checkout_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"hold_id" text,
	"product_id" text NOT NULL,
	"product_handle" text NOT NULL,
	"title" text NOT NULL,
	"variant_title" text NOT NULL,
	"sku" text,
	"options" jsonb NOT NULL,
	"image_src" text,
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"is_taxable" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "checkout_line_checkout_id_variant_id_pk" PRIMARY KEY("checkout_id","variant_id"),
	CONSTRAINT "checkout_line_quantity" CHECK ("checkout_line"."quantity" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "checkout" (
	"id" text PRIMARY KEY NOT NULL,
	"cart_id" text NOT NULL,
	"cart_version" integer NOT NULL,
	"region_id" text NOT NULL,
	"currency" char(3) NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"email" text,
	"shipping_address" jsonb,
	"shipping_option_id" text,
	"order_id" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checkout_state" CHECK ("checkout"."state" in ('open', 'paying', 'completed', 'expired', 'cancelled')),
	CONSTRAINT "checkout_completed" CHECK (("checkout"."state" = 'completed') = ("checkout"."order_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "payment_attempt" (
	"id" text PRIMARY KEY NOT NULL,
	"checkout_id" text NOT NULL,
	"provider" text NOT NULL,
	"token" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"provider_reference" text,
	"failure_reason" text,
	"action_url" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_attempt_amount" CHECK ("payment_attempt"."amount_minor" >= 0),
	CONSTRAINT "payment_attempt_state" CHECK ("payment_attempt"."state" in ('pending', 'requires_action', 'succeeded', 'declined', 'abandoned', 'refunded'))
);
--> statement-breakpoint
CREATE TABLE "test_charge" (
	"idempotency_key" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"state" text NOT NULL,
	"failure_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_charge_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "order_allocation" (
	"order_id" text NOT NULL,
	"hold_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"location_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "order_allocation_order_id_hold_id_location_id_pk" PRIMARY KEY("order_id","hold_id","location_id")
);
--> statement-breakpoint
CREATE TABLE "order_entry" (
	"order_id" text NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_entry_order_id_version_pk" PRIMARY KEY("order_id","version")
);
--> statement-breakpoint
CREATE TABLE "order_line" (
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"variant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_handle" text NOT NULL,
	"title" text NOT NULL,
	"variant_title" text NOT NULL,
	"sku" text,
	"options" jsonb NOT NULL,
	"image_src" text,
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	CONSTRAINT "order_line_order_id_position_pk" PRIMARY KEY("order_id","position"),
	CONSTRAINT "order_line_total" CHECK ("order_line"."total_minor" = "order_line"."unit_price_minor" * "order_line"."quantity" - "order_line"."discount_minor")
);
--> statement-breakpoint
CREATE TABLE "order" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"checkout_id" text NOT NULL,
	"payment_attempt_id" text,
	"region_id" text NOT NULL,
	"currency" char(3) NOT NULL,
	"state" text DEFAULT 'placed' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"email" text NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"shipping_option_id" text NOT NULL,
	"shipping_label" text NOT NULL,
	"tax_inclusive" boolean NOT NULL,
	"subtotal_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"shipping_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_number_unique" UNIQUE("number"),
	CONSTRAINT "order_checkoutId_unique" UNIQUE("checkout_id"),
	CONSTRAINT "order_paymentAttemptId_unique" UNIQUE("payment_attempt_id"),
	CONSTRAINT "order_total" CHECK ("order"."total_minor" = "order"."subtotal_minor" - "order"."discount_minor" + "order"."shipping_minor" + case when "order"."tax_inclusive" then 0 else "order"."tax_minor" end),
	CONSTRAINT "order_refunded" CHECK ("order"."refunded_minor" between 0 and "order"."total_minor"),
	CONSTRAINT "order_state" CHECK ("order"."state" in ('placed', 'paid', 'partly_fulfilled', 'fulfilled', 'delivered', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "event_cursor" (
	"consumer" text PRIMARY KEY NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_log" (
	"position" bigint PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"aggregate_type" text NOT NULL,
	"aggregate_id" text NOT NULL,
	"aggregate_version" integer NOT NULL,
	"data" jsonb NOT NULL,
	"traceparent" text,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_log_head" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"aggregate_type" text NOT NULL,
	"aggregate_id" text NOT NULL,
	"aggregate_version" integer NOT NULL,
	"data" jsonb NOT NULL,
	"traceparent" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"shard" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" jsonb,
	"locked_until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
ALTER TABLE "shipping_option" ADD CONSTRAINT "shipping_option_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rate" ADD CONSTRAINT "tax_rate_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category" ADD CONSTRAINT "category_parent_id_category_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image" ADD CONSTRAINT "image_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image" ADD CONSTRAINT "image_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price" ADD CONSTRAINT "price_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price" ADD CONSTRAINT "price_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_category" ADD CONSTRAINT "product_category_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_category" ADD CONSTRAINT "product_category_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_option" ADD CONSTRAINT "product_option_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_price" ADD CONSTRAINT "product_price_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_price" ADD CONSTRAINT "product_price_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level" ADD CONSTRAINT "level_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level" ADD CONSTRAINT "level_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."cart"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_operation" ADD CONSTRAINT "cart_operation_cart_id_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."cart"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart" ADD CONSTRAINT "cart_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout_line" ADD CONSTRAINT "checkout_line_checkout_id_checkout_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."checkout"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout" ADD CONSTRAINT "checkout_cart_id_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."cart"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout" ADD CONSTRAINT "checkout_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_checkout_id_checkout_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."checkout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_allocation" ADD CONSTRAINT "order_allocation_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_entry" ADD CONSTRAINT "order_entry_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_checkout_id_checkout_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."checkout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_payment_attempt_id_payment_attempt_id_fk" FOREIGN KEY ("payment_attempt_id") REFERENCES "public"."payment_attempt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_product_product" ON "collection_product" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "image_position" ON "image" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "image_variant" ON "image" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "product_category_category" ON "product_category" USING btree ("category_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_option_name" ON "product_option" USING btree ("product_id","name");--> statement-breakpoint
CREATE INDEX "product_price_order" ON "product_price" USING btree ("region_id","min_minor","product_id");--> statement-breakpoint
CREATE INDEX "product_search" ON "product" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "product_title_trgm" ON "product" USING gin (immutable_unaccent(lower("title")) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "product_facets" ON "product" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "product_newest" ON "product" USING btree ("published_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "product_by_title" ON "product" USING btree ("title","id") WHERE status = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "variant_options" ON "variant" USING btree ("product_id","options");--> statement-breakpoint
CREATE INDEX "variant_product" ON "variant" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "hold_owner" ON "hold" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "hold_expiry" ON "hold" USING btree ("expires_at") WHERE state = 'held';--> statement-breakpoint
CREATE INDEX "hold_open_variant" ON "hold" USING btree ("variant_id") WHERE state = 'held';--> statement-breakpoint
CREATE INDEX "movement_level" ON "movement" USING btree ("variant_id","location_id");--> statement-breakpoint
CREATE INDEX "cart_expiry" ON "cart" USING btree ("expires_at") WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "checkout_open_cart" ON "checkout" USING btree ("cart_id") WHERE state in ('open', 'paying');--> statement-breakpoint
CREATE INDEX "checkout_expiry" ON "checkout" USING btree ("expires_at") WHERE state in ('open', 'paying');--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempt_live" ON "payment_attempt" USING btree ("checkout_id") WHERE state in ('pending', 'requires_action', 'succeeded');--> statement-breakpoint
CREATE INDEX "payment_attempt_unsettled" ON "payment_attempt" USING btree ("updated_at") WHERE state in ('pending', 'requires_action');--> statement-breakpoint
CREATE INDEX "order_line_variant" ON "order_line" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "order_newest" ON "order" USING btree ("placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "event_log_event" ON "event_log" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_log_aggregate" ON "event_log" USING btree ("aggregate_id","position");--> statement-breakpoint
CREATE INDEX "event_log_age" ON "event_log" USING btree ("occurred_at");--> statement-breakpoint
CREATE INDEX "outbox_shard" ON "outbox" USING btree ("shard","id");--> statement-breakpoint
CREATE INDEX "idempotency_key_expiry" ON "idempotency_key" USING btree ("expires_at");