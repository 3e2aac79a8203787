import type { AppRouter } from "@meridian/api/root.ts";
import type { Availability } from "@meridian/api/inventory/contract.ts";
import type { TRPCClient } from "@trpc/client";

/** As many as the API answers for at once. */
const maxIds = 100;

type Waiting = {
  variantId: string;
  resolve(availability: Availability | null): void;
  reject(error: unknown): void;
};

/** One request for all variants that a page asks about in the same moment. */
export class StockLoader {
  #waiting: Waiting[] = [];
  readonly #client: TRPCClient<AppRouter>;

  constructor(client: TRPCClient<AppRouter>) {
    this.#client = client;
  }

  /** Null: no such variant. */
  load(variantId: string): Promise<Availability | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ variantId, resolve, reject });
      if (this.#waiting.length === 1) setTimeout(() => this.#flush(), 4);
    });
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let at = 0; at < waiting.length; at += maxIds) {
      void this.#ask(waiting.slice(at, at + maxIds));
    }
  }

  async #ask(batch: readonly Waiting[]): Promise<void> {
    try {
      const variantIds = [...new Set(batch.map(({ variantId }) => variantId))];
      const { items } = await this.#client.inventory.list.query({ variantIds });
      const byId = new Map(items.map((item) => [item.variantId, item]));
      for (const { variantId, resolve } of batch) resolve(byId.get(variantId) ?? null);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
