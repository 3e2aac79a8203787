"use client";

import { catchError, type ErrorInfo } from "next/error";

/** Around each live part of a page: when it breaks, the rest stands, and it can be tried again. */
function Broken({ what }: { what: string }, { reset }: ErrorInfo) {
  return (
    <p className="flex min-h-7 items-center gap-2 text-small text-quiet">
      {what} can't be shown right now.
      <button type="button" onClick={() => reset()} className="tap text-action underline">
        Try again
      </button>
    </p>
  );
}

export const Hole = catchError(Broken);
