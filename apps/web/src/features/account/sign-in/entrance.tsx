import type { ReactNode } from "react";

/** Where one comes in: the form, and beside it, where there is room, an object of the shop. */
export function Entrance({ picture, children }: { picture: ReactNode; children: ReactNode }) {
  return (
    <div className="wrap grid gap-x-16 pt-10 lg:grid-cols-2 lg:items-start lg:pt-14">
      <div className="mx-auto w-full max-w-md lg:py-10">{children}</div>
      <div aria-hidden="true" className="hidden lg:block">
        {picture}
      </div>
    </div>
  );
}
