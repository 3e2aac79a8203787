CREATE TABLE "catalog_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "catalog_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" integer NOT NULL
);
--> statement-breakpoint
-- A queue: rows live for a second.
ALTER TABLE "catalog_change" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
--> statement-breakpoint
CREATE TABLE "facet_map" (
	"facet" text COLLATE "C" NOT NULL,
	"chunk" integer NOT NULL,
	"bits" bit(16384) NOT NULL,
	CONSTRAINT "facet_map_facet_chunk_pk" PRIMARY KEY("facet","chunk")
);
--> statement-breakpoint
-- Beside the facet, compressed where few products have it: no chunk costs a visit elsewhere.
ALTER TABLE "facet_map" ALTER COLUMN "bits" SET STORAGE MAIN;
--> statement-breakpoint
DROP INDEX "product_price_order";--> statement-breakpoint
DROP INDEX "product_newest";--> statement-breakpoint
DROP INDEX "product_by_title";--> statement-breakpoint
CREATE FUNCTION mark_words(mark text, words tsvector) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_to_tsvector(ARRAY(SELECT mark || word FROM unnest(tsvector_to_array(words)) word));
--> statement-breakpoint
-- A title's words also as they are written: a beginning is a beginning of the word, not of its stem.
CREATE FUNCTION search_words(title text, names text, description text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  of_title tsvector := to_tsvector('simple', immutable_unaccent(title)) || to_tsvector('english', immutable_unaccent(title));
  of_names tsvector := of_title || to_tsvector('english', immutable_unaccent(names));
BEGIN
  RETURN strip(of_names || to_tsvector('english', immutable_unaccent(description)))
    || mark_words(':n:', of_names) || mark_words(':t:', of_title);
END $$;
--> statement-breakpoint
-- The same query of words that stand behind a mark.
CREATE FUNCTION mark_query(mark text, query tsquery) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(query::text, '''([^'']+)''', '''' || mark || '\1''', 'g')::tsquery;
--> statement-breakpoint
-- Prices of the same length and the same first digits: 2,900 to 2,999 are `0429`, 2,000 to 2,999 are `042`. Steps of one
-- size sort like their prices.
CREATE FUNCTION price_step(minor bigint, digits integer) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lpad(length(minor::text)::text, 2, '0') || left(minor::text, digits);
--> statement-breakpoint
ALTER TABLE "product" drop column "search_vector";--> statement-breakpoint
ALTER TABLE "product"
  ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "product_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
  ADD COLUMN "search_vector" "tsvector" GENERATED ALWAYS AS (search_words(title, subtitle || ' ' || vendor || ' ' || product_type || ' ' || immutable_array_to_string(tags), description)) STORED;
--> statement-breakpoint
-- The planner must know frequent words, to choose between collecting what has them and walking along an order.
ALTER TABLE "product" ALTER COLUMN "search_vector" SET STATISTICS 1000;
--> statement-breakpoint
ALTER TABLE "product_price" ADD COLUMN "number" integer;--> statement-breakpoint
UPDATE "product_price" pp SET "number" = p."number" FROM "product" p WHERE p."id" = pp."product_id";--> statement-breakpoint
ALTER TABLE "product_price" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "product_search" ON "product" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "product_price_order" ON "product_price" USING btree ("region_id","min_minor","product_id","number");--> statement-breakpoint
CREATE INDEX "product_newest" ON "product" USING btree ("published_at" DESC NULLS LAST,"id" DESC NULLS LAST,"number") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "product_by_title" ON "product" USING btree (left(lower(immutable_unaccent(title)), 80) collate "C","id","number") WHERE status = 'active';--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_number_unique" UNIQUE("number");
--> statement-breakpoint
-- What the facet maps hold of a product.
CREATE VIEW product_facet (number, facet) AS
  SELECT p.number, f.facet FROM product p, unnest(p.facets) f(facet)
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
  UNION ALL
  SELECT p.number, 'region:' || pp.region_id FROM product p JOIN product_price pp ON pp.product_id = p.id
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
  UNION ALL
  SELECT p.number, 'price' || digits || '.' || pp.region_id || ':' || price_step(pp.min_minor, digits)
    FROM product p JOIN product_price pp ON pp.product_id = p.id, generate_series(1, 2) digits
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
  UNION ALL
  SELECT p.number, 'stock:' || pp.region_id FROM product p JOIN product_price pp ON pp.product_id = p.id
   WHERE p.status = 'active' AND p.published_at IS NOT NULL
     AND EXISTS (SELECT FROM variant v JOIN price pr ON pr.variant_id = v.id AND pr.region_id = pp.region_id
                  WHERE v.product_id = pp.product_id AND (NOT v.is_tracked OR EXISTS (
                        SELECT FROM level l WHERE l.variant_id = v.id AND l.on_hand > l.held)));
--> statement-breakpoint
-- Over an expression, so that a word is looked up in its key and not here, where that takes fifty times as long.
DROP INDEX "search_word_trgm";--> statement-breakpoint
CREATE INDEX "search_word_trgm" ON "search_word" USING gist (lower("word") gist_trgm_ops);
--> statement-breakpoint
-- Chunks one behind the other.
CREATE AGGREGATE bit_chain(bit varying) (SFUNC = bitcat, STYPE = bit varying, INITCOND = '');
--> statement-breakpoint
-- Takes up to `most` changes into the facet maps; one at a time. Returns how many. The changes go first, the products
-- are read after: what changes in between is in the queue once more.
CREATE FUNCTION apply_catalog_changes(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  numbers integer[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(4207318) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM catalog_change WHERE id IN (SELECT id FROM catalog_change ORDER BY id LIMIT most) RETURNING number)
  SELECT array_agg(number) INTO numbers FROM taken;
  IF numbers IS NULL THEN RETURN 0; END IF;
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
-- Makes the facet maps anew, for whoever filled the catalogue without telling: seconds for a million products.
CREATE FUNCTION rebuild_facet_maps() RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4207318);
  DELETE FROM catalog_change;
  DELETE FROM facet_map;
  INSERT INTO facet_map (facet, chunk, bits)
  SELECT facet, number >> 14, bit_or(set_bit(B'0'::bit(16384), number & 16383, 1)) FROM product_facet GROUP BY 1, 2;
END $$;
--> statement-breakpoint
-- Stock that begins or ends; any other change of a level costs one comparison.
CREATE FUNCTION note_stock_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO catalog_change (number)
  SELECT p.number FROM variant v JOIN product p ON p.id = v.product_id WHERE v.id = coalesce(NEW.variant_id, OLD.variant_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER level_stock_change AFTER UPDATE ON "level" FOR EACH ROW
  WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held)) EXECUTE FUNCTION note_stock_change();
