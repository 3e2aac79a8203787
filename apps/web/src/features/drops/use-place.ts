"use client";

import type { Place } from "@meridian/api/drops/contract.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { retryDelayMs } from "#api/retry-delay.ts";
import { timedFetch } from "#api/server-clock.ts";
import { forgetPlace, keepPlace, readPlace, takeKey } from "#features/drops/kept-place.ts";
import { useRegion } from "#features/region/region-context.tsx";

const waitSeconds = 10;
/** Who is in only keeps the room. */
const lookEveryMs = 5_000;

/** The bag that the pass is for; the shopper's own, or a new one. */
async function findCart(client: TRPCClient<AppRouter>, made: Made): Promise<string> {
  const current = await client.cart.current.query({});
  if (current?.state === "active") return current.id;
  return (await client.cart.create.mutate(made)).id;
}
type Made = Parameters<TRPCClient<AppRouter>["cart"]["create"]["mutate"]>[0];

const addressOf = (handle: string, key: string) =>
  `/api/v1/drops/${encodeURIComponent(handle)}/places/${key}`;

/** Not by tRPC, whose batches would make others wait as long. @throws when there is no answer, or a refusal */
async function ask(handle: string, key: string, body: object, signal: AbortSignal): Promise<Place> {
  const response = await timedFetch(addressOf(handle, key), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Error(`The line answered ${response.status}`);
  return (await response.json()) as Place;
}

/** Looks at the place again and again, as long as there is one. @param look how many were ahead before, if that is known */
async function stand(
  signal: AbortSignal,
  look: (seen: number | undefined) => Promise<Place>,
  tell: (news: Place | "troubled") => void,
): Promise<void> {
  let seen: number | undefined;
  for (let failures = 0; !signal.aborted;) {
    try {
      const place = await look(seen);
      seen = place.ahead;
      failures = 0;
      tell(place);
      if (place.state !== "waiting" || place.isSoldOut) await pause(lookEveryMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      tell("troubled");
      await pause(retryDelayMs(failures++, error), signal);
    }
  }
}

/**
 * A place in line, from when it is taken until it is left: looked at as long as the page is open.
 * @param options.isEager takes one by itself: who was here when it opened
 */
export function usePlace(handle: string, startsAt: string, { isEager }: { isEager: boolean }) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const region = useRegion();
  const language = useLocale();
  const [isWanted, setWanted] = useState(
    () => isEager || readPlace(handle, startsAt) !== undefined,
  );
  const [place, setPlace] = useState<Place>();
  const [isTroubled, setTroubled] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    const ended = new AbortController();
    const { key } = takeKey(handle, startsAt);
    const bag = { region, language, idempotencyKey: `drop-${key}-${region}-${language}` };
    const look = async (seen: number | undefined) => {
      const cartId = await findCart(client, bag);
      if (seen === undefined) void queryClient.invalidateQueries({ queryKey: ["cart"] });
      const ticket = readPlace(handle, startsAt)?.ticket;
      const wait = seen === undefined ? 0 : waitSeconds;
      const next = await ask(handle, key, { cartId, ticket, seen, wait }, ended.signal);
      if (next.ticket !== "") keepPlace(handle, startsAt, { key, ticket: next.ticket });
      return next;
    };
    void stand(ended.signal, look, (news) => {
      setTroubled(news === "troubled");
      if (news !== "troubled") setPlace(news);
    });
    return () => ended.abort();
  }, [isWanted, handle, startsAt, client, queryClient, region, language]);
  const leave = async () => {
    const key = readPlace(handle, startsAt)?.key;
    setWanted(false);
    setPlace(undefined);
    forgetPlace(handle, startsAt);
    // The look that waits is hung up on first: it would take the place anew.
    await pause(500);
    if (key) await fetch(addressOf(handle, key), { method: "DELETE" }).catch(() => undefined);
  };
  return { isWanted, place, isTroubled, take: () => setWanted(true), leave: () => void leave() };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
