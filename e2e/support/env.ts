/** What `pnpm e2e` tells the journeys; without it they go to a shop that `npm start` serves here. */
const source = process.env;

export const env = {
  webUrl: source["E2E_WEB_URL"] || "http://localhost:3000",
  apiUrl: source["E2E_API_URL"] || "http://localhost:4000",
  chromium: source["E2E_CHROMIUM"] || "/usr/bin/chromium",
  isCi: Boolean(source["CI"]),
  /** Has all scopes. @throws when there is none: stock can't be arranged without it */
  get demoClient() {
    return {
      id: given("MERIDIAN_DEMO_CLIENT_ID"),
      secret: given("MERIDIAN_DEMO_CLIENT_SECRET"),
    };
  },
  /** The folder in which a shop without a mail server leaves its mails. */
  get mails() {
    return given("E2E_MAILS");
  },
  /** Where the shop that is asked keeps its files: what `pnpm meridian` looks after. */
  get data() {
    return given("E2E_DATA");
  },
  /** Where services are broken on purpose. @throws when nobody offers it */
  get controlUrl() {
    return given("E2E_STACK_CONTROL");
  },
};

function given(name: string): string {
  const value = source[name];
  if (!value) throw new Error(`${name} is not set. \`pnpm e2e\` sets it.`);
  return value;
}
