"use client";

import { useEffect, useRef, useState } from "react";
import { Link } from "#i18n/navigation.ts";

/** A word on what was just done, and what can be done about it: go there, or take it back. */
export type Saying = {
  turn: number;
  words: string;
  label?: string;
  href?: string;
  onPress?: () => void;
  /** Where what was pressed is gone. */
  takesFocus?: boolean;
};

const shownMs = 6000;
const action = "tap shrink-0 font-medium underline underline-offset-4";

/** Stays for six seconds; for as long as the pointer or the focus is on it. */
export function Said({
  saying: { words, label, href, onPress, takesFocus = false },
  onEnd,
}: {
  saying: Saying;
  onEnd: () => void;
}) {
  const [isHeld, setHeld] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onEnd, shownMs);
    return () => clearTimeout(timer);
  });
  return (
    <p
      className="flex min-h-12 animate-rise items-center gap-4 rounded-pill bg-ink px-5 py-2 text-small text-paper shadow-panel"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{words}</span>
      {href ? (
        <Link href={href} className={action} onClick={onEnd}>
          {label}
        </Link>
      ) : null}
      {onPress ? (
        <button ref={button} type="button" className={action} onClick={onPress}>
          {label}
        </button>
      ) : null}
    </p>
  );
}
