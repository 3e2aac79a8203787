INSERT INTO "region" ("id", "name", "currency", "tax_inclusive", "countries", "locale", "position") VALUES
  ('eu', 'Europe', 'EUR', true, '["DE","AT","BE","DK","ES","FI","FR","IE","IT","LU","NL","PL","PT","SE"]', 'en-IE', 0),
  ('uk', 'United Kingdom', 'GBP', true, '["GB"]', 'en-GB', 1),
  ('us', 'United States', 'USD', false, '["US"]', 'en-US', 2),
  ('jp', 'Japan', 'JPY', true, '["JP"]', 'ja-JP', 3);
--> statement-breakpoint
-- Standard VAT rates of the EU members served (European Commission, 2026), UK 20 %, Japan 10 %.
INSERT INTO "tax_rate" ("region_id", "country", "basis_points") VALUES
  ('eu', 'DE', 1900), ('eu', 'AT', 2000), ('eu', 'BE', 2100), ('eu', 'DK', 2500), ('eu', 'ES', 2100),
  ('eu', 'FI', 2550), ('eu', 'FR', 2000), ('eu', 'IE', 2300), ('eu', 'IT', 2200), ('eu', 'LU', 1700),
  ('eu', 'NL', 2100), ('eu', 'PL', 2300), ('eu', 'PT', 2300), ('eu', 'SE', 2500),
  ('uk', 'GB', 2000), ('jp', 'JP', 1000), ('us', 'US', 0);
--> statement-breakpoint
-- State sales tax without local surtaxes.
INSERT INTO "tax_rate" ("region_id", "country", "subdivision", "basis_points") VALUES
  ('us','US','AL',400),('us','US','AK',0),('us','US','AZ',560),('us','US','AR',650),('us','US','CA',725),
  ('us','US','CO',290),('us','US','CT',635),('us','US','DE',0),('us','US','DC',600),('us','US','FL',600),
  ('us','US','GA',400),('us','US','HI',400),('us','US','ID',600),('us','US','IL',625),('us','US','IN',700),
  ('us','US','IA',600),('us','US','KS',650),('us','US','KY',600),('us','US','LA',500),('us','US','ME',550),
  ('us','US','MD',600),('us','US','MA',625),('us','US','MI',600),('us','US','MN',688),('us','US','MS',700),
  ('us','US','MO',423),('us','US','MT',0),('us','US','NE',550),('us','US','NV',685),('us','US','NH',0),
  ('us','US','NJ',663),('us','US','NM',488),('us','US','NY',400),('us','US','NC',475),('us','US','ND',500),
  ('us','US','OH',575),('us','US','OK',450),('us','US','OR',0),('us','US','PA',600),('us','US','RI',700),
  ('us','US','SC',600),('us','US','SD',420),('us','US','TN',700),('us','US','TX',625),('us','US','UT',610),
  ('us','US','VT',600),('us','US','VA',530),('us','US','WA',650),('us','US','WV',600),('us','US','WI',500),
  ('us','US','WY',400);
--> statement-breakpoint
INSERT INTO "shipping_option" ("region_id", "id", "label", "price_minor", "free_from_minor", "min_days", "max_days", "position") VALUES
  ('eu', 'standard', 'Standard', 490, 7500, 2, 4, 0), ('eu', 'express', 'Express', 1290, NULL, 1, 2, 1),
  ('uk', 'standard', 'Standard', 450, 6500, 2, 4, 0), ('uk', 'express', 'Express', 990, NULL, 1, 2, 1),
  ('us', 'standard', 'Standard', 595, 7500, 3, 6, 0), ('us', 'express', 'Express', 1495, NULL, 1, 2, 1),
  ('jp', 'standard', 'Standard', 600, 10000, 2, 3, 0), ('jp', 'express', 'Express', 1200, NULL, 1, 1, 1);
