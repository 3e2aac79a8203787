import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's own choice) at OWASP's first cost: 19 MiB, two passes. Runs on a thread of its own. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwords = {
  hash: (password: string) => hash(password.normalize("NFKC"), cost),
  verify: ({ hash: stored, password }: { hash: string; password: string }) =>
    verify(stored, password.normalize("NFKC")),
};
