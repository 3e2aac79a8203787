import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"];

/**
 * `unit` needs nothing but Node; `slow` too, but starts processes or encodes pictures, which `verify` does not wait for;
 * `db` has a real PostgreSQL and, where a test asks for it, Redis.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...ignored, "**/*.db.test.ts", "**/*.slow.test.ts"],
          // One process loads a module once, for all files: a third of the time. What a test stubs is given back.
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
          // Many wait for another process.
          maxWorkers: "100%",
          // A busy machine is no reason to fail.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "slow",
          include: ["**/*.slow.test.ts"],
          exclude: ignored,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: ["tooling/testing/postgres-setup.ts"],
          // Races between real processes and clones of a template need longer than a unit test, most of all on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
