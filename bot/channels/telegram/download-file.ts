import type { DownloadOutcome } from "../channel.ts";
import { readAtMost } from "../read-at-most.ts";
import { judgeFailure } from "./judge-answer.ts";

const PATIENCE_MS = 60_000;

/**
 * Bytes of a received file. `locate` asks Telegram for the path of the file, good for an hour.
 * A network failure throws: the caller tries again; the error carries no address, because that holds the token.
 */
export const downloadFile = async (
  from: {
    readonly locate: () => Promise<{
      readonly file_path?: string | undefined;
      readonly file_size?: number | undefined;
    }>;
    readonly addressOf: (path: string) => string;
  },
  maxBytes: number,
): Promise<DownloadOutcome> => {
  let path: string;
  try {
    const { file_path, file_size } = await from.locate();
    if (file_size !== undefined && file_size > maxBytes) return { kind: "too_large" };
    if (file_path === undefined) return { kind: "gone" };
    path = file_path;
  } catch (error) {
    const failure = judgeFailure(error);
    if (failure.kind === "refused" && failure.status === 400)
      return { kind: /too big/i.test(failure.description) ? "too_large" : "gone" };
    throw new Error(
      `Telegram did not say where the file is (${failure.kind === "refused" ? failure.status : failure.code})`,
    );
  }
  let response: Response;
  try {
    response = await fetch(from.addressOf(path), {
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new Error("the file's download was cut");
  }
  if (response.status === 404) {
    await response.body?.cancel();
    return { kind: "gone" };
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`the file's download was answered with ${response.status}`);
  }
  const bytes = await readAtMost(response.body, maxBytes).catch((): never => {
    throw new Error("the file's download was cut");
  });
  return bytes === null ? { kind: "too_large" } : { kind: "bytes", bytes };
};
