"use client";

import "#design/base.css";

/** When even the shell can't be made: its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <html lang="en">
      <body className="grid place-items-center p-6 text-center">
        <title>Meridian can't be reached</title>
        <main className="max-w-lg space-y-6">
          <h1 className="text-heading">The shop can't be reached right now</h1>
          <p className="text-lead text-quiet">
            Your bag is safe on this device. We are probably restarting: try again in a moment.
          </p>
          <button
            type="button"
            onClick={() => retry()}
            className="min-h-12 rounded-pill bg-action px-6 font-medium text-on-action"
          >
            Try again
          </button>
          {reference ? <p className="text-small text-quiet">Request {reference}</p> : null}
        </main>
      </body>
    </html>
  );
}
