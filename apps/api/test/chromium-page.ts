import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallChromium } from "@meridian/tooling/testing/chromium.ts";
import { vi } from "vitest";

type Answer = { id: number; result?: Record<string, unknown>; error?: { message: string } };
type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

/** A page of a real Chromium, driven by its DevTools protocol. */
export type ChromiumPage = {
  send: Send;
  /** What an expression comes to in the page; awaited there. @throws what it throws */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};

export async function openChromium(url: string): Promise<ChromiumPage> {
  const program = await findOrInstallChromium(() => {});
  const profile = mkdtempSync(join(tmpdir(), "meridian-chromium-"));
  const flags = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const chromium = spawn(program, [...flags, ...sandbox, "--disable-gpu", "about:blank"], {
    stdio: "ignore",
  });
  const gone = new Promise<void>((resolve) => chromium.once("exit", () => resolve()));
  const portFile = join(profile, "DevToolsActivePort");
  await vi.waitFor(() => {
    if (!existsSync(portFile)) throw new Error("Chromium is not there yet");
  }, 60_000);
  const [port, path] = readFileSync(portFile, "utf8").split("\n");
  const socket = await connect(`ws://127.0.0.1:${port}${path}`);
  const { targetId } = await socket.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await socket.send("Target.attachToTarget", { targetId, flatten: true });
  const send: Send = (method, params = {}) => socket.send(method, params, String(sessionId));
  // The API's own pages may fetch nothing; what a test does there is not theirs.
  await send("Page.setBypassCSP", { enabled: true });
  await send("Page.navigate", { url });
  const page: ChromiumPage = {
    send,
    async evaluate<T>(expression: string) {
      const answer = await send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      const { result, exceptionDetails } = answer as {
        result: { value: T };
        exceptionDetails?: { exception?: { description?: string } };
      };
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
      return result.value;
    },
    async close() {
      socket.close();
      chromium.kill("SIGKILL");
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await vi.waitFor(async () => {
    const state = await page.evaluate<string>("`${document.readyState} ${location.href}`");
    if (state !== `complete ${url}`) throw new Error(`Chromium is at ${state}`);
  }, 60_000);
  return page;
}

async function connect(url: string) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("Chromium does not listen")));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  return {
    async send(method: string, params: object, sessionId?: string) {
      const id = ++last;
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
      const { result, error } = await answered;
      if (error) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
    close: () => socket.close(),
  };
}
