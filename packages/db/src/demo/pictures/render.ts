import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { DemoProduct } from "../product.ts";
import type { Job } from "./draw.ts";
import { iconBody } from "./icons.ts";
import { Manifest } from "./manifest.ts";
import { type PicturePlan, planPictures } from "./plan.ts";
import type { Report } from "./worker.ts";

/**
 * Renders the pictures of `products` to `<mediaDir>/<handle>/<name>-<width>.avif` and `.webp`, on every core. A picture
 * whose plan has not changed since the last run is left alone; what an interrupted run has drawn stays drawn.
 * Returns how many were drawn.
 */
export async function renderPictures(
  products: readonly DemoProduct[],
  mediaDir: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<number> {
  await mkdir(mediaDir, { recursive: true });
  const manifest = Manifest.read(mediaDir);
  const jobs = products
    .map((product) => ({
      product,
      plans: planPictures(product).filter((plan) => !manifest.isCurrent(product.handle, plan)),
    }))
    .filter(({ plans }) => plans.length > 0);
  const total = jobs.reduce((sum, { plans }) => sum + plans.length, 0);
  let done = 0;
  onProgress(done, total);
  if (total === 0) return 0;
  const queue = jobs.values();
  const lane = async () => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: { mediaDir },
    });
    try {
      for (const { product, plans } of queue) {
        await mkdir(join(mediaDir, product.handle), { recursive: true });
        await work(worker, jobOf(product, plans), (name) => {
          const plan = plans.find((plan) => plan.name === name);
          if (plan) manifest.record(product.handle, plan);
          done += 1;
          onProgress(done, total);
        });
        manifest.write();
      }
    } finally {
      await worker.terminate();
    }
  };
  // Beyond four, memory costs more than the time is worth.
  await Promise.all(Array.from({ length: Math.min(4, jobs.length, availableParallelism()) }, lane));
  return total;
}

function jobOf({ handle, icon }: DemoProduct, plans: readonly PicturePlan[]): Job {
  const icons = [icon, ...plans.flatMap(({ objects }) => objects.map((object) => object.icon))];
  return {
    handle,
    icon,
    plans,
    bodies: Object.fromEntries(icons.map((name) => [name, iconBody(name)])),
  };
}

/** Gives a worker one job and waits for its end. @throws what the worker threw */
async function work(worker: Worker, job: Job, onDrawn: (name: string) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onMessage = (report: Report) => ("drawn" in report ? onDrawn(report.drawn) : resolve());
  worker.on("message", onMessage).once("error", reject);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  worker.postMessage(job);
  try {
    await promise;
  } finally {
    worker.off("message", onMessage).off("error", reject);
  }
}
