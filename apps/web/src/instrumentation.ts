/** Runs once when the storefront's server starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { tellAddresses } = await import("#api/forwarded-for.ts");
  tellAddresses();
  // Who works on the storefront is to see what went wrong.
  if (process.env.NODE_ENV !== "production") return;
  const { standInForErrors } = await import("#features/stand-in/stand-in.ts");
  standInForErrors();
}

/** Each failure of a page, before its answer goes out. */
export async function onRequestError(error: unknown): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { noteFailure } = await import("#features/stand-in/page-record.ts");
  if (error instanceof Error && "digest" in error) noteFailure(String(error.digest));
}
