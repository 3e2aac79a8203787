import type { ReactNode } from "react";

/** Somebody's e-mail address within a sentence. To be used in messages as `<b>`. */
export const addressInText = (email: ReactNode) => (
  <strong className="font-medium wrap-anywhere text-ink">{email}</strong>
);
