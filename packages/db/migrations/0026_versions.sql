ALTER TABLE "category" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "collection" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Whoever writes: the shop, its sign-in library, somebody with a console.
CREATE TRIGGER user_version BEFORE UPDATE ON "user" FOR EACH ROW
  WHEN ((OLD.email, OLD.name, OLD.role) IS DISTINCT FROM (NEW.email, NEW.name, NEW.role))
  EXECUTE FUNCTION raise_version();
