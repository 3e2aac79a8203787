/** Many watchers of one server, as cheap as clients get: a socket each that looks for frames in what arrives. */
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

export type Watchers = {
  /** Frames that arrived, over all watchers. */
  received(): number;
  /** Calls back for each frame of each watcher with its version. */
  onFrame(listener: (version: number) => void): void;
  close(): void;
};

const shared = Buffer.alloc(65_536);
const versionMark = Buffer.from('"version":');

/**
 * Opens `count` streams at `path`, at most 100 at a time, and resolves when each has got its first bytes. One
 * that is refused for overload comes back, as clients do.
 */
export async function openWatchers(url: string, path: string, count: number): Promise<Watchers> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  let received = 0;
  let listener = (_version: number) => {};

  const read = (data: Buffer) => {
    for (let at = data.indexOf(versionMark); at >= 0; at = data.indexOf(versionMark, at + 1)) {
      received += 1;
      listener(Number.parseInt(data.toString("latin1", at + 10, at + 22), 10));
      // A state may name its version once more: the rest of this frame is not looked at.
      at = data.indexOf("\n\n", at);
      if (at < 0) return;
    }
  };
  /** The status of the answer. All sockets read into one buffer, which costs half of a stream each. */
  const open = () =>
    new Promise<string>((resolve, reject) => {
      let status: string | undefined;
      const callback = (length: number, chunk: Uint8Array) => {
        const data = Buffer.from(chunk.buffer, chunk.byteOffset, length);
        if (status === undefined) {
          status = data.toString("latin1", 9, 12);
          if (status === "200") sockets.push(socket);
          else socket.destroy();
          resolve(status);
        }
        read(data);
        return true;
      };
      const onread = { buffer: shared, callback };
      const socket = connect({ port: Number(port), host: hostname, onread });
      socket.once("error", reject);
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
    });
  let opened = 0;
  await Promise.all(
    Array.from({ length: 100 }, async () => {
      while (opened < count) {
        opened += 1;
        while ((await open()) === "503") await delay(200 + Math.random() * 800);
      }
    }),
  );
  return {
    received: () => received,
    onFrame: (next) => {
      listener = next;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
