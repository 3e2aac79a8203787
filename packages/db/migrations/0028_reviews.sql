-- Stars in tenths, halves up: what is shown. `ratingOf` reckons the same.
CREATE FUNCTION rating_tenths(stars integer, reviews integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN reviews = 0 THEN 0 ELSE ((stars::bigint * 20 + reviews) / (reviews::bigint * 2))::integer END;
--> statement-breakpoint
-- What lists sort by, in millionths: as if five more people had given four stars, so that few reviews count for less.
CREATE FUNCTION rating_rank(stars integer, reviews integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN reviews = 0 THEN 0 ELSE (stars::bigint + 20) * 1000000 / (reviews + 5) END;
--> statement-breakpoint
CREATE TABLE "contribution_report" (
	"contribution_id" text NOT NULL,
	"user_id" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contribution_report_contribution_id_user_id_pk" PRIMARY KEY("contribution_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "contribution_vote" (
	"contribution_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contribution_vote_contribution_id_user_id_pk" PRIMARY KEY("contribution_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "contribution" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"product_id" text NOT NULL,
	"question_id" text,
	"user_id" text,
	"display_name" text NOT NULL,
	"is_staff" boolean DEFAULT false NOT NULL,
	"rating" integer,
	"title" text,
	"body" text NOT NULL,
	"is_verified" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"rejected_for" text,
	"rejection_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"helpful_count" integer DEFAULT 0 NOT NULL,
	"votes_version" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contribution_kind" CHECK (("contribution"."kind" = 'review') = ("contribution"."rating" is not null and "contribution"."title" is not null)
        and ("contribution"."kind" = 'answer') = ("contribution"."question_id" is not null)
        and "contribution"."kind" in ('review', 'question', 'answer')),
	CONSTRAINT "contribution_stars" CHECK ("contribution"."rating" between 1 and 5),
	CONSTRAINT "contribution_state" CHECK (("contribution"."state" = 'pending' and "contribution"."queued_at" is not null)
        or ("contribution"."state" = 'published' and "contribution"."published_at" is not null)
        or ("contribution"."state" = 'rejected' and "contribution"."rejected_for" is not null)),
	CONSTRAINT "contribution_helpful_count" CHECK ("contribution"."helpful_count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "rating_sum" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "rating_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "rating_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contribution_report" ADD CONSTRAINT "contribution_report_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_report" ADD CONSTRAINT "contribution_report_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_vote" ADD CONSTRAINT "contribution_vote_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_vote" ADD CONSTRAINT "contribution_vote_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_question_id_contribution_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."contribution"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contribution_report_user" ON "contribution_report" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "contribution_vote_user" ON "contribution_vote" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contribution_review" ON "contribution" USING btree ("product_id","user_id") WHERE kind = 'review';--> statement-breakpoint
CREATE INDEX "contribution_newest" ON "contribution" USING btree ("product_id","kind","published_at","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "contribution_helpful" ON "contribution" USING btree ("product_id","helpful_count","id") WHERE state = 'published' and kind = 'review';--> statement-breakpoint
CREATE INDEX "contribution_rating" ON "contribution" USING btree ("product_id","rating","id") WHERE state = 'published' and kind = 'review';--> statement-breakpoint
CREATE INDEX "contribution_question" ON "contribution" USING btree ("question_id") WHERE question_id is not null;--> statement-breakpoint
CREATE INDEX "contribution_user" ON "contribution" USING btree ("user_id","id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "contribution_queue" ON "contribution" USING btree ("queued_at","id") WHERE queued_at is not null;--> statement-breakpoint
CREATE INDEX "product_best_rated" ON "product" USING btree (rating_rank(rating_sum, rating_count),"id","number") WHERE status = 'active';--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_rating" CHECK ("product"."rating_sum" between "product"."rating_count" and "product"."rating_count"::bigint * 5);
--> statement-breakpoint
CREATE OR REPLACE VIEW product_facet (number, facet) AS
  SELECT p.number, f.facet FROM product p, unnest(p.facets) f(facet)
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
  UNION ALL
  SELECT p.number, 'rating:' || n FROM product p, generate_series(1, least(4, rating_tenths(p.rating_sum, p.rating_count) / 10)) n
   WHERE p.status = 'active' AND p.published_at IS NOT NULL AND p.rating_count > 0
  UNION ALL
  SELECT p.number, 'region:' || pp.region_id FROM product p JOIN product_price pp ON pp.product_id = p.id
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
  UNION ALL
  SELECT p.number, 'stock:' || pp.region_id FROM product p JOIN product_price pp ON pp.product_id = p.id
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
     AND EXISTS (SELECT FROM variant v JOIN price pr ON pr.variant_id = v.id AND pr.region_id = pp.region_id
                  WHERE v.product_id = pp.product_id AND (NOT v.is_tracked OR EXISTS (
                        SELECT FROM level l WHERE l.variant_id = v.id AND l.on_hand > l.held)));
--> statement-breakpoint
DROP TRIGGER product_change ON "product";
--> statement-breakpoint
CREATE TRIGGER product_change AFTER UPDATE ON "product" FOR EACH ROW
  WHEN ((OLD.status, OLD.published_at, OLD.facets, OLD.rating_sum, OLD.rating_count)
    IS DISTINCT FROM (NEW.status, NEW.published_at, NEW.facets, NEW.rating_sum, NEW.rating_count))
  EXECUTE FUNCTION note_product_change();
