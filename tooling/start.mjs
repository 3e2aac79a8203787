import { handOver, install, isFirstTime, requireNode } from "./bootstrap/install.mjs";

requireNode();
process.stdout.write("\nMeridian\n\n");
if (isFirstTime()) {
  process.stdout.write(
    "  The first start draws the demo shop's pictures and builds the storefront: three to eight minutes on two cores. Later ones take less than half a minute.\n\n",
  );
}
await install();
handOver("tooling/stack/start.ts", process.argv.slice(2));
