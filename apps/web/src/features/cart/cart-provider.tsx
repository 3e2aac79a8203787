"use client";

import type { Cart, CartLine, OperationOutcome } from "@meridian/api/cart/contract.ts";
import { applyIntent, type Intent, type LineVariant } from "@meridian/api/cart/rules/intent.ts";
import { useLocale } from "next-intl";
import { createContext, use, useEffect, useReducer, useState, type ReactNode } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { CartSync } from "#features/cart/cart-sync.ts";
import { changeCode, type CodeAnswer, type CodeChange } from "#features/cart/change-code.ts";
import { emptyCart } from "#features/cart/empty-cart.ts";
import { coalesce } from "#features/cart/intents.ts";
import { initialLocal, reduceLocal, type Refusal } from "#features/cart/local-state.ts";
import { noteSeenBag } from "#features/cart/seen-bag.ts";
import { broughtBy, useMerge } from "#features/cart/use-merge.ts";
import { useServerCart } from "#features/cart/use-server-cart.ts";
import { useMarket, useRegion } from "#features/region/region-context.tsx";

export type CartApi = {
  /** As the shopper sees it: the server's cart with everything applied that it has not answered yet. */
  cart: Cart;
  /** Units in all lines. */
  count: number;
  /** False until the first answer: an empty bag is not known to be empty. */
  isKnown: boolean;
  /** True while something is not acknowledged. */
  isSaving: boolean;
  /** Changes that are not acknowledged, of all tabs. */
  waiting: number;
  /** True while the API can't be reached; what was done is kept and sent later. */
  isTroubled: boolean;
  /** By variant: what the server did not do as asked, to be said at the line. */
  refusals: ReadonlyMap<string, Refusal>;
  /** Lines just removed, for Undo. */
  removed: readonly CartLine[];
  add: (variant: LineVariant, quantity?: number) => void;
  setQuantity: (variantId: string, quantity: number) => void;
  remove: (variantId: string) => void;
  /** Takes out everything; each line can be brought back. */
  clear: () => void;
  undo: (variantId: string) => void;
  /** True when a guest's bag went into the account's just now. */
  isMerged: boolean;
  /** Takes out again what the guest's bag brought, or takes it as it is. */
  answerMerge: (answer: "undo" | "keep") => void;
  /** Puts a code on the bag or takes it off; tells what the shop said. */
  changeCode: (change: CodeChange) => Promise<CodeAnswer>;
  /** Takes back the word on a refusal, or the offer to undo. */
  dismiss: (variantId: string) => void;
  isDrawerOpen: boolean;
  setDrawerOpen: (isOpen: boolean) => void;
};

const CartContext = createContext<CartApi | null>(null);

export function useCart(): CartApi {
  const cart = use(CartContext);
  if (!cart) throw new Error("useCart needs a CartProvider above it");
  return cart;
}

/** {@link Refusal}s from what the server said to each operation. */
function refusalsOf(
  outcomes: readonly OperationOutcome[],
  variantOf: (seq: number) => string | undefined,
) {
  return outcomes.flatMap((outcome): Refusal[] => {
    const variantId = variantOf(outcome.seq);
    if (variantId === undefined || !outcome.reason) return [];
    if (outcome.status !== "adjusted" && outcome.status !== "refused") return [];
    return [
      { variantId, status: outcome.status, reason: outcome.reason, details: outcome.details ?? {} },
    ];
  });
}

export function CartProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient();
  const place = { language: useLocale(), region: useRegion() };
  const market = useMarket();
  const [local, dispatch] = useReducer(reduceLocal, initialLocal);
  const server = useServerCart(place, local.pending.length > 0);
  const merge = useMerge(server.cart);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const { put } = server;
  const [sync] = useState(
    () =>
      new CartSync(client, place, {
        onCart: put,
        onPending: (pending) => dispatch({ type: "pending", pending }),
        onTrouble: (isTroubled) => dispatch({ type: "trouble", isTroubled }),
        onAnswer: (result, batch) => {
          put(result.cart);
          const variantOf = (seq: number) =>
            batch.operations.find((operation) => operation.seq === seq)?.variantId;
          dispatch({ type: "refused", refusals: refusalsOf(result.outcomes, variantOf) });
        },
        onRefused: ({ reason, details = {} }, batch) =>
          dispatch({
            type: "refused",
            refusals: batch.operations.map(({ variantId }) => ({
              variantId,
              status: "refused",
              reason,
              details,
            })),
          }),
      }),
  );
  useEffect(() => sync.start(), [sync]);

  let cart = server.cart ?? emptyCart(market, place.language);
  for (const { intent, variant } of local.pending) {
    cart = applyIntent(cart, intent, { region: market, device: sync.device(), variant }).cart;
  }
  const isKnown = server.isKnown || local.pending.length > 0;
  const lines = cart.lines.length;
  useEffect(() => {
    if (isKnown) noteSeenBag(lines);
  }, [isKnown, lines]);
  const push = (intent: Intent, variant?: LineVariant) => {
    dispatch({ type: "dismiss", variantId: intent.variantId });
    sync.push({ intent, variant });
  };
  const lineOf = (variantId: string) => cart.lines.find((line) => line.variantId === variantId);
  const setQuantity = (variantId: string, quantity: number) => {
    const line = lineOf(variantId);
    push({ type: "set", variantId, quantity, observed: line?.counter ?? {} }, line);
  };
  const remove = (variantId: string) => {
    const line = lineOf(variantId);
    push({ type: "remove", variantId, observed: line?.counter ?? {} }, line);
    if (line) dispatch({ type: "removed", line });
  };
  const takeOut = ({ line, units }: { line: CartLine; units: number }) => {
    const { variantId, quantity, counter } = line;
    if (quantity > units) setQuantity(variantId, quantity - units);
    else push({ type: "remove", variantId, observed: counter }, line);
  };
  const api: CartApi = {
    cart,
    count: cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    isKnown,
    isSaving: local.pending.length > 0,
    waiting: coalesce(local.pending.map(({ intent }) => intent)).length,
    isTroubled: local.isTroubled && local.pending.length > 0,
    refusals: local.refusals,
    removed: local.removed,
    add: (variant, quantity = 1) =>
      push({ type: "add", variantId: variant.variantId, quantity }, variant),
    setQuantity,
    remove,
    clear: () => cart.lines.forEach(({ variantId }) => remove(variantId)),
    undo: (variantId) => {
      const line = local.removed.find((l) => l.variantId === variantId);
      if (line) push({ type: "add", variantId, quantity: line.quantity }, line);
    },
    isMerged: merge.fromCartId !== null,
    answerMerge: (answer) => {
      if (answer === "undo") broughtBy(merge.fromCartId ?? "", cart.lines).forEach(takeOut);
      merge.settle();
    },
    changeCode: async (change) => {
      const answer = await changeCode(client, cart, change);
      if ("cart" in answer) put(answer.cart);
      return answer;
    },
    dismiss: (variantId) => dispatch({ type: "dismiss", variantId }),
    isDrawerOpen,
    setDrawerOpen,
  };
  return <CartContext value={api}>{children}</CartContext>;
}
