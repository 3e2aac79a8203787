import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createConnection, createServer } from "node:net";

/** A port of the loopback that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Whether nobody listens on this port of the loopback, in either of its address families. */
export async function isFree(port: number): Promise<boolean> {
  const canListen = await listenOnce(port).then(
    () => true,
    () => false,
  );
  return canListen && !(await answers(port, "::1"));
}

/** @throws naming the port, the variable that moves it, and who has it where that can be seen */
export async function requireFree(port: number, variable: string): Promise<void> {
  if (await isFree(port)) return;
  const owner = ownerOfPort(port);
  const by = owner ? ` by process ${owner.pid} (${owner.command})` : "";
  throw new Error(`Port ${port} is taken${by}. Stop that, or set ${variable} to another port.`);
}

/** Who listens on a port; undefined when that is hidden from this user. */
export function ownerOfPort(port: number): { pid: number; command: string } | undefined {
  try {
    return process.platform === "linux" ? ownerFromProc(port) : ownerFromLsof(port);
  } catch {
    return undefined;
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object"
          ? resolve(address.port)
          : reject(new Error("The system gave no port.")),
      );
    });
  });
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host, timeout: 500 });
    const finish = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });
}

/** proc_net_tcp: a listening socket (state 0A) on the port has an inode, and its process an fd on that. */
function ownerFromProc(port: number): { pid: number; command: string } | undefined {
  const hexPort = port.toString(16).toUpperCase().padStart(4, "0");
  const inodes = new Set<string>();
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of readFileSync(table, "utf8").split("\n").slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state === "0A" && local?.endsWith(`:${hexPort}`) && inode) inodes.add(inode);
    }
  }
  const sockets = new Set([...inodes].map((inode) => `socket:[${inode}]`));
  for (const pid of readdirSync("/proc").map(Number).filter(Number.isInteger)) {
    if (fileDescriptors(pid).some((target) => sockets.has(target))) {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      return { pid, command: command.slice(0, 100) };
    }
  }
  return undefined;
}

function fileDescriptors(pid: number): string[] {
  const directory = `/proc/${pid}/fd`;
  try {
    return readdirSync(directory).map((fd) => readlinkSync(`${directory}/${fd}`));
  } catch {
    // It has just ended, or belongs to another user.
    return [];
  }
}

function ownerFromLsof(port: number): { pid: number; command: string } | undefined {
  const said = execFileSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const field = (letter: string) => said.split("\n").find((line) => line.startsWith(letter));
  const pid = Number(field("p")?.slice(1));
  return pid ? { pid, command: field("c")?.slice(1) ?? "" } : undefined;
}
