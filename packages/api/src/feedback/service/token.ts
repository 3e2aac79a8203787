import { createHash, randomBytes } from "node:crypto";

/** 192 random bits: whoever has it may answer. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** As it is kept: who reads the table can answer nothing. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
