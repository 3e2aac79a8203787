import type { Check, Harm } from "./check.ts";
import type { Run } from "./run.ts";

/** What a run came to, in figures. */
export function summarise({ crowd, checks, kills }: Run): Record<string, number> {
  const { journal, tally, gallery, consumer } = crowd;
  const sum = (of: (watcher: (typeof gallery.watchers)[number]) => number) =>
    gallery.watchers.reduce((total, watcher) => total + of(watcher), 0);
  const harmed = (harm: Harm) =>
    checks.filter((c) => c.harm === harm).reduce((total, c) => total + c.broken.length, 0);
  const back = kills.flatMap((kill) => kill.backAfterMs ?? []);
  const sold = kills.flatMap((kill) => kill.soldAfterMs ?? []);
  return {
    acknowledged: journal.acknowledged,
    "orders acknowledged": journal.orders.size,
    lost: harmed("lost"),
    oversold: harmed("oversold"),
    "double-charged": harmed("double-charged"),
    "otherwise broken": harmed("other"),
    "answers lost": tally.lostAnswers,
    "duplicates suppressed": tally.suppressed + sum((w) => w.suppressed),
    frames: sum((w) => w.frames),
    resumes: sum((w) => w.resumes),
    "events consumed": consumer.events.length,
    kills: kills.length,
    "back after, median ms": median(back),
    "back after, max ms": Math.max(0, ...back),
    "sells again after, median ms": median(sold),
    "sells again after, max ms": Math.max(0, ...sold),
  };
}

export function printReport(run: Run): void {
  console.log("");
  for (const [name, value] of Object.entries(summarise(run))) {
    console.log(`  ${name.padEnd(32)}${String(Math.round(value)).padStart(10)}`);
  }
  console.log("");
  for (const { target, count, backMs, soldMs } of perTarget(run))
    console.log(
      `  killed ${target.padEnd(18)}${String(count).padStart(4)} x   back after ${backMs} ms   sells again after ${soldMs} ms (medians)`,
    );
  const answers = Object.entries(run.crowd.tally.statuses).map(
    ([status, count]) => `${count} x ${status}`,
  );
  console.log(`\n  answers: ${answers.join(", ")}\n`);
  for (const check of run.checks) printCheck(check);
}

function printCheck({ rule, broken }: Check): void {
  console.log(`  ${broken.length === 0 ? "✓" : "✗"} ${rule}`);
  for (const each of broken.slice(0, 5)) console.log(`      ${each}`);
  if (broken.length > 5) console.log(`      and ${broken.length - 5} more`);
}

function perTarget({ kills }: Run) {
  return [...Map.groupBy(kills, (kill) => kill.target)].map(([target, all]) => ({
    target,
    count: all.length,
    backMs: Math.round(median(all.flatMap((kill) => kill.backAfterMs ?? []))),
    soldMs: Math.round(median(all.flatMap((kill) => kill.soldAfterMs ?? []))),
  }));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
