/** Many watchers of one server, as cheap as clients get: a socket each that looks for frames in what arrives. */
import { connect, type Socket } from "node:net";

export type Watchers = {
  /** Frames that arrived, over all watchers. */
  received(): number;
  /** Calls back for each frame of each watcher with its version. */
  onFrame(listener: (version: number) => void): void;
  close(): void;
};

const versionMark = Buffer.from('"version":');

/** Opens `count` streams at `path`, at most 100 at a time, and resolves when each has got its first bytes. */
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
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      socket.once("error", reject);
      socket.once("data", () => resolve());
      socket.on("data", read);
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
    });
  let opened = 0;
  await Promise.all(
    Array.from({ length: 100 }, async () => {
      while (opened < count) {
        opened += 1;
        await open();
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
