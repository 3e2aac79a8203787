"use client";

import { Button, ButtonLink } from "#design/button.tsx";

/** When a page can't be made. The reference is what the server's log says too. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div className="wrap flex flex-col items-start gap-6 py-20 md:py-32">
      <h1 className="max-w-[16ch] text-display">This page did not arrive</h1>
      <p className="max-w-prose text-lead text-quiet">
        Something on our side gave way. Your bag is safe. Try once more; if it stays like this, tell
        us the number below.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => retry()}>Try again</Button>
        <ButtonLink href="/" look="quiet">
          Back to the shop
        </ButtonLink>
      </div>
      {reference ? (
        <p className="figures text-small text-quiet">
          Request <code className="font-text">{reference}</code>
        </p>
      ) : null}
    </div>
  );
}
