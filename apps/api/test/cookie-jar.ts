/** The cookies of a browser: what was set is kept, what was cleared is forgotten. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** As a request's headers. */
  get headers(): Record<string, string> {
    if (this.#cookies.size === 0) return {};
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  has(name: string): boolean {
    return this.#cookies.has(name);
  }

  keep({ headers }: { headers: Record<string, unknown> }): void {
    for (const line of [headers["set-cookie"]].flat()) {
      if (typeof line !== "string") continue;
      const [pair = ""] = line.split(";", 1);
      const at = pair.indexOf("=");
      const name = pair.slice(0, at);
      if (/;\s*max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(at + 1));
    }
  }
}
