import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, rmSync, statfsSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareCluster } from "@meridian/tooling/embedded/postgres-cluster.ts";
import type { Stack } from "@meridian/tooling/stack/stack.ts";

const sizeMegabytes = 400;

/** A file system of its own for PostgreSQL, small enough to be filled. */
export class SmallDisk {
  readonly #directory = mkdtempSync(join(tmpdir(), "meridian-disk-"));
  readonly #ballast = join(this.#directory, "ballast");

  /** Why there can't be one here. */
  static obstacle(): string | undefined {
    if (process.platform !== "linux" || process.getuid?.() !== 0)
      return "a file system that can be filled is mounted by root, on Linux";
    const probe = mkdtempSync(join(tmpdir(), "meridian-disk-"));
    const mounted = mount(probe, 1);
    if (mounted) spawnSync("umount", [probe]);
    rmSync(probe, { recursive: true, force: true });
    return mounted ? undefined : "this machine does not let root mount a file system";
  }

  /** Makes the shop's cluster on it, before the shop looks for one. */
  constructor({ context: { data, secrets } }: Stack) {
    if (!mount(this.#directory, sizeMegabytes)) throw new Error("The small disk is not mounted.");
    // PostgreSQL's own account passes through.
    chmodSync(this.#directory, 0o711);
    const { directory } = prepareCluster(
      join(this.#directory, "postgres"),
      secrets.postgresPassword,
    );
    symlinkSync(directory, data.postgres);
  }

  /** Not a byte is left. */
  fill(): void {
    const { bavail, bsize } = statfsSync(this.#directory);
    try {
      appendFileSync(this.#ballast, Buffer.alloc(Math.max(0, bavail * bsize)));
    } catch (error) {
      // PostgreSQL was quicker to the last bytes: full is full.
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }

  get isFull(): boolean {
    return statfsSync(this.#directory).bavail === 0;
  }

  clear(): void {
    rmSync(this.#ballast, { force: true });
  }

  remove(): void {
    spawnSync("umount", ["--lazy", this.#directory]);
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

function mount(directory: string, megabytes: number): boolean {
  const args = ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", directory];
  return spawnSync("mount", args, { stdio: "ignore" }).status === 0;
}
