/**
 * Where a webhook may lead: public addresses and nothing else, so that nobody can make the shop call into its own
 * network (SSRF). Checked for the address in the URL when it is set, and for every address that a name leads
 * to when the connection is made.
 */
import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one of the public internet. IPv4 inside IPv6 (mapped, NAT64) is judged as that
 * IPv4 address; tunnels (6to4, Teredo), documentation, multicast and everything reserved are not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast";
  const embedded = embeddedIPv4(address);
  if (embedded !== undefined) return embedded.range() === "unicast";
  // Whatever is not special may still be unassigned: the public internet is 2000::/3.
  const isGlobal = ((address.parts[0] ?? 0) & 0xe000) === 0x2000;
  return isGlobal && address.range() === "unicast";
}

export function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === "loopback";
}

/** `64:ff9b::/96` (RFC 6052): how a network with IPv6 alone reaches IPv4. */
function embeddedIPv4({ parts }: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const [first, second, ...rest] = parts;
  const isEmbedded =
    first === 0x64 && second === 0xff9b && rest.slice(0, 4).every((part) => part === 0);
  if (!isEmbedded) return undefined;
  return new ipaddr.IPv4(parts.slice(6).flatMap((part) => [part >> 8, part & 0xff]));
}

/** Why a URL can't be a webhook's; undefined when it can, as far as can be told without looking its name up. */
export function whyRefused(url: string, allowsLocal: boolean): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null) return "is not a URL";
  const { protocol, username, password, hostname } = parsed;
  if (username !== "" || password !== "") return "must not hold credentials";
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  const isAddress = ipaddr.isValid(host);
  const isLocal = isAddress ? isLoopback(host) : /(^|\.)localhost\.?$/.test(host);
  if (isLocal && allowsLocal) return undefined;
  if (isLocal)
    return "must lead to a public address; WEBHOOKS_TO_LOCAL=1 lets a shop send to its own machine";
  if (protocol !== "https:") return "must begin with https://";
  if (isAddress && !isPublicAddress(host)) return "must lead to a public address";
  return undefined;
}
