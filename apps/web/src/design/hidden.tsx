import type { ReactNode } from "react";

/** For those who listen: the rest of a button's name, where eyes have the context. To be used in messages as `<hidden>`. */
export const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;
