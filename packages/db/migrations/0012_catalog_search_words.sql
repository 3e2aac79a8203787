-- Numbers are never a slip of the keyboard, and a large catalogue has many: only words are kept for corrections.
DELETE FROM search_word WHERE word !~ '^[[:alpha:]]+$';
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_products(ids text[]) RETURNS void LANGUAGE sql AS $$
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

  INSERT INTO product_price AS pp (product_id, region_id, min_minor, max_minor)
  SELECT v.product_id, pr.region_id, min(pr.amount_minor), max(pr.amount_minor)
    FROM variant v JOIN price pr ON pr.variant_id = v.id
   WHERE v.product_id = ANY (ids)
   GROUP BY v.product_id, pr.region_id
  ON CONFLICT (product_id, region_id) DO UPDATE
     SET min_minor = excluded.min_minor, max_minor = excluded.max_minor
   WHERE (pp.min_minor, pp.max_minor) IS DISTINCT FROM (excluded.min_minor, excluded.max_minor);

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
$$;
