"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { liveWeight } from "#features/live/live-provider.tsx";
import { useStock } from "#features/inventory/use-stock.ts";

/** Only the cards that are seen are watched: a stream carries 50 topics, a page may show 200 variants. */
function useIsSeen() {
  const ref = useRef<HTMLSpanElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => setSeen(entry?.isIntersecting ?? false),
      {
        rootMargin: "100px",
      },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, isSeen };
}

/** On a card only what matters is said: few left, or none. The line keeps its height either way. */
export function CardStock({ variantIds }: { variantIds: readonly string[] }) {
  const { ref, isSeen } = useIsSeen();
  return (
    <span ref={ref} className="block min-h-5">
      {isSeen ? <SeenStock variantIds={variantIds} /> : null}
    </span>
  );
}

function SeenStock({ variantIds }: { variantIds: readonly string[] }) {
  const { stock, version } = useStock(variantIds, liveWeight.card);
  const t = useTranslations("stock");
  if (stock.state !== "low" && stock.state !== "none") return null;
  return (
    <span
      key={version}
      className={`figures inline-block animate-pulse-once rounded-pill ${stock.state === "low" ? "text-stock-low" : "text-stock-none"}`}
    >
      {stock.state === "low" ? t("lowText", { available: stock.available }) : t("none")}
    </span>
  );
}
