import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { dataDirectory, databaseUrl } from "./env.ts";
import { showProgress } from "./progress.ts";

export function addDemo(program: Command): void {
  program
    .command("demo")
    .description("load the demo shop into a local database; what is there already stays")
    .option("--products <n>", "fill the catalogue with this many made-up products instead", count)
    .action(async ({ products }: { products?: number }) => {
      await (products === undefined ? loadShop() : loadMany(products));
    });
}

/** Drawing needs a library and thousands of pictures: they are loaded when somebody draws, not by every command. */
async function loadShop(): Promise<void> {
  const { loadDemo } = await import("../demo/load.ts");
  const bars = new Map<string, ReturnType<typeof showProgress>>();
  const report = await loadDemo({
    databaseUrl: databaseUrl(),
    mediaDir: join(dataDirectory(), "media"),
    onProgress: ({ step, done, total }) => {
      const bar = bars.get(step) ?? showProgress(step.padEnd(9));
      bars.set(step, bar);
      bar.update(done, total);
      if (done === total) bar.stop();
    },
  });
  console.log(
    report.products === 0
      ? "The demo shop was there already; nothing was changed."
      : `Loaded ${report.products} products with ${report.variants} variants; ${report.pictures} pictures drawn.`,
  );
}

async function loadMany(products: number): Promise<void> {
  const { loadSynthetic } = await import("../demo/synthetic.ts");
  const progress = showProgress("products");
  const added = await loadSynthetic({
    databaseUrl: databaseUrl(),
    products,
    onProgress: ({ done, total }) => progress.update(done, total),
  });
  progress.stop();
  console.log(
    added === 0
      ? "All of them were there already; nothing was changed."
      : `Added ${added} products.`,
  );
}

function count(value: string): number {
  const n = Number(value);
  if (Number.isInteger(n) && n > 0 && n <= 10_000_000) return n;
  throw new InvalidArgumentError("It must be a whole number from 1 to 10,000,000.");
}
