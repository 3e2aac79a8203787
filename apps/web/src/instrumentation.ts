/** Runs once when the storefront's server starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { tellAddresses } = await import("#api/forwarded-for.ts");
  tellAddresses();
}
