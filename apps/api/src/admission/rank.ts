import type { IncomingMessage } from "node:http";
import type { AnyTRPCRouter } from "@trpc/server";
import { restPrefix } from "../plugins/rest/plugin.ts";
import { proceduresOf, trpcPrefix, type NamedProcedure } from "../procedures.ts";
import { ranks, type Rank } from "./gate.ts";

/** What tells whether a process lives is answered whatever happens: it would be ended, and its load go to the others. */
const alwaysAnswered = new Set(["/healthz", "/readyz", "/metrics"]);

type FirstLines = Pick<IncomingMessage, "method" | "url">;
export type RankOf = (request: FirstLines) => Rank | undefined;

/**
 * Makes the function that ranks a request by its first line, before anything of it is read. A procedure that
 * declares a `rank` in its REST meta has that one, else a subscription watches, a query reads, a
 * mutation writes; any other address goes by its method. @returns undefined for what is never refused
 */
export function createRankOf(router: AnyTRPCRouter): RankOf {
  const procedures = proceduresOf(router);
  const byName = new Map(procedures.map((one) => [one.name, rankOfProcedure(one)]));
  // The stream is no procedure of REST: both faces write it raw.
  const stream = { rank: "watch", method: "GET", address: addressOf("/live") } as const;
  const declared = [stream, ...procedures.flatMap(declaredRoute)];

  return ({ method = "GET", url = "/" }) => {
    const path = pathOf(url);
    if (alwaysAnswered.has(path)) return undefined;
    if (path.startsWith(trpcPrefix)) return rankOfBatch(byName, path.slice(trpcPrefix.length));
    const route = declared.find((one) => one.method === method && one.address.test(path));
    if (route !== undefined) return route.rank;
    return method === "GET" || method === "HEAD" || method === "OPTIONS" ? "read" : "write";
  };
}

function rankOfProcedure({ type, meta }: NamedProcedure): Rank {
  const byType = { query: "read", mutation: "write", subscription: "watch" } as const;
  return meta?.rest?.rank ?? byType[type];
}

function declaredRoute({ meta }: NamedProcedure) {
  const { rank, method, path } = meta?.rest ?? {};
  if (rank === undefined || path === undefined) return [];
  return [{ rank, method, address: addressOf(path) }];
}

const addressOf = (path: string) =>
  new RegExp(`^${restPrefix}${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);

/** A batch is worth what the most important of its calls is. */
function rankOfBatch(byName: ReadonlyMap<string, Rank>, names: string): Rank {
  if (!names.includes(",")) return byName.get(names) ?? "read";
  const all = new Set(names.split(",").map((name) => byName.get(name) ?? "read"));
  return ranks.find((rank) => all.has(rank)) ?? "read";
}

function pathOf(url: string): string {
  const query = url.indexOf("?");
  return query === -1 ? url : url.slice(0, query);
}
