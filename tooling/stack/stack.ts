import { existsSync } from "node:fs";
import { join } from "node:path";
import { prepareCluster } from "../embedded/postgres-cluster.ts";
import { ensureDatabase, postgresUrl } from "../embedded/postgres-server.ts";
import { findOrInstallRedis } from "../embedded/redis-program.ts";
import { redisUrl } from "../embedded/redis-server.ts";
import { runCommand } from "../process/command.ts";
import { freePort } from "../process/ports.ts";
import { claimRunDirectory } from "../process/run-directory.ts";
import { type Service, Supervisor } from "../process/supervisor.ts";
import { demoClientId, logFile, openDataDirectory, readSecrets } from "./data-directory.ts";
import { demoRecord, isLocal } from "./demo-shop.ts";
import {
  limitsOfOneMachine,
  root,
  type StackExtent,
  type StackSettings,
  wholeShop,
} from "./env.ts";
import { withPictureCache } from "./picture-cache.ts";
import { choosePorts, requireAskedPorts } from "./ports.ts";
import {
  type Mode,
  nodeService,
  postgresService,
  redisService,
  type StackContext,
  webService,
} from "./services.ts";
import type { Steps, StepWork } from "./steps.ts";
import { planWebBuild, servedDirectory } from "./web-build.ts";

const shopDatabase = "meridian";

/** The whole shop, running on this machine. */
export class Stack {
  readonly context: StackContext;
  readonly #settings: StackSettings;
  readonly #extent: StackExtent;
  /** Ports of the API and worker processes beyond the first. */
  readonly #ports = new Map<string, number>();
  readonly #steps: Steps;
  readonly #supervisor: Supervisor;
  readonly #run: ReturnType<typeof claimRunDirectory>;
  readonly #stopping = new AbortController();

  /**
   * Claims the data directory, ends what a killed start has left on it, and decides the ports.
   * @throws a message for people: the data is in use, or a port is taken
   */
  static async open(settings: StackSettings, mode: Mode, steps: Steps): Promise<Stack> {
    // Where there is no shop yet, nobody is left running that a port would have to be got back from.
    if (!existsSync(settings.dataDirectory)) await requireAskedPorts(settings);
    const data = openDataDirectory(settings.dataDirectory);
    const run = claimRunDirectory(data.run);
    try {
      const orphans = await run.endOrphans();
      if (orphans.length > 0) steps.say(`  ✓ ended what was left running: ${orphans.join(", ")}`);
      const ports = await choosePorts(settings, data);
      const secrets = readSecrets(data);
      const context = { data, secrets, ports, mode };
      return new Stack({ ...context, env: environment(context, settings) }, settings, steps, run);
    } catch (error) {
      run.release();
      throw error;
    }
  }

  private constructor(
    context: StackContext,
    settings: StackSettings,
    steps: Steps,
    run: ReturnType<typeof claimRunDirectory>,
  ) {
    this.context = context;
    this.#settings = settings;
    this.#extent = settings.extent ?? wholeShop;
    this.#steps = steps;
    this.#run = run;
    this.#supervisor = new Supervisor(run, (line) => steps.say(`  ! ${line}`));
  }

  get webUrl(): string {
    return `http://localhost:${this.context.ports.web}`;
  }

  get apiUrl(): string {
    return `http://localhost:${this.context.ports.api}`;
  }

  /** Every process that was started, by name: `postgres`, `api`, `api-2`. */
  get services(): string[] {
    return this.#supervisor.names;
  }

  /** Where a process of the project's own answers GETs, for example its health. */
  urlOf(service: "gateway" | `api${string}` | `worker${string}`): string {
    const { ports } = this.context;
    const port = this.#ports.get(service) ?? ports[service as "api" | "worker" | "gateway"];
    return `http://127.0.0.1:${port}`;
  }

  /** Brings everything up, in the order in which one part needs another. @throws when one can't */
  async start(): Promise<void> {
    const { hasStorefront, hasDemoShop } = this.#extent;
    await this.#startDatabase();
    await this.#startRedis();
    await this.#step("schema", () => this.#meridian("migrate"));
    if (hasDemoShop) await this.#loadDemoShop();
    if (!hasStorefront) await this.#step("API and worker", () => this.#startPrograms());
    else if (this.context.mode === "production") await this.#startWithStorefront();
    else await this.#step("API, worker and storefront", () => this.#startPrograms(true));
  }

  /** Ends everything, in the reverse order. Safe at any moment, also while it starts. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error("The stack is stopping."));
    await this.#supervisor.stop();
    this.#run.release();
  }

  pidOf(service: string): number | undefined {
    return this.#supervisor.pidOf(service);
  }

  /** When this service ends, it stays away until it is let back. */
  bar(service: string): void {
    this.#supervisor.bar(service);
  }

  /** @param settings of the environment, from now on; an empty value is the program's own default */
  letBack(service: string, settings: Record<string, string>): void {
    Object.assign(this.context.env, settings);
    this.#supervisor.letBack(service);
  }

