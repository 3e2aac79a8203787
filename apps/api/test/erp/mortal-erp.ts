/** The ERP of examples/erp as a process that is killed again and again, at moments that a seed decides. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { demoClient } from "../shop-processes.ts";

const main = join(import.meta.dirname, "../../../../examples/erp/src/main.ts");
const dieAtSave = join(import.meta.dirname, "die-at-save.ts");

export type Movement = { variantId: string; delta: number };

export class MortalErp {
  readonly folder = mkdtempSync(join(tmpdir(), "meridian-erp-"));
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;

  constructor(shopUrl: string, locationId: string) {
    this.#env = {
      ...process.env,
      MERIDIAN_URL: shopUrl,
      MERIDIAN_CLIENT_ID: demoClient.id,
      MERIDIAN_CLIENT_SECRET: demoClient.secret,
      ERP_LOCATION: locationId,
      ERP_FOLDER: this.folder,
    };
  }

  start(): void {
    this.#process = this.#spawn([main]);
  }

  /** Lives until it is killed by a save (see `die-at-save.ts`). */
  async liveUntil(save: string): Promise<void> {
    const erp = this.#spawn(["--import", dieAtSave, main], { DIE_AT_SAVE: save });
    this.#process = erp;
    const [code, signal] = await once(erp, "exit");
    this.#process = undefined;
    if (signal !== "SIGKILL") throw new Error(`the ERP ended by itself (${code ?? signal})`);
  }

  #spawn(args: string[], env?: Record<string, string>): ChildProcess {
    return spawn(process.execPath, args, {
      env: { ...this.#env, ...env },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  async kill(): Promise<void> {
    const erp = this.#process;
    if (erp === undefined || erp.exitCode !== null) throw new Error("the ERP ended by itself");
    const ended = once(erp, "exit");
    erp.kill("SIGKILL");
    await ended;
    this.#process = undefined;
  }

  /** Waits until its books were saved so many times, or for as long as it may take to find nothing to do. */
  async worked(saves: number, longestMs: number): Promise<void> {
    const deadline = performance.now() + longestMs;
    for (let seen = this.#saved(), left = saves; left > 0 && performance.now() < deadline;) {
      await delay(1);
      const now = this.#saved();
      if (now !== seen) left -= 1;
      seen = now;
    }
  }

  /** As a scanner does it: whole, or not at all. */
  note(name: string, movements: readonly Movement[]): void {
    const path = join(this.folder, "inbox", `${name}.json`);
    writeFileSync(`${path}.part`, JSON.stringify(movements));
    renameSync(`${path}.part`, path);
  }

  async close(): Promise<void> {
    if (this.#process !== undefined) await this.kill();
    rmSync(this.folder, { recursive: true });
  }

  /** Another word after each save. */
  #saved(): string {
    const file = statSync(join(this.folder, "books.json"), { throwIfNoEntry: false });
    return `${file?.ino} ${file?.mtimeMs}`;
  }
}
