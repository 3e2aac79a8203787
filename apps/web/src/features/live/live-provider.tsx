"use client";

import type { LiveFrame } from "@meridian/api/live/contract.ts";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { LiveClient, type LiveState } from "#features/live/live-client.ts";
import { liveKey, newer } from "#features/live/live-cache.ts";

const LiveContext = createContext<LiveClient | null>(null);

/** Frames go where queries look: newer ones replace, older ones are dropped, and so is what nobody looks for. */
function putFrame(queryClient: QueryClient, frame: LiveFrame): void {
  if (frame.kind === "reset" || frame.kind === "ready") return;
  const queryKey = liveKey(frame.topic);
  if (!queryClient.getQueryCache().find({ queryKey })) return;
  queryClient.setQueryData(
    queryKey,
    frame.kind === "product" ? frame.version : frame.state && newer(frame.state),
  );
}

export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [client] = useState(
    () =>
      new LiveClient({
        onFrame: (frame) => putFrame(queryClient, frame),
        // Seldom needed, so it comes when it is.
        onUncarried: (live) =>
          void import("#features/live/ask-uncarried.ts").then(
            ({ askUncarried }) => askUncarried(queryClient, live),
            () => undefined,
          ),
      }),
  );
  useEffect(() => client.start(), [client]);
  return <LiveContext value={client}>{children}</LiveContext>;
}

export function useLiveClient(): LiveClient {
  const client = use(LiveContext);
  if (!client) throw new Error("useLiveTopic needs a LiveProvider above it");
  return client;
}

/** Heavier topics are watched first when there are more than one stream carries. */
export const liveWeight = { cart: 3, subject: 2, card: 1 } as const;

/** Watches topics while the component is shown. What arrives is found under {@link liveKey} in the query cache. */
export function useLiveTopics(
  topics: readonly string[],
  weight: number = liveWeight.subject,
): void {
  const client = useLiveClient();
  const wanted = topics.join(",");
  useEffect(() => {
    const leave =
      wanted === "" ? [] : wanted.split(",").map((topic) => client.watch(topic, weight));
    return () => {
      for (const stop of leave) stop();
    };
  }, [client, wanted, weight]);
}

export function useLiveTopic(topic: string | null, weight?: number): void {
  useLiveTopics(topic === null ? [] : [topic], weight);
}

/** Calls at each heartbeat of the stream. Renders nothing. */
export function useHeartbeat(beat: () => void): void {
  const client = useLiveClient();
  useEffect(() => client.onHeartbeat(beat), [client, beat]);
}

const serverState: LiveState = { status: "idle", isStale: false };

/** `isStale`: not connected for over 10 s, so what is shown may not be true any more. */
export function useLiveState(): LiveState {
  const client = useLiveClient();
  return useSyncExternalStore(client.subscribe, client.getState, () => serverState);
}
