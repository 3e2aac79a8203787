import { startRedisWithGateway } from "@meridian/tooling/testing/redis-server.ts";
import { Redis as HttpRedis } from "@upstash/redis";
import { Redis as RespRedis } from "ioredis";
import type { Bench, BenchResult } from "./bench.ts";
import { alternately, closedLoop, median } from "./measure.ts";

const callers = 256;
const rounds = 5;
const durationMs = 2_000;
const message = JSON.stringify({
  topic: "stock:var_01jv3ge8k2zt5y9m4n7q6r8s0w",
  version: 1_234,
  state: { available: 12 },
});

/** Both clients put what is called in one tick into one write: their own auto-pipelining. */
export const gateway: Bench = {
  name: "gateway",
  shows:
    "pipelined commands per second through @upstash/redis and the gateway, against ioredis straight",
  bars: [
    { of: "publish, gateway / straight", atLeast: 0.4 },
    { of: "get, gateway / straight", atLeast: 0.4 },
  ],
  async run() {
    const server = await startRedisWithGateway();
    const straight = new RespRedis(server.redisUrl, { protocol: 2, enableAutoPipelining: true });
    try {
      const { url, token } = server;
      const http = new HttpRedis({ url, token, enableTelemetry: false });
      await straight.mset(
        Object.fromEntries(Array.from({ length: callers }, (_, n) => [key(n), message])),
      );
      const perSecond = async (call: (caller: number) => Promise<unknown>) =>
        (await closedLoop(callers, durationMs, call)).perSecond;
      return resultOf(
        await alternately(rounds, {
          publishStraight: () => perSecond(() => straight.publish("live", message)),
          publishHttp: () => perSecond(() => http.publish("live", message)),
          getStraight: () => perSecond((caller) => straight.get(key(caller))),
          getHttp: () => perSecond((caller) => http.get(key(caller))),
        }),
      );
    } finally {
      straight.disconnect();
      await server.stop();
    }
  },
};

const key = (caller: number) => `bench:${caller}`;

function resultOf(
  rates: Record<"publishStraight" | "publishHttp" | "getStraight" | "getHttp", number[]>,
): BenchResult {
  const [publishStraight, publishHttp, getStraight, getHttp] = [
    median(rates.publishStraight),
    median(rates.publishHttp),
    median(rates.getStraight),
    median(rates.getHttp),
  ];
  return {
    figures: {
      "publishes/s, straight": publishStraight,
      "publishes/s, gateway": publishHttp,
      "gets/s, straight": getStraight,
      "gets/s, gateway": getHttp,
    },
    ratios: {
      "publish, gateway / straight": publishHttp / publishStraight,
      "get, gateway / straight": getHttp / getStraight,
    },
    conditions: {
      callers,
      rounds,
      "seconds each": durationMs / 1000,
      "bytes of a message": message.length,
      statistic: "median of rounds",
      clients: "both with auto-pipelining, in one process beside gateway and Redis",
    },
  };
}
