import type { ReactNode } from "react";

/** What a sentence is about: an address, an object. */
export const strong = (text: ReactNode) => <strong className="text-ink">{text}</strong>;
