/** Runs once when the storefront's server starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { tellAddresses } = await import("#api/forwarded-for.ts");
  tellAddresses();
  const { env } = await import("#env.ts");
  const { waitForApi } = await import("#api/wait-for-api.ts");
  // oxlint-disable-next-line no-console -- the server's log
  await waitForApi(env.apiUrl, (line) => console.log(line));
}
