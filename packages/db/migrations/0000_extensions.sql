CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- unaccent() and array_to_string() are only STABLE (a dictionary or an output function could change), so
-- neither may stand in an index or a generated column. Both are fixed here: the dictionary is named, the array is text[].
CREATE FUNCTION immutable_unaccent(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN public.unaccent('public.unaccent'::regdictionary, value);
--> statement-breakpoint
CREATE FUNCTION immutable_array_to_string(value text[]) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_to_string(value, ' ');