  async #startDatabase(): Promise<void> {
    if (this.#settings.databaseUrl) return;
    const { data, secrets } = this.context;
    await this.#step("PostgreSQL", async () => {
      const cluster = prepareCluster(data.postgres, secrets.postgresPassword);
      const adminUrl = embeddedUrl(this.context, "postgres");
      await this.#supervisor.start(postgresService(this.context, cluster, adminUrl));
      await ensureDatabase(adminUrl, shopDatabase);
    });
  }

  async #startRedis(): Promise<void> {
    if (this.#settings.upstash) return;
    await this.#step("Redis", async (say) => {
      await this.#supervisor.start(redisService(this.context, findOrInstallRedis(say)));
    });
    await this.#serve("Redis gateway", this.#app("gateway", "apps/redis-gateway", "/healthz"));
  }

  /** The first of its kind has the kind's name and port; the others count on, on any free port. */
  async #startReplicas(
    kind: "api" | "worker",
    portVariable: "API_PORT" | "WORKER_PORT",
    count: number,
  ): Promise<void> {
    const names = Array.from({ length: count }, (_, n) =>
      n === 0 ? kind : (`${kind}-${n + 1}` as const),
    );
    for (const name of names.slice(1)) this.#ports.set(name, await freePort());
    const start = (name: (typeof names)[number]) => {
      const env = { [portVariable]: new URL(this.urlOf(name)).port };
      return this.#supervisor.start(this.#app(name, `apps/${kind}`, "/readyz", env));
    };
    await Promise.all(names.map(start));
  }

  /** What is independent of each other starts at the same time: a process spends its start waiting for files. */
  async #startPrograms(hasStorefront = false): Promise<void> {
    const { apiProcesses, workerProcesses } = this.#extent;
    await Promise.all([
      this.#startReplicas("api", "API_PORT", apiProcesses),
      this.#startReplicas("worker", "WORKER_PORT", workerProcesses),
      hasStorefront && this.#supervisor.start(webService(this.context)),
    ]);
  }

  /** A storefront that has to be built first has API and worker beside it, for which nobody needs to wait so long. */
  async #startWithStorefront(): Promise<void> {
    const build = planWebBuild(this.context.data, this.context.env);
    const { signal } = this.#stopping;
    if (build.isBuilt) {
      await build.make(signal, () => {});
      await this.#step("API, worker and storefront", () => this.#startPrograms(true));
    } else {
      await this.#step("API and worker", () => this.#startPrograms());
      await this.#step("storefront build", (_say, progress) => build.make(signal, progress));
      await this.#serve("storefront", webService(this.context));
    }
  }

  async #loadDemoShop(): Promise<void> {
    const url = this.context.env["DATABASE_URL"] ?? "";
    if (!isLocal(url)) return;
    const demo = await demoRecord(this.context.data, url);
    if (demo.isLoaded) return;
    await this.#step("demo shop", (_say, progress) =>
      withPictureCache(join(this.context.data.path, "media"), () =>
        this.#meridian("demo", progress),
      ),
    );
    demo.remember();
  }

  #app(
    name: Parameters<Stack["urlOf"]>[0],
    directory: string,
    healthPath: string,
    env: Record<string, string> = {},
  ): Service {
    const healthUrl = `${this.urlOf(name)}${healthPath}`;
    return nodeService(this.context, { name, main: `${directory}/src/main.ts`, healthUrl, env });
  }

  #serve(title: string, service: Service): Promise<void> {
    return this.#step(title, () => this.#supervisor.start(service));
  }

  #meridian(command: string, onLine?: (line: string) => void): Promise<void> {
    return runCommand(process.execPath, [join(root, "packages/db/src/cli/main.ts"), command], {
      cwd: root,
      env: this.context.env,
      logFile: logFile(this.context.data, command),
      signal: this.#stopping.signal,
      ...(onLine && { onLine }),
    });
  }

  #step<T>(name: string, work: StepWork<T>): Promise<T> {
    this.#stopping.signal.throwIfAborted();
    return this.#steps.run(name, work);
  }
}

function embeddedUrl(
  { ports, secrets }: Pick<StackContext, "ports" | "secrets">,
  database: string,
): string {
  return postgresUrl(ports.postgres, secrets.postgresPassword, database);
}

/** What every program of the stack finds in its environment, beside what this process was given. */
function environment(
  context: Omit<StackContext, "env">,
  settings: StackSettings,
): NodeJS.ProcessEnv {
  const { ports, secrets, data, mode } = context;
  const databaseUrl = settings.databaseUrl ?? embeddedUrl(context, shopDatabase);
  const upstash = settings.upstash ?? {
    url: `http://127.0.0.1:${ports.gateway}`,
    token: secrets.gatewayToken,
  };
  return {
    RATE_LIMITS: limitsOfOneMachine,
    ...process.env,
    NODE_ENV: mode === "production" ? "production" : "development",
    HOST: "127.0.0.1",
    MERIDIAN_DATA: data.path,
    DATABASE_URL: databaseUrl,
    UPSTASH_REDIS_REST_URL: upstash.url,
    UPSTASH_REDIS_REST_TOKEN: upstash.token,
    REDIS_URL: redisUrl(ports.redis, secrets.redisPassword),
    GATEWAY_TOKEN: secrets.gatewayToken,
    GATEWAY_PORT: String(ports.gateway),
    WORKER_PORT: String(ports.worker),
    API_PORT: String(ports.api),
    WEB_PORT: String(ports.web),
    API_URL: `http://127.0.0.1:${ports.api}`,
    // One issuer of tokens, however many processes there are.
    API_PUBLIC_URL: process.env["API_PUBLIC_URL"] || `http://localhost:${ports.api}`,
    // The storefront, which tells the API who asks.
    TRUST_PROXY: process.env["TRUST_PROXY"] || "1",
    WEB_URL: `http://127.0.0.1:${ports.web}`,
    NEXT_DIST_DIR: mode === "production" ? servedDirectory(data) : ".next",
    NEXT_TELEMETRY_DISABLED: "1",
    REVALIDATE_SECRET: secrets.revalidateSecret,
    MERIDIAN_DEMO: isLocal(databaseUrl) ? "1" : "0",
    MERIDIAN_DEMO_CLIENT_ID: demoClientId,
    MERIDIAN_DEMO_CLIENT_SECRET: secrets.demoClientSecret,
    AUTH_SECRET: process.env["AUTH_SECRET"] || secrets.authSecret,
  };
}
