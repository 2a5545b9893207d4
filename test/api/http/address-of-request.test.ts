import { expect, it } from "vitest";
import { judgeAddress } from "../../../api/http/address-of-request.ts";

it.each([
  ["a caller from afar, whatever they claim", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["whom the office's own proxy names last", "127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["the same over a mapped address", "::ffff:192.168.1.4", "203.0.113.9", "203.0.113.9"],
  ["by the sixth version", "::1", "2001:db8::5", "2001:db8::5"],
  ["the neighbour, where the header is nonsense", "10.1.2.3", "<script>", "10.1.2.3"],
  ["nobody", undefined, "203.0.113.9", "unknown"],
])("%s", (_, remote, forwarded, address) => {
  expect(judgeAddress(remote, forwarded)).toBe(address);
});
