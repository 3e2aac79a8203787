import { parentPort, workerData } from "node:worker_threads";
import sharp from "sharp";
import { drawPictures, type Job } from "./draw.ts";

/** A picture was drawn; or the whole job is done. */
export type Report = { drawn: string } | { finished: true };

// One picture a thread: libvips must not split it over all cores, and nothing is drawn twice.
sharp.concurrency(1);
sharp.cache(false);

const { mediaDir } = workerData as { mediaDir: string };
const report = (message: Report) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
};

parentPort?.on("message", async (job: Job) => {
  await drawPictures(mediaDir, job, (drawn) => report({ drawn }));
  report({ finished: true });
});
