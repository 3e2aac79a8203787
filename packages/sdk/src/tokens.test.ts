import { expect, test } from "vitest";
import { json, problem, scripted } from "../test/server.ts";
import { clientCredentials, createMeridian } from "./index.ts";

const credentials = { clientId: "erp", clientSecret: "s:cr t" };

test("a token is asked for once, however many calls wait, and kept", async () => {
  const issuer = await scripted(json(200, { access_token: "one", expires_in: 300 }));
  const api = await scripted(json(200, []));
  const token = clientCredentials({ ...credentials, baseUrl: issuer.baseUrl, scopes: ["a", "b"] });
  const meridian = createMeridian({ baseUrl: api.baseUrl, token });
  await Promise.all([1, 2, 3].map(() => meridian.catalog.regions()));
  await meridian.catalog.regions();
  expect(issuer.requests.map(({ url, body }) => [url, body])).toEqual([
    ["/oauth2/token", "grant_type=client_credentials&scope=a+b"],
  ]);
  expect(issuer.requests[0]!.headers.authorization).toBe(`Basic ${btoa("erp:s%3Acr+t")}`);
  expect(api.requests.map(({ headers }) => headers.authorization)).toEqual(
    Array(4).fill("Bearer one"),
  );
});

test("a token about to end is renewed; one that is refused, once", async () => {
  const issuer = await scripted(
    json(200, { access_token: "ending", expires_in: 29 }),
    json(200, { access_token: "revoked", expires_in: 300 }),
    json(200, { access_token: "good", expires_in: 300 }),
    json(200, { access_token: "unused", expires_in: 300 }),
  );
  const refused = problem(401, "auth.token_invalid");
  const api = await scripted(
    json(200, []),
    refused,
    json(200, []),
    json(200, []),
    refused,
    refused,
  );
  const meridian = createMeridian({
    baseUrl: api.baseUrl,
    token: clientCredentials({ ...credentials, baseUrl: issuer.baseUrl }),
  });
  await meridian.catalog.regions();
  await meridian.catalog.regions();
  await meridian.catalog.regions();
  expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer ending",
    "Bearer revoked",
    "Bearer good",
    "Bearer good",
  ]);
  await expect(meridian.catalog.regions()).rejects.toMatchObject({ status: 401 });
});

test("credentials that are not right are told from an API that does not answer", async () => {
  const error_description = "invalid client_secret";
  const issuer = await scripted(json(401, { error: "invalid_client", error_description }));
  const token = clientCredentials({ ...credentials, baseUrl: issuer.baseUrl });
  const meridian = createMeridian({ baseUrl: issuer.baseUrl, token });
  await expect(meridian.catalog.regions()).rejects.toMatchObject({
    name: "CredentialsError",
    code: "invalid_client",
    message: "invalid_client: invalid client_secret",
  });
  expect(issuer.requests).toHaveLength(1);
});

test("a static token that is refused is not asked for again", async () => {
  const api = await scripted(problem(401, "auth.token_invalid"));
  const meridian = createMeridian({ baseUrl: api.baseUrl, token: "old" });
  await expect(meridian.catalog.regions()).rejects.toMatchObject({ reason: "auth.token_invalid" });
  expect(api.requests).toHaveLength(1);
});
