import { Counter, Gauge, type Registry } from "prom-client";
import type { Answers } from "./answers.ts";
import type { KeptReads } from "./kept-reads.ts";

/** Counted where it happens, without a library's cost on every answer, and handed over when asked. */
export function addKeptMetrics(registry: Registry, reads: KeptReads, answers: Answers): void {
  const registers = [registry];
  const count = (name: string, help: string, value: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });
  const { stats } = reads;
  count("meridian_kept_hits_total", "Reads answered by what is kept", () => stats.hits);
  count("meridian_kept_misses_total", "Reads that went to the database", () => stats.misses);
  count("meridian_kept_joined_total", "Reads that waited for one under way", () => stats.joined);
  count("meridian_kept_evictions_total", "Kept for others' place", () => stats.evictions);
  count("meridian_kept_invalidations_total", "Made old by events", () => stats.invalidations);
  new Gauge({
    name: "meridian_kept_bytes",
    help: "Memory of what is kept",
    registers,
    collect() {
      this.set(reads.bytes + answers.bytes);
    },
  });
}