--> statement-breakpoint
CREATE TRIGGER level_stock_begin AFTER INSERT ON "level" FOR EACH ROW
  WHEN (NEW.on_hand > NEW.held) EXECUTE FUNCTION note_stock_change();
--> statement-breakpoint
CREATE TRIGGER level_stock_end AFTER DELETE ON "level" FOR EACH ROW
  WHEN (OLD.on_hand > OLD.held) EXECUTE FUNCTION note_stock_change();
--> statement-breakpoint
CREATE FUNCTION note_product_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO catalog_change (number) VALUES (coalesce(NEW.number, OLD.number));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER product_change AFTER UPDATE ON "product" FOR EACH ROW
  WHEN ((OLD.status, OLD.published_at, OLD.facets) IS DISTINCT FROM (NEW.status, NEW.published_at, NEW.facets))
  EXECUTE FUNCTION note_product_change();
--> statement-breakpoint
CREATE TRIGGER product_end AFTER DELETE ON "product" FOR EACH ROW EXECUTE FUNCTION note_product_change();
--> statement-breakpoint
-- Planning these statements anew for each product took six times as long as running them: they keep their plans, which
-- must suit a full catalogue although they were made in an empty one.
CREATE OR REPLACE FUNCTION refresh_products(ids text[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  WITH derived AS (
    SELECT p.id, ARRAY(
      SELECT DISTINCT facet FROM (
        SELECT 'category:' || c.handle AS facet
          FROM product_category pc
          JOIN category own ON own.id = pc.category_id
          JOIN category c ON c.id IN (own.id, own.parent_id)
         WHERE pc.product_id = p.id
        UNION ALL
        SELECT 'collection:' || c.handle
          FROM collection_product cp JOIN collection c ON c.id = cp.collection_id
         WHERE cp.product_id = p.id
        UNION ALL
        SELECT 'option.' || replace(replace(o.key, '%', '%25'), ':', '%3A') || ':' || o.value
          FROM variant v, jsonb_each_text(v.options) o
         WHERE v.product_id = p.id
      ) all_facets ORDER BY facet
    ) AS facets
    FROM product p WHERE p.id = ANY (ids)
  )
  UPDATE product p SET facets = d.facets
    FROM derived d WHERE d.id = p.id AND p.facets IS DISTINCT FROM d.facets;

  DELETE FROM product_price pp
   WHERE pp.product_id = ANY (ids)
     AND NOT EXISTS (
       SELECT FROM variant v JOIN price pr ON pr.variant_id = v.id
        WHERE v.product_id = pp.product_id AND pr.region_id = pp.region_id);

  INSERT INTO product_price AS pp (product_id, region_id, number, min_minor, max_minor)
  SELECT p.id, pr.region_id, p.number, min(pr.amount_minor), max(pr.amount_minor)
    FROM product p JOIN variant v ON v.product_id = p.id JOIN price pr ON pr.variant_id = v.id
   WHERE p.id = ANY (ids)
   GROUP BY p.id, pr.region_id
  ON CONFLICT (product_id, region_id) DO UPDATE
     SET min_minor = excluded.min_minor, max_minor = excluded.max_minor
   WHERE (pp.min_minor, pp.max_minor) IS DISTINCT FROM (excluded.min_minor, excluded.max_minor);

  -- Facets, prices and what can be bought where: any of it may have changed.
  INSERT INTO catalog_change (number) SELECT number FROM product WHERE id = ANY (ids);

  -- In word order, and only what is new: two writers can't wait for each other in a circle.
  INSERT INTO search_word (word)
  SELECT DISTINCT w.word
    FROM product p, unnest(tsvector_to_array(to_tsvector('simple', immutable_unaccent(
           p.title || ' ' || p.subtitle || ' ' || p.vendor || ' ' || p.product_type || ' '
           || immutable_array_to_string(p.tags))))) AS w(word)
   WHERE p.id = ANY (ids) AND w.word ~ '^[[:alpha:]]{3,40}$'
     AND NOT EXISTS (SELECT FROM search_word known WHERE known.word = w.word)
   ORDER BY w.word
  ON CONFLICT DO NOTHING;
END $$;
--> statement-breakpoint
SELECT rebuild_facet_maps();
