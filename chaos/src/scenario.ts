import type { Check } from "./check.ts";
import type { Crowd } from "./crowd.ts";
import type { Kill } from "./faults/kill.ts";
import type { Random } from "./random.ts";
import type { Shop, ShopSettings } from "./shop.ts";

/** What a scenario acts on. */
export type Scene = {
  shop: Shop;
  crowd: Crowd;
  /** Noted here, they are in the report. */
  kills: Kill[];
  random: Random;
  /** How long it may go on breaking things. */
  seconds: number;
  signal: AbortSignal;
  say: (line: string) => void;
};

/** Something that breaks while the shop sells, and what must hold then beside what must always hold. */
export type Scenario = {
  name: string;
  /** In one sentence: what is done, and what must hold. */
  shows: string;
  /** Units of each scarce article; absent: so many that they sell out about half-way. */
  scarceUnits?: number;
  shop?: Omit<ShopSettings, "scarceUnits">;
  /** Why it can't be run on this machine; undefined when it can. */
  obstacle?: () => string | undefined;
  act(scene: Scene): Promise<Check[]>;
};
