/** Bytes of a stream, made once for all who get them: bare, and framed as one chunk of HTTP/1.1 (RFC 9112, 7.1). */
export class Chunk {
  readonly bare: Buffer;
  readonly framed: Buffer;

  constructor(text: string) {
    const length = Buffer.byteLength(text);
    const head = `${length.toString(16)}\r\n`;
    this.framed = Buffer.from(`${head}${text}\r\n`);
    this.bare = this.framed.subarray(head.length, head.length + length);
  }
}
