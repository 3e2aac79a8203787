"use client";

import type { ComponentProps } from "react";

/**
 * To this page as it is for another choice; proxy.ts remembers it. The link itself works without JavaScript; with it
 * the page's own query stays. Not a Link: every page of the other market or language is another page.
 */
export function ChoiceLink({
  name,
  value,
  children,
  ...rest
}: ComponentProps<"a"> & { name: "region" | "language"; value: string }) {
  return (
    <a
      {...rest}
      href={`?${name}=${value}`}
      onClick={(event) => {
        const url = new URL(window.location.href);
        url.searchParams.set(name, value);
        event.currentTarget.href = url.href;
      }}
    >
      {children}
    </a>
  );
}
