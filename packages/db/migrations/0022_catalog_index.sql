CREATE TABLE "facet_map_version" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "facet_map_version_is_only" CHECK ("facet_map_version"."is_only")
);
--> statement-breakpoint
DROP INDEX "product_facets";--> statement-breakpoint
DROP INDEX "product_by_title";--> statement-breakpoint
ALTER TABLE "catalog_change" ADD COLUMN "version" bigint;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "sort_title" text GENERATED ALWAYS AS (left(lower(immutable_unaccent(title)), 80)) STORED;--> statement-breakpoint
CREATE INDEX "catalog_change_pending" ON "catalog_change" USING btree ("id") WHERE version is null;--> statement-breakpoint
CREATE INDEX "catalog_change_version" ON "catalog_change" USING btree ("version") WHERE version is not null;--> statement-breakpoint
CREATE INDEX "product_by_title" ON "product" USING btree (sort_title collate "C","id","number") WHERE status = 'active';
--> statement-breakpoint
INSERT INTO "facet_map_version" VALUES (true, 1);
--> statement-breakpoint
-- Prices are in no map: processes know each of them.
CREATE OR REPLACE VIEW product_facet (number, facet) AS
  SELECT p.number, f.facet FROM product p, unnest(p.facets) f(facet)
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
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
DELETE FROM "facet_map" WHERE facet LIKE 'price%';
--> statement-breakpoint
DROP FUNCTION price_step(bigint, integer);
--> statement-breakpoint
DROP AGGREGATE bit_chain(bit varying);
--> statement-breakpoint
-- Takes up to `most` changes into the facet maps; one at a time. Returns how many. The changes are marked first, the
-- products are read after: what changes in between is noted once more. Processes that follow the changes read those of
-- a version when they see it, so changes stay for some hundred versions.
CREATE OR REPLACE FUNCTION apply_catalog_changes(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  numbers integer[];
  next_version bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(4207318) THEN RETURN 0; END IF;
  SELECT version + 1 INTO next_version FROM facet_map_version;
  WITH taken AS (
    UPDATE catalog_change SET version = next_version
     WHERE id IN (SELECT id FROM catalog_change WHERE version IS NULL ORDER BY id LIMIT most) RETURNING number)
  SELECT array_agg(number) INTO numbers FROM taken;
  IF numbers IS NULL THEN RETURN 0; END IF;
  UPDATE facet_map_version SET version = next_version;
  DELETE FROM catalog_change WHERE version < next_version - 600;
  WITH changed AS (
    SELECT DISTINCT n AS number, n >> 14 AS chunk, set_bit(B'0'::bit(16384), n & 16383, 1) AS bit FROM unnest(numbers) n),
  touched AS (SELECT chunk, bit_or(bit) AS bits FROM changed GROUP BY chunk),
  present AS (
    SELECT f.facet, c.chunk, bit_or(c.bit) AS bits
      FROM changed c JOIN product_facet f ON f.number = c.number GROUP BY f.facet, c.chunk),
  wanted AS (
    SELECT coalesce(m.facet, p.facet) AS facet, t.chunk,
           (coalesce(m.bits, B'0'::bit(16384)) & ~t.bits) | coalesce(p.bits, B'0'::bit(16384)) AS bits, m.bits AS before
      FROM (SELECT m.* FROM facet_map m WHERE m.chunk IN (SELECT chunk FROM touched)) m
      FULL JOIN present p ON p.facet = m.facet AND p.chunk = m.chunk
      JOIN touched t ON t.chunk = coalesce(m.chunk, p.chunk)),
  emptied AS (
    DELETE FROM facet_map m USING wanted w
     WHERE m.facet = w.facet AND m.chunk = w.chunk AND bit_count(w.bits) = 0)
  INSERT INTO facet_map (facet, chunk, bits)
  SELECT facet, chunk, bits FROM wanted WHERE bits IS DISTINCT FROM before AND bit_count(bits) > 0
  ON CONFLICT (facet, chunk) DO UPDATE SET bits = excluded.bits;
  RETURN cardinality(numbers);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION rebuild_facet_maps() RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4207318);
  DELETE FROM catalog_change;
  -- Whoever follows the changes is too far behind, and reads the maps.
  UPDATE facet_map_version SET version = version + 10000;
  DELETE FROM facet_map;
  INSERT INTO facet_map (facet, chunk, bits)
  SELECT facet, number >> 14, bit_or(set_bit(B'0'::bit(16384), number & 16383, 1)) FROM product_facet GROUP BY 1, 2;
END $$;
