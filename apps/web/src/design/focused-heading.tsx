"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** The heading of what has just taken the place of something else: it takes the focus, so that it is heard. */
export function FocusedHeading({
  level: Heading = "h1",
  className,
  children,
}: {
  level?: "h1" | "h2" | "h3";
  className?: string;
  children: ReactNode;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Heading ref={ref} tabIndex={-1} className={`scroll-mt-40 outline-none ${className ?? ""}`}>
      {children}
    </Heading>
  );
}
