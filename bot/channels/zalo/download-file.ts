import type { DownloadOutcome } from "../channel.ts";
import { readAtMost } from "../read-at-most.ts";
import { fileAddress } from "./file-address.ts";

const PATIENCE_MS = 60_000;
const MOST_REDIRECTS = 3;

const GONE: DownloadOutcome = { kind: "gone" };

/**
 * Bytes of a received picture, from the link that stood in the update; the token has no part in it. A link that
 * may not be asked counts as gone: it never will be. A network failure throws, so that the caller tries again; the
 * error carries no address, because whoever has the link has the picture.
 */
export const downloadFile = async (
  from: { readonly link: string; readonly apiRoot: string },
  maxBytes: number,
): Promise<DownloadOutcome> => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let address = fileAddress(from.link, from.apiRoot);
  for (let redirects = 0; address !== null && redirects <= MOST_REDIRECTS; redirects += 1) {
    let response: Response;
    try {
      response = await fetch(address, { redirect: "manual", signal });
    } catch {
      throw new Error("the file's download was cut");
    }
    if (response.ok && response.body !== null) {
      const bytes = await readAtMost(response.body, maxBytes).catch((): never => {
        throw new Error("the file's download was cut");
      });
      return bytes === null ? { kind: "too_large" } : { kind: "bytes", bytes };
    }
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return GONE;
    const next = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || next === null)
      throw new Error(`the file's download was answered with ${response.status}`);
    address = fileAddress(next, from.apiRoot, address.href);
  }
  return GONE;
};
