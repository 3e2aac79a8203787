import { createHash } from "node:crypto";

/** Somebody with words that nobody else has, so that every trace of them is found. */
export function person() {
  const mark = crypto.randomUUID().slice(0, 8);
  const email = `zyxa-${mark}@example.com`;
  const word = (what: string) => `${what} ${mark}`;
  const address = {
    name: word("Zyxa"),
    line1: word("Quill Lane"),
    city: word("Ystad"),
    postalCode: "10115",
    region: word("Skåne"),
    country: "DE",
    phone: word("+49 30"),
  };
  const digest = createHash("sha256").update(email).digest("hex");
  return { mark, email, address, word, texts: [mark, digest] };
}
export type Person = ReturnType<typeof person>;
