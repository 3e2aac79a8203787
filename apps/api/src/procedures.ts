import type { Meta } from "@meridian/api/server.ts";
import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";

export const trpcPrefix = "/trpc/";

export type NamedProcedure = {
  /** Where it is in the router: `cart.setLine`. */
  name: string;
  type: AnyTRPCProcedure["_def"]["type"];
  /** What it declares for its host. */
  meta: Meta | undefined;
  procedure: AnyTRPCProcedure;
};

/** All of a router, in its order: what the host does for each goes by what it is and declares, never by its name. */
export function proceduresOf(router: AnyTRPCRouter): NamedProcedure[] {
  const procedures = Object.entries(router._def.procedures as Record<string, AnyTRPCProcedure>);
  return procedures.map(([name, procedure]) => {
    const { type, meta } = procedure._def;
    return { name, type, meta: meta as Meta | undefined, procedure };
  });
}
