"use client";

import { useWhenUsed } from "#browser/use-when-used.ts";

const load = () => import("#browser/page-moves.tsx");

/** Nobody goes to another page before having moved, touched or pressed something here. */
export function PageMovesHost() {
  const moves = useWhenUsed(load);
  return moves ? <moves.PageMoves /> : null;
}
