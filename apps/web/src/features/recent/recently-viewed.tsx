"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useStoredList, type Kept } from "#browser/stored-list.ts";
import { recentProducts } from "#features/recent/recent-products.ts";

const RecentShelf = lazy(async () => ({
  default: (await import("#features/recent/recent-shelf.tsx")).RecentShelf,
}));

/** True from when the place is about to be seen. */
function useIsNear() {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: "600px" },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return { place, isNear };
}

/** What was looked at before, loaded when somebody comes near. On a product's page that one is remembered, and not shown. */
export function RecentlyViewed({ here }: { here?: Kept }) {
  const { place, isNear } = useIsNear();
  const others = useStoredList(recentProducts).filter(({ id }) => id !== here?.id);
  const { id, handle } = here ?? {};
  useEffect(() => {
    if (id !== undefined && handle !== undefined) recentProducts.put({ id, handle });
  }, [id, handle]);
  return (
    <div ref={place}>
      {isNear && others.length > 0 ? (
        <Suspense>
          <RecentShelf products={others.slice(0, 12)} />
        </Suspense>
      ) : null}
    </div>
  );
}
