import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** How the wire treats who uses it. */
export type WireState =
  /** What comes in goes out. */
  | "whole"
  /** Nobody is let in, and who was in is thrown out: the other end sees a reset. */
  | "cut"
  /** Everything is taken and nothing arrives, in both directions, and nobody is told: a partition. */
  | "swallowing";

/** A TCP wire on the loopback that can break as networks do. */
export type Wire = {
  url: string;
  /** The port at its far end. */
  leadTo(port: number): void;
  become(state: WireState): void;
  close(): void;
};

export async function openWire(): Promise<Wire> {
  let state: WireState = "whole";
  let farPort = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (state === "cut") return near.resetAndDestroy();
    const far = connect(farPort, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      // Read even when it is swallowed: a sender that is blocked would notice.
      from.on("data", (bytes) => {
        if (state === "whole") to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        if (state !== "swallowing") to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const throwOut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (port) => (farPort = port),
    become(next) {
      // Bytes are missing in what was open while it swallowed: no such connection may go on.
      if (next === "cut" || state === "swallowing") throwOut();
      state = next;
    },
    close() {
      server.close();
      throwOut();
    },
  };
}
