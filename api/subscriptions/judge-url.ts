import { judgeAddress } from "./judge-address.ts";

/** "forbidden": a place where no events are sent; "insecure": http to the internet. */
export type UrlVerdict = "allowed" | "invalid" | "insecure" | "forbidden";

const LONGEST_URL = 2_000;

/** Names of an office's own network: of this machine, without a dot, or under an ending that the internet has not. */
const OWN_NAME = /^(?:localhost|[^.]+|.+\.(?:localhost|local|lan|internal|intranet|home\.arpa))$/;

/** The address that a URL names without any name service; null where it holds a name. */
export const literalAddressOf = ({ hostname }: URL): string | null => {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return judgeAddress(bare) === null ? null : bare;
};

/**
 * What can be said of an address before it is asked for: https anywhere, http only within the office's own network.
 * Where a name leads is judged again at every delivery.
 */
export const judgeUrl = (text: string): UrlVerdict => {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return "invalid";
  const url = new URL(text);
  if (!["https:", "http:"].includes(url.protocol) || url.hostname === "") return "invalid";
  // What stands before an @ is a password, and would be shown in lists; what stands behind a # is never sent.
  if (url.username !== "" || url.password !== "" || url.hash !== "") return "invalid";
  const address = literalAddressOf(url);
  const kind = address === null ? null : judgeAddress(address);
  if (kind === "forbidden") return "forbidden";
  if (url.hostname === "metadata.google.internal") return "forbidden";
  if (url.protocol === "https:") return "allowed";
  const own = kind === null ? OWN_NAME.test(url.hostname.replace(/\.$/, "")) : kind === "private";
  return own ? "allowed" : "insecure";
};
