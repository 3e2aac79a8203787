"use client";

import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "#design/button.tsx";
import { StagePicture } from "#design/picture.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { optionText } from "#features/cart/ui/cart-line.tsx";
import { useMarket } from "#features/region/region-context.tsx";

type Shortage = { variantId: string; requested: number; available: number };

/** One line that stands in the way: why, and what can be done about it. */
function Obstacle({ problem }: { problem: PublicError }) {
  const { cart, setQuantity, remove } = useCart();
  const market = useMarket();
  const { variantId, requested, available } = problem.details as Shortage;
  const line = cart.lines.find((l) => l.variantId === variantId);
  if (!line) return null;
  const left = problem.reason === "inventory.out_of_stock" ? Math.max(0, available) : 0;
  const why =
    problem.reason === "cart.not_sold_here"
      ? `It is not sold in ${market.name}.`
      : left > 0
        ? `You wanted ${requested}, and ${left} ${left === 1 ? "is" : "are"} left.`
        : "The last one was taken while it was in your bag.";
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <StagePicture image={line.image} hue={line.hue} sizes="144px" alt="" />
      <div className="grid content-center gap-4">
        <div>
          <p className="font-display text-title font-semibold tracking-tight">{line.title}</p>
          <p className="text-small text-quiet">{optionText(line)}</p>
          <p className="mt-1.5">{why}</p>
        </div>
        <div className="flex flex-wrap gap-2.5">
          {left > 0 ? (
            <Button onClick={() => setQuantity(variantId, left)}>
              Take {left === 1 ? "the last one" : `the last ${left}`}
            </Button>
          ) : null}
          <Button look={left > 0 ? "quiet" : "action"} onClick={() => remove(variantId)}>
            Go on without it
          </Button>
        </div>
      </div>
    </div>
  );
}

const headings: Record<string, string> = {
  "inventory.out_of_stock": "Somebody was faster",
  "cart.not_sold_here": "Not everything can be sent there",
  "checkout.not_open": "This is being paid in another tab",
};

/** The stock could not be held. As soon as the bag is changed here, holding is tried again. */
export function StockRefusal({ problem, onRetry }: { problem: PublicError; onRetry: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isAboutLine = typeof problem.details?.["variantId"] === "string";
  return (
    <div className="grid max-w-2xl gap-5 rounded-stage bg-raised p-5 shadow-lift sm:p-8">
      <h2 ref={heading} tabIndex={-1} className="text-title outline-none">
        {headings[problem.reason] ?? "This can’t be checked out right now"}
      </h2>
      {isAboutLine ? <Obstacle problem={problem} /> : null}
      {isAboutLine ? null : (
        <>
          <p className="text-quiet">
            {problem.reason === "checkout.not_open"
              ? "Finish there, or come back here when it is over."
              : "Have a look at your bag and try again."}
          </p>
          <div className="flex flex-wrap gap-2.5">
            <Button onClick={onRetry}>Try again</Button>
            <ButtonLink href="/cart" look="quiet">
              To your bag
            </ButtonLink>
          </div>
        </>
      )}
    </div>
  );
}
