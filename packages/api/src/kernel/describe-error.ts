/** An error as a log may have it. Drizzle puts statement and parameters into its message, Postgres the row into `detail`: both stay out. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code, constraint_name: constraint } = error as {
    code?: unknown;
    constraint_name?: unknown;
  };
  const message = error.message.split("\nparams:", 1)[0] ?? "";
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at "));
  return {
    type: error.name,
    message: message.slice(0, 1_000),
    ...(typeof code === "string" && { code }),
    ...(typeof constraint === "string" && { constraint }),
    stack: frames?.join("\n"),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
