CREATE TABLE "category_translation" (
	"category_id" text NOT NULL,
	"language" text NOT NULL,
	"title" text,
	"description" text,
	CONSTRAINT "category_translation_category_id_language_pk" PRIMARY KEY("category_id","language"),
	CONSTRAINT "category_translation_language" CHECK ("category_translation"."language" ~ '^[a-z]{2}$' and "category_translation"."language" <> 'en')
);
--> statement-breakpoint
CREATE TABLE "collection_translation" (
	"collection_id" text NOT NULL,
	"language" text NOT NULL,
	"title" text,
	"description" text,
	CONSTRAINT "collection_translation_collection_id_language_pk" PRIMARY KEY("collection_id","language"),
	CONSTRAINT "collection_translation_language" CHECK ("collection_translation"."language" ~ '^[a-z]{2}$' and "collection_translation"."language" <> 'en')
);
--> statement-breakpoint
CREATE TABLE "option_translation" (
	"language" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "option_translation_language_name_value_pk" PRIMARY KEY("language","name","value"),
	CONSTRAINT "option_translation_language" CHECK ("option_translation"."language" ~ '^[a-z]{2}$' and "option_translation"."language" <> 'en')
);
--> statement-breakpoint
CREATE TABLE "product_translation" (
	"product_id" text NOT NULL,
	"language" text NOT NULL,
	"title" text,
	"subtitle" text,
	"description" text,
	"details" jsonb,
	"alts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search_vector" "tsvector" DEFAULT '' NOT NULL,
	"folded" text DEFAULT '' NOT NULL,
	CONSTRAINT "product_translation_product_id_language_pk" PRIMARY KEY("product_id","language"),
	CONSTRAINT "product_translation_language" CHECK ("product_translation"."language" ~ '^[a-z]{2}$' and "product_translation"."language" <> 'en')
);
--> statement-breakpoint
CREATE TABLE "promotion_translation" (
	"promotion_id" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "promotion_translation_promotion_id_language_pk" PRIMARY KEY("promotion_id","language"),
	CONSTRAINT "promotion_translation_language" CHECK ("promotion_translation"."language" ~ '^[a-z]{2}$' and "promotion_translation"."language" <> 'en')
);
--> statement-breakpoint
CREATE TABLE "shipping_option_translation" (
	"region_id" text NOT NULL,
	"option_id" text NOT NULL,
	"language" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "shipping_option_translation_region_id_option_id_language_pk" PRIMARY KEY("region_id","option_id","language"),
	CONSTRAINT "shipping_option_translation_language" CHECK ("shipping_option_translation"."language" ~ '^[a-z]{2}$' and "shipping_option_translation"."language" <> 'en')
);
--> statement-breakpoint
CREATE TABLE "translated_word" (
	"language" text NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "translated_word_language_word_pk" PRIMARY KEY("language","word")
);
--> statement-breakpoint
ALTER TABLE "cart" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "checkout" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "category_translation" ADD CONSTRAINT "category_translation_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_translation" ADD CONSTRAINT "collection_translation_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_translation" ADD CONSTRAINT "product_translation_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_translation" ADD CONSTRAINT "promotion_translation_promotion_id_promotion_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipping_option_translation" ADD CONSTRAINT "shipping_option_translation_option" FOREIGN KEY ("region_id","option_id") REFERENCES "public"."shipping_option"("region_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_translation_search" ON "product_translation" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "product_translation_folded" ON "product_translation" USING gin (folded gin_trgm_ops) WHERE language = 'de';--> statement-breakpoint
CREATE INDEX "translated_word_trgm" ON "translated_word" USING gist (lower("word") gist_trgm_ops);
--> statement-breakpoint
-- Pairs of neighbouring letters, for languages without spaces; what is in Latin letters or figures stays a word. Characters
-- that separate are named, since what a letter is depends on the database's locale.
CREATE FUNCTION bigrams(words text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT gram
      FROM unnest(regexp_split_to_array(lower(normalize(words, NFKC)), '[][\s!-/:-@\\^-`{-~、。・「」『』〜…–—]+')) run,
           LATERAL (
             SELECT run AS gram WHERE run ~ '^[a-z0-9]+$' OR length(run) = 1
             UNION ALL
             SELECT substr(run, at, 2) FROM generate_series(1, length(run)) at WHERE run !~ '^[a-z0-9]+$') grams
     WHERE gram <> '');
--> statement-breakpoint
-- As search_words, in another language.
CREATE FUNCTION translated_words(language text, title text, names text, description text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  config regconfig := CASE language WHEN 'de' THEN 'german' ELSE 'simple' END;
  of_title tsvector;
  of_names tsvector;
  of_description tsvector;
BEGIN
  IF language = 'ja' THEN
    of_title := array_to_tsvector(bigrams(title));
    of_names := of_title || array_to_tsvector(bigrams(names));
    of_description := array_to_tsvector(bigrams(description));
  ELSE
    of_title := to_tsvector('simple', immutable_unaccent(title)) || to_tsvector(config, immutable_unaccent(title));
    of_names := of_title || to_tsvector(config, immutable_unaccent(names));
    of_description := to_tsvector(config, immutable_unaccent(description));
  END IF;
  RETURN strip(of_names || of_description) || mark_words(':n:', of_names) || mark_words(':t:', of_title);
END $$;
--> statement-breakpoint
CREATE FUNCTION tell_translated_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  names text;
BEGIN
  SELECT translated_words(NEW.language, coalesce(NEW.title, p.title),
           coalesce(NEW.subtitle, p.subtitle) || ' ' || p.vendor || ' ' || p.product_type || ' ' || immutable_array_to_string(p.tags),
           coalesce(NEW.description, p.description)),
         lower(immutable_unaccent(coalesce(NEW.title, p.title))),
         coalesce(NEW.title, p.title) || ' ' || coalesce(NEW.subtitle, p.subtitle)
    INTO NEW.search_vector, NEW.folded, names
    FROM product p WHERE p.id = NEW.product_id;
  -- Letters in pairs are not corrected. In word order, and only what is new, as refresh_products.
  IF NEW.language <> 'ja' THEN
    INSERT INTO translated_word (language, word)
    SELECT NEW.language, w.word
      FROM unnest(tsvector_to_array(to_tsvector('simple', immutable_unaccent(names)))) AS w(word)
     WHERE w.word ~ '^[[:alpha:]]{3,40}$'
       AND NOT EXISTS (SELECT FROM translated_word known WHERE known.language = NEW.language AND known.word = w.word)
     ORDER BY w.word
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER product_translation_words BEFORE INSERT OR UPDATE ON "product_translation" FOR EACH ROW
  EXECUTE FUNCTION tell_translated_words();
--> statement-breakpoint
-- What a translation leaves out is told in English, and found by it.
CREATE FUNCTION retell_translated_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE product_translation SET language = language WHERE product_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER product_words_change AFTER UPDATE ON "product" FOR EACH ROW
  WHEN ((OLD.title, OLD.subtitle, OLD.description, OLD.vendor, OLD.product_type, OLD.tags)
    IS DISTINCT FROM (NEW.title, NEW.subtitle, NEW.description, NEW.vendor, NEW.product_type, NEW.tags))
  EXECUTE FUNCTION retell_translated_words();
--> statement-breakpoint
-- A variant's title is its values in the product's order: each by its label; what is no value stays.
CREATE FUNCTION variant_title(title text, options jsonb, told text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN coalesce((
  SELECT string_agg(coalesce(named.label, part), ' / ' ORDER BY place)
    FROM unnest(string_to_array(title, ' / ')) WITH ORDINALITY AS parts(part, place)
    LEFT JOIN LATERAL (
      SELECT o.label FROM jsonb_each_text(options) chosen
        JOIN option_translation o ON o.language = told AND o.name = chosen.key AND o.value = chosen.value
       WHERE chosen.value = part LIMIT 1) named ON true), title);
--> statement-breakpoint
-- Ways to ship that are called what the first migrations called them.
INSERT INTO "shipping_option_translation" ("region_id", "option_id", "language", "label")
SELECT s.region_id, s.id, words.language, words.label
  FROM "shipping_option" s
  JOIN (VALUES ('Standard', 'de', 'Standardversand'), ('Express', 'de', 'Expressversand'),
               ('Standard', 'ja', '通常配送'), ('Express', 'ja', 'お急ぎ便')) AS words(told, language, label) ON words.told = s.label;
