/**
 * An API process that comes no further than one step of what it is asked: `node mortal-process.ts DATABASE_URL STEP`. Step 1, 2:
 * the so many'th commit of a request, which it does not send; `answer`: all is done, and the answer is not sent. It prints its
 * port, then a line for each request that has come so far, and waits to be killed.
 */
import { Socket, type AddressInfo } from "node:net";
import { appRouter, createLaneClient } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import { buildTestServer } from "./host-server.ts";

const [url = "", step = ""] = process.argv.slice(2);
const db = createClient(url, { max: 20 });
const laneDb = createLaneClient(url);
// Else only the first `commit` of a connection is sent as text.
for (const { $client } of [db, laneDb]) $client.options.prepare = false;
const app = await buildTestServer({ router: appRouter, db, laneDb });

/** Of the request under way: they come one after another. */
let commits = 0;
app.addHook("onRequest", async () => {
  commits = 0;
});
app.addHook("onSend", async () => {
  if (step === "answer") await stop();
});
const { write } = Socket.prototype;
Socket.prototype.write = function (this: Socket, ...sent: unknown[]): boolean {
  const isCommit = Buffer.isBuffer(sent[0]) && sent[0].includes("commit");
  if (isCommit && String(this.remotePort) === new URL(url).port) {
    commits += 1;
    if (String(commits) === step) {
      void stop();
      return true;
    }
  }
  return Reflect.apply(write, this, sent) as boolean;
};

await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`);

function stop(): Promise<never> {
  process.stdout.write("so far\n");
  return new Promise(() => {});
}
