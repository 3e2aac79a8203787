"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { maxWishes } from "@meridian/api/wishlist/contract/limits.ts";
import { useStoredList, type Kept } from "#browser/stored-list.ts";
import type { Saying } from "#features/collecting/said.tsx";
import { watchMovedWishes, type MovedWish } from "#features/collecting/moved-wish.ts";
import { useCart } from "#features/cart/cart-provider.tsx";
import { maxCompared } from "#features/comparison/compared.ts";
import { comparison } from "#features/comparison/comparison.ts";
import { useWishes } from "#features/wishlist/use-wishes.ts";

const Said = lazy(async () => ({ default: (await import("#features/collecting/said.tsx")).Said }));
const CompareBar = lazy(async () => ({
  default: (await import("#features/comparison/compare-bar.tsx")).CompareBar,
}));

/** Shows on all buttons, also on those that come later, what is so. @param all ids, one after the other */
function usePressed(act: "wish" | "pick", all: string): void {
  useEffect(() => {
    const ids = new Set(all.split(","));
    const paint = () => {
      for (const button of document.querySelectorAll<HTMLElement>(`button[data-act=${act}]`)) {
        const isPressed = String(ids.has(button.dataset["id"] ?? ""));
        if (button.ariaPressed !== isPressed) button.ariaPressed = isPressed;
      }
    };
    paint();
    const observer = new MutationObserver(paint);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [act, all]);
}

/** The one listener for what is collected on cards: they are not alive themselves. */
export function Collecting({ onReady }: { onReady: () => void }) {
  const t = useTranslations("collect");
  const common = useTranslations("common");
  const wishes = useWishes();
  const picks = useStoredList(comparison);
  const pickedIds = new Set(picks.map(({ id }) => id));
  const [saying, setSaying] = useState<Saying | null>(null);
  const turn = useRef(0);
  usePressed("wish", [...wishes.ids].join());
  usePressed("pick", [...pickedIds].join());

  const say = (next: Omit<Saying, "turn">) => setSaying({ ...next, turn: (turn.current += 1) });
  const wish = async (item: Kept, isWanted: boolean, takesFocus = false) => {
    if (isWanted) say({ words: t("added"), href: "/wishlist", label: t("seeList") });
    else
      say({
        words: t("takenOff"),
        onPress: () => void wish(item, true),
        label: common("undo"),
        takesFocus,
      });
    const answer = await wishes.set(item, isWanted);
    if (answer === "wishlist.too_many") say({ words: t("wishFull", { max: maxWishes }) });
    if (answer === "failed") say({ words: t("wishFailed") });
  };
  const pick = (item: Kept) => {
    if (pickedIds.has(item.id)) comparison.remove([item.id]);
    else if (picks.length >= maxCompared) say({ words: t("picksFull") });
    else comparison.put(item);
  };
  const onClick = useEffectEvent(({ target }: MouseEvent) => {
    const tool = target instanceof Element && target.closest<HTMLElement>("[data-act]");
    if (!tool) return;
    const { act, id = "", handle = "" } = tool.dataset;
    if (act === "wish") void wish({ id, handle }, !wishes.ids.has(id));
    if (act === "unwish") void wish({ id, handle }, false, true);
    if (act === "pick") pick({ id, handle });
    if (act === "unpick") comparison.remove([id]);
    if (act === "view") {
      const url = new URL(location.href);
      url.searchParams.set("view", handle);
      history.pushState({ isQuickView: true }, "", url);
    }
  });
  const takeOff = useEffectEvent(async ({ item, words, label }: MovedWish) => {
    const isGoing = `[data-act=unwish][data-id="${item.id}"]`;
    const card = document.activeElement?.closest("article");
    const takesFocus = Boolean(card?.querySelector(isGoing));
    say({ words, label, onPress: () => void wish(item, true), takesFocus });
    if ((await wishes.set(item, false)) === "failed") say({ words: t("wishFailed") });
  });
  const { isSaving, refusals } = useCart();
  const moving = useRef<MovedWish[]>([]);
  useEffect(() => watchMovedWishes((moved) => moving.current.push(moved)), []);
  const arrive = useEffectEvent(() => {
    // What the bag refuses stays.
    for (const moved of moving.current.splice(0))
      if (refusals.get(moved.variantId)?.status !== "refused") void takeOff(moved);
  });
  useEffect(() => {
    if (!isSaving) arrive();
  }, [isSaving]);
  const listens = useEffectEvent(onReady);
  useEffect(() => {
    const listen = (event: MouseEvent) => onClick(event);
    document.addEventListener("click", listen);
    listens();
    return () => document.removeEventListener("click", listen);
  }, []);
  return (
    <>
      {picks.length > 0 ? (
        <Suspense>
          <CompareBar picks={picks} />
        </Suspense>
      ) : null}
      <div role="status" className="said">
        {saying ? (
          <Suspense>
            <Said key={saying.turn} saying={saying} onEnd={() => setSaying(null)} />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}
