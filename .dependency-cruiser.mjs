/**
 * Who may import whom: the table of docs/architecture.md as rules. Tests are free of them, since they
 * may reach for whatever proves their point; what ships is not.
 */
const capabilities =
  "catalog|inventory|cart|checkout|orders|accounts|promotions|reviews|watches|wishlist|drops|bulk|live|events|webhooks|feedback";
const api = "^packages/api/src";
const tests = "(\\.test\\.tsx?|^(packages|apps)/[^/]+/(test|testing)/.*)$";
const ownFiles = `${api}/$1/`;

const contracts = `${api}/(${capabilities})/contract(\\.ts$|/)`;
const rules = `${api}/(${capabilities})/rules(\\.ts$|/)`;
/** What of the kernel the browser gets as well; `browser-safe` holds them to that. */
const primitives = `${api}/kernel/(batch|money|money-shape|ids|page|instant|errors|language|text)\\.ts$`;
const kernel = `${api}/kernel/`;
const dbSchema = "^packages/db/src/schema(\\.ts$|/)";
/** How products are written: one way for the catalogue and for importers. */
const dbCatalog = "^packages/db/src/catalog(-writer\\.ts$|/)";
const dbClient = "^packages/db/src/client\\.ts$";
const scopes = "^packages/db/src/scopes\\.ts$";
/** Shared with the `meridian` command. */
const apiClients = "^packages/db/src/api-clients\\.ts$";
const zod = "node_modules/zod/";

