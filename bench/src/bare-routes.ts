/** The floor of reads, as a program: a bare Fastify that answers /bare/0, /bare/1, ... with given bytes and headers. */
import { readFileSync } from "node:fs";
import Fastify from "fastify";

export type BareAnswer = { status: number; headers: Record<string, string>; body: string };

const [port, file] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(file ?? "", "utf8")) as BareAnswer[];
const app = Fastify();
app.get("/healthz", async () => ({ status: "ok" }));
for (const [number, { status, headers, body }] of answers.entries()) {
  const bytes = Buffer.from(body);
  app.get(`/bare/${number}`, (_request, reply) => {
    reply.code(status).headers(headers);
    if (status === 304) reply.send();
    else reply.send(bytes);
  });
}
await app.listen({ host: "127.0.0.1", port: Number(port) });
process.on("SIGTERM", () => process.exit(0));
