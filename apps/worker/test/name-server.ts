import { createSocket } from "node:dgram";

/** A name server that says of the names it knows that they are this machine, and of others nothing at all. */
export async function startNameServer(known: readonly string[]) {
  const asked: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, { port, address }) => {
    const name = nameIn(query);
    asked.push(name);
    if (known.includes(name)) socket.send(answerTo(query), port, address);
  });
  await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
  return {
    asked,
    address: `127.0.0.1:${socket.address().port}`,
    close: () => socket.close(),
  };
}

const headerBytes = 12;

/** Labels, each behind its length (RFC 1035 4.1.2). */
function nameIn(query: Buffer): string {
  const labels = [];
  for (let at = headerBytes; query[at] !== 0; at += query.readUInt8(at) + 1)
    labels.push(query.toString("latin1", at + 1, at + 1 + query.readUInt8(at)));
  return labels.join(".");
}

/** One address to who asks for IPv4, none to others. */
function answerTo(query: Buffer): Buffer {
  const end = query.indexOf(0, headerBytes) + 5;
  const isForIpv4 = query.readUInt16BE(end - 4) === 1;
  const header = Buffer.from(query.subarray(0, headerBytes));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(isForIpv4 ? 1 : 0, 6);
  header.fill(0, 8);
  const question = query.subarray(headerBytes, end);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1]);
  return Buffer.concat([header, question, ...(isForIpv4 ? [record] : [])]);
}
