import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Where a proxy of the office's own stands: nobody else connects from there. */
const NEAR = new BlockList();
NEAR.addSubnet("127.0.0.0", 8);
NEAR.addSubnet("10.0.0.0", 8);
NEAR.addSubnet("172.16.0.0", 12);
NEAR.addSubnet("192.168.0.0", 16);
NEAR.addAddress("::1", "ipv6");
NEAR.addSubnet("fc00::", 7, "ipv6");

const UNKNOWN = "unknown";

/**
 * Who connects, for counting. Behind the office's own proxy it is the last address of `X-Forwarded-For`, which the
 * proxy wrote; what stands before it is what the caller claims, and a caller from afar is not believed at all.
 */
export const judgeAddress = (remote: string | undefined, forwarded: string | undefined): string => {
  if (remote === undefined) return UNKNOWN;
  const address = remote.replace(/^::ffff:/, "");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (isIP(address) === 0 || !NEAR.check(address, family)) return address;
  const last = forwarded?.split(",").at(-1)?.trim();
  return last === undefined || isIP(last) === 0 ? address : last;
};

export const addressOf = (c: Context): string => {
  try {
    return judgeAddress(getConnInfo(c).remote.address, c.req.header("x-forwarded-for"));
  } catch {
    // A request without a connection: a test's.
    return UNKNOWN;
  }
};
