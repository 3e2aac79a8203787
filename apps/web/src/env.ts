/** The web app's settings. The only reader of `process.env`; server side only. */
export const env = {
  /** Where this server reaches the API; browsers reach it through this origin. */
  get apiUrl(): string {
    return process.env["API_URL"] ?? `http://127.0.0.1:${process.env["API_PORT"] ?? "4000"}`;
  },
  /** The origin that shoppers type, for links that must be absolute. */
  get publicUrl(): string {
    return process.env["WEB_PUBLIC_URL"] ?? `http://localhost:${process.env["WEB_PORT"] ?? "3000"}`;
  },
  /** What the worker must send to invalidate cached pages; undefined: nobody may. */
  get revalidateSecret(): string | undefined {
    return process.env["REVALIDATE_SECRET"];
  },
  /** Where the build is written and served from, so that one shop's build does not disturb another's. */
  get distDirectory(): string {
    return process.env["NEXT_DIST_DIR"] ?? ".next";
  },
};
