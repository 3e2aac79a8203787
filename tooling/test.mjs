import { handOver, install, requireNode } from "./bootstrap/install.mjs";

requireNode();
process.stdout.write("\nMeridian: all tests\n\n");
await install();
handOver("tooling/testing/run-all.ts", process.argv.slice(2));