/** The one direction in which a service may call others. */
const siblings = {
  catalog: [],
  inventory: [],
  cart: ["catalog", "inventory", "promotions"],
  checkout: ["cart", "catalog", "inventory", "promotions", "orders"],
  orders: ["inventory", "promotions"],
  accounts: ["cart", "checkout", "orders", "reviews", "watches", "wishlist"],
  promotions: [],
  reviews: ["catalog", "orders"],
  watches: ["inventory"],
  wishlist: ["catalog"],
  drops: [],
  feedback: ["accounts"],
  bulk: ["catalog", "inventory"],
};

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    forbid(
      "contract",
      "A contract imports zod, kernel primitives and other contracts.",
      { path: `${api}/(${capabilities})/contract(\\.ts$|/)`, pathNot: tests },
      { pathNot: [zod, primitives, contracts] },
    ),
    forbid(
      "rules",
      "Rules import contracts and the kernel's money; they run in browsers too.",
      { path: `${api}/(${capabilities})/rules(\\.ts$|/)`, pathNot: tests },
      {
        pathNot: [contracts, `${ownFiles}rules(\\.ts$|/)`, `${api}/kernel/(money|language)\\.ts$`],
      },
    ),
    forbid(
      "rules-without-schemas",
      "Of a contract rules take types and limits: a schema library weighs more than the rest of a page.",
      { path: rules, pathNot: tests },
      { path: contracts, pathNot: "/contract/limits\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "browser-safe",
      "What a browser gets reaches neither the database nor Node, not even by a detour.",
      { path: [contracts, rules], pathNot: tests },
      {
        path: ["^packages/db/", "^node:", "node_modules/(postgres|drizzle-orm)/"],
        reachable: true,
      },
    ),
    forbid(
      "events",
      "A domain event is described by its own contract, zod and the outbox's types.",
      { path: `${api}/(${capabilities})/events\\.ts$`, pathNot: tests },
      { pathNot: [zod, primitives, `${kernel}outbox\\.ts$`, `${ownFiles}contract(\\.ts$|/)`] },
    ),
    ...Object.entries(siblings).map(([capability, allowed]) =>
      forbid(
        `service-${capability}`,
        `The ${capability} service calls ${allowed.join(", ") || "no other"} service, never the other way.`,
        { path: `${api}/${capability}/service(\\.ts$|/)`, pathNot: tests },
        {
          path: ["^packages/", "^apps/"],
          pathNot: [
            `${api}/${capability}/(?!router)`,
            dbSchema,
            dbClient,
            scopes,
            ...(capability === "accounts" ? [apiClients] : []),
            kernel,
            contracts,
            ...(capability === "catalog" ? [dbCatalog] : []),
            ...allowed.map((sibling) => `${api}/${sibling}/(service|rules)(\\.ts$|/)`),
          ],
        },
      ),
    ),
    forbid(
      "service-client-types-only",
      "A service works on the connection that its context holds, and never opens one.",
      { path: `${api}/(${capabilities})/service(\\.ts$|/)`, pathNot: tests },
      { path: dbClient, dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "router",
      "A router imports its own contract and service, and the kernel; never the database.",
      { path: `${api}/(${capabilities})/router(\\.ts$|/)`, pathNot: tests },
      {
        path: ["^packages/", "^apps/", "node_modules/(postgres|drizzle-orm)/"],
        pathNot: [`${ownFiles}(contract|service|router)(\\.ts$|/)`, kernel],
      },
    ),
    forbid(
      "consumers-are-not-imported",
      "Live, webhooks, feedback and e-mail consume events; no capability knows of them.",
      {
        path: [`${api}/(${capabilities})/`, kernel],
        pathNot: [tests, `${api}/(live|webhooks|feedback|email)/`],
      },
      // The feed tells of all events that there are.
      { path: `${api}/(live|webhooks|feedback|email)/`, pathNot: `${api}/feedback/events\\.ts$` },
    ),
    forbid(
      "kernel",
      "The kernel knows no capability.",
      { path: kernel, pathNot: tests },
      { path: `${api}/(${capabilities})/` },
    ),
    forbid(
      "hosts",
      "apps/api and apps/worker come in by one door: packages/api/server and the db client.",
      { path: "^apps/(api|worker)/", pathNot: tests },
      {
        path: ["^packages/", "^apps/(?!api/|worker/)"],
        pathNot: [`${api}/server\\.ts$`, dbClient],
      },
    ),
    forbid(
      "web",
      "The storefront imports contracts, rules and types; never services, never the db.",
      { path: "^apps/web/", pathNot: tests },
      {
        path: ["^packages/", "^apps/(?!web/)", "node_modules/(postgres|drizzle-orm)/"],
        pathNot: [contracts, rules, kernel, `${api}/(root|reasons)\\.ts$`],
      },
    ),
    forbid(
      "web-types-only",
      "The router and the kernel's inside are types to the storefront: their code stays on the server.",
      { path: "^apps/web/", pathNot: tests },
      {
        path: [`${api}/root\\.ts$`, kernel],
        pathNot: primitives,
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "sdk",
      "The SDK is published: it runs in browsers, and knows the API by its document alone.",
      { path: "^packages/sdk/src/", pathNot: tests },
      { path: ["^(packages/(?!sdk/src/)|(apps|bench|chaos|e2e|tooling)/)", "^node:"] },
    ),
    forbid(
      "examples",
      "An example does what anybody outside can do: it knows the SDK alone.",
      { path: "^examples/" },
      { path: "^(packages/(?!sdk/src/)|(apps|bench|chaos|e2e|tooling)/)" },
    ),
    forbid(
      "e2e",
      "Journeys live as shoppers and integrators do: HTTP and a browser.",
      { path: "^e2e/" },
      { path: "^(packages|apps|bench|chaos)/" },
    ),
    forbid(
      "db",
      "The database package stands below everything.",
      { path: "^packages/db/", pathNot: tests },
      { path: "^(packages/api|apps|bench|chaos|e2e|tooling)/" },
    ),
    forbid(
      "apps-apart",
      "Nothing imports an app, and an app no other app.",
      { path: "^(?:packages|tooling|bench|chaos|apps/([^/]+))/", pathNot: tests },
      { path: "^apps/", pathNot: "^apps/$1/" },
    ),
    forbid(
      "no-cycle",
      "Code that imports itself by a detour can't be understood in parts.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "resolvable",
      "Every import leads somewhere.",
      {},
      { couldNotResolve: true, pathNot: "^(virtual:|\\./.next)" },
    ),
    forbid(
      "no-test-code-in-product",
      "What ships does not import what tests it.",
      { pathNot: [tests, "^(tooling|e2e|bench|chaos)/"] },
      { path: [tests, "^tooling/testing/", "^packages/api/testing/"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)\\.next" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tooling/tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
