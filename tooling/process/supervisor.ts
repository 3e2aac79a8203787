import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "../embedded/account.ts";
import { endProcess, identify, type ProcessIdentity, type StopStep } from "./identity.ts";
import type { RunDirectory } from "./run-directory.ts";

/** How to start a program. */
export type Launch = {
  command: string;
  args: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv | undefined;
  account?: Account | undefined;
};

/** A program that must run as long as the stack does. */
export type Service = {
  name: string;
  /** Asked before each start, so that it can clear away what a crash has left. */
  launch: () => Launch | Promise<Launch>;
  /** Resolves when the service answers. */
  isReady: (signal: AbortSignal) => Promise<void>;
  /**
   * Whether it still answers anything at all, a refusal included; asked again and again once it was
   * ready. What hangs is killed and started again. Absent: only its end is noticed.
   */
  answers?: () => Promise<boolean>;
  logFile: string;
  /** How to end it, the mildest first. */
  stop: readonly StopStep[];
};

type Running = { service: Service; identity: ProcessIdentity; exit: Promise<string> };

const firstPauseMs = 200;
const longestPauseMs = 10_000;
const steadyAfterMs = 10_000;
const killSteps: readonly StopStep[] = [{ signal: "SIGKILL", patienceMs: 5_000 }];

/** When silence counts as hanging: counted in questions, so that a machine that slept accuses nobody. */
export type Patience = { askEveryMs: number; missesAllowed: number };

/** Keeps services running: one that ends or hangs is started again, and whoever watches is told. */
export class Supervisor {
  readonly #run: RunDirectory;
  readonly #say: (line: string) => void;
  readonly #stopping = new AbortController();
  readonly #running = new Map<string, Running>();
  readonly #barred = new Map<string, PromiseWithResolvers<void>>();
  readonly #patience: Patience;

  constructor(
    run: RunDirectory,
    say: (line: string) => void,
    patience: Patience = { askEveryMs: 2_000, missesAllowed: 10 },
  ) {
    this.#run = run;
    this.#say = say;
    this.#patience = patience;
  }

  /** Starts a service, waits until it answers, and from then on brings it back whenever it ends. */
  async start(service: Service): Promise<void> {
    const started = await this.#launch(service);
    await this.#untilReady(started);
    void this.#keepAlive(started);
  }

  /** Ends every service, the last started first. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error("The stack is stopping."));
    for (const { service, identity, exit } of [...this.#running.values()].toReversed()) {
      if (!(await endProcess(identity, service.stop))) continue;
      await exit;
      this.#run.forget(service.name);
    }
  }

  get names(): string[] {
    return [...this.#running.keys()];
  }

  pidOf(name: string): number | undefined {
    return this.#running.get(name)?.identity.pid;
  }

  /** When this service ends, it stays away until it is let back. */
  bar(name: string): void {
    if (!this.#barred.has(name)) this.#barred.set(name, Promise.withResolvers());
  }

  letBack(name: string): void {
    this.#barred.get(name)?.resolve();
    this.#barred.delete(name);
  }

  async #launch(service: Service): Promise<Running> {
    await this.#barred.get(service.name)?.promise;
    const launch = await service.launch();
    this.#stopping.signal.throwIfAborted();
    const started = spawnService(service, launch);
    this.#running.set(service.name, started);
    this.#run.note(service.name, started.identity);
    return started;
  }

  /** @throws with its last words when the service ends before it is ready */
  async #untilReady({ service, exit }: Running): Promise<void> {
    const over = new AbortController();
    const ended = exit.then((how) => {
      throw new Error(`${service.name} ended at once: ${how}\n${tail(service.logFile)}`);
    });
    try {
      const signal = AbortSignal.any([over.signal, this.#stopping.signal]);
      await Promise.race([service.isReady(signal), ended]);
    } finally {
      over.abort();
    }
  }

  /** Each time the service ends or hangs it comes back; the pause doubles while it does not stay up. */
  async #keepAlive(first: Running): Promise<void> {
    const { service } = first;
    let current: Running | undefined = first;
    let readySince = performance.now();
    let pauseMs = firstPauseMs;
    for (;;) {
      if (current) {
        const how = await this.#untilOver(current);
        if (this.#stopping.signal.aborted) return;
        if (performance.now() - readySince > steadyAfterMs) pauseMs = firstPauseMs;
        this.#say(`${service.name} ended (${how}); starting it again in ${pauseMs / 1000} s`);
      }
      await sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      current = await this.#bringBack(service);
      if (this.#stopping.signal.aborted) return;
      readySince = performance.now();
    }
  }

  /** Undefined when it does not come up; nothing of the try is left running then. */
  async #bringBack(service: Service): Promise<Running | undefined> {
    let started: Running | undefined;
    try {
      started = await this.#launch(service);
      await this.#untilReady(started);
      this.#say(`${service.name} is back`);
      return started;
    } catch (error) {
      if (this.#stopping.signal.aborted) return undefined;
      this.#say(`${service.name} is not back (see ${service.logFile}): ${firstLine(error)}`);
      if (started) await endProcess(started.identity, killSteps);
      return undefined;
    }
  }

  /** Resolves, with how, when the process has ended by itself or was killed because it hung. */
  async #untilOver({ service, identity, exit }: Running): Promise<string> {
    const over = new AbortController();
    const ended = exit.finally(() => over.abort());
    // Told beforehand: the news of the exit may come before the one who ends it knows.
    let isHung = false;
    const hanging = this.#untilHanging(service, over.signal).then(async () => {
      if (over.signal.aborted || this.#stopping.signal.aborted) return await exit;
      isHung = true;
      await endProcess(identity, killSteps);
      return await exit;
    });
    const how = await Promise.race([ended, hanging]);
    return isHung ? `it hung, ${how}` : how;
  }

  /** Resolves when the service has missed too many questions in a row, or nobody wants to know any more. */
  async #untilHanging({ answers }: Service, signal: AbortSignal): Promise<void> {
    const { askEveryMs, missesAllowed } = this.#patience;
    const either = AbortSignal.any([signal, this.#stopping.signal]);
    let misses = 0;
    while (!either.aborted && misses <= missesAllowed) {
      await sleep(askEveryMs, undefined, { signal: either }).catch(() => {});
      if (!answers || either.aborted) continue;
      misses = (await answers().catch(() => false)) ? 0 : misses + 1;
    }
  }
}

/** Each service leads a process group, so that Ctrl-C in the terminal reaches only the supervisor. */
function spawnService(service: Service, { command, args, cwd, env, account }: Launch): Running {
  const log = openSync(service.logFile, "a");
  const stdio: ["ignore", number, number] = ["ignore", log, log];
  const child = spawn(command, args, { cwd, env, ...account, detached: true, stdio });
  closeSync(log);
  const exit = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const pid = child.pid ?? 0;
  return { service, exit, identity: identify(pid) ?? { pid, startedAt: "never" } };
}

function tail(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-15).join("\n");
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
