import { BlockList, isIP } from "node:net";

/** Where a literal address leads into this machine, its network, or nowhere. One list would take all IPv4 for IPv6. */
const INWARD = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  INWARD.ipv4.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
  // The unspecified one, loopback, and IPv4 in other clothes.
  ["::", 96],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 32],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
] as const)
  INWARD.ipv6.addSubnet(net, prefix, "ipv6");

const leadsInward = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const family = isIP(host);
  if (family === 0) return host === "localhost" || host.endsWith(".localhost");
  return family === 4 ? INWARD.ipv4.check(host, "ipv4") : INWARD.ipv6.check(host, "ipv6");
};

/**
 * The address of a person's picture, if it may be asked: it comes from outside, so only https to a place that is
 * not named as inside, or the very server of the API. `base`: where a redirect came from.
 */
export const fileAddress = (address: string, apiRoot: string, base?: string): URL | null => {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (url.username !== "" || url.password !== "") return null;
  if (url.origin === new URL(apiRoot).origin) return url;
  return url.protocol === "https:" && !leadsInward(url.hostname) ? url : null;
};
