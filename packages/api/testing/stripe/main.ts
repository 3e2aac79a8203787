/**
 * The stand-in as a process: `node main.ts NOTICES_URL NOTICES_SECRET`. It prints where it is, and serves until it is ended.
 */
import { StripeStandIn } from "./stand-in.ts";

const [url = "", secret = ""] = process.argv.slice(2);
const standIn = new StripeStandIn();
await standIn.start();
standIn.serveShoppers({ url, secret });
console.log(standIn.url);
