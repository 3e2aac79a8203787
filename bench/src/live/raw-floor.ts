import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { frameText } from "./stock-frames.ts";

/** The bare server in a process of its own. */
export async function startRawServer() {
  const child = fork(join(import.meta.dirname, "raw-server.ts"), { stdio: "inherit" });
  const [port] = (await once(child, "message")) as [number];
  let version = 0;
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    change: async () => {
      version += 1;
      child.send(frameText(version));
      return version;
    },
    stop: async () => {
      child.disconnect();
      await once(child, "exit");
    },
  };
}
