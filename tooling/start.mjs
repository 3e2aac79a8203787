import { handOver, install, requireNode } from "./bootstrap/install.mjs";

requireNode();
process.stdout.write("\nMeridian\n\n");
await install();
handOver("tooling/stack/start.ts", process.argv.slice(2));
