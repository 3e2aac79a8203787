/**
 * An API process that comes no further than one step of what it is asked: `node mortal-process.ts DATABASE_URL STEP`. Step 1, 2, ...:
 * the so many'th thing of a request that would last, a commit or a write outside of a transaction, which it does not send;
 * `answer`: all is done, and the answer is not sent. It prints its port, then a line for each request that has come so far, and waits
 * to be killed.
 */
import { Socket, type AddressInfo } from "node:net";
import { appRouter, createLaneClient } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import { buildTestServer } from "../host-server.ts";
import { trustsProxy } from "./caller.ts";

const [url = "", step = ""] = process.argv.slice(2);
// Each request that has stopped keeps its connection.
const db = createClient(url, { max: 60 });
const laneDb = createLaneClient(url);
// Else only the first `commit` of a connection is sent as text.
for (const { $client } of [db, laneDb]) $client.options.prepare = false;
const app = await buildTestServer({ router: appRouter, db, laneDb, env: trustsProxy });

/** Of the request under way: they come one after another. */
let steps = 0;
app.addHook("onRequest", async () => {
  steps = 0;
});
app.addHook("onSend", async () => {
  if (step === "answer") await stop();
});
const inTransaction = new WeakSet<Socket>();
const { write } = Socket.prototype;
Socket.prototype.write = function (this: Socket, ...sent: unknown[]): boolean {
  if (Buffer.isBuffer(sent[0]) && String(this.remotePort) === new URL(url).port) {
    if (isLasting(this, sent[0].toString("latin1"))) steps += 1;
    if (String(steps) === step) {
      void stop();
      steps += 1;
      return true;
    }
  }
  return Reflect.apply(write, this, sent) as boolean;
};

await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`);

function isLasting(connection: Socket, sent: string): boolean {
  if (/\bbegin\b/.test(sent)) inTransaction.add(connection);
  else if (/\b(commit|rollback(?! to))\b/.test(sent)) {
    inTransaction.delete(connection);
    return sent.includes("commit");
  }
  return (
    !inTransaction.has(connection) && /insert into|delete from|update \S+ (as \w+ )?set/.test(sent)
  );
}

function stop(): Promise<never> {
  process.stdout.write("so far\n");
  return new Promise(() => {});
}
