import { mkdirSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Product pictures. A picture never changes under its name, so browsers and caches keep it for good. */
export async function mediaPlugin(
  app: FastifyInstance,
  { directory }: { directory: string },
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  await app.register(fastifyStatic, {
    root: directory,
    prefix: "/media/",
    index: false,
    dotfiles: "ignore",
    decorateReply: false,
    maxAge: "365d",
    immutable: true,
    setHeaders: (response) => {
      // Pages of other origins show them; nothing in them runs.
      void response.header("cross-origin-resource-policy", "cross-origin");
    },
  });
}
