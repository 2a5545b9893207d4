import { inflateSync } from "node:zlib";
import { LIMITS } from "../../outline.ts";

/** Longest dictionary before a stream that is looked at. */
const DICTIONARY = 1_024;

/**
 * Whether the packed streams of a PDF unpack to the bytes that were packed. The PDF library reads on without a word
 * where one is broken, and half a page would be missing. Pictures are never unpacked; what is enciphered, or packed in
 * another way, is left to the library.
 */
export const verifyStreams = (bytes: Uint8Array): "whole" | "broken" | "too_large" => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes("/Encrypt")) return "whole";
  let unpacked = 0;
  for (const { dictionary, start, end } of streamsOf(file)) {
    if (!/\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|\/|>|$)/.test(dictionary) || /\/Image\b/.test(dictionary))
      continue;
    try {
      unpacked += inflateSync(file.subarray(start, end), { maxOutputLength: LIMITS.partBytes }).length;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      return code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : "broken";
    }
    if (unpacked > LIMITS.unpackedBytes) return "too_large";
  }
  return "whole";
};

type Stream = { readonly dictionary: string; readonly start: number; readonly end: number };

const streamsOf = (file: Buffer): readonly Stream[] => {
  const streams: Stream[] = [];
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 1)) {
    const start = at + (file[at + 6] === 0x0d && file[at + 7] === 0x0a ? 8 : 7);
    const opens = file[at + 6] === 0x0a || file[at + 6] === 0x0d;
    const before = file.toString("latin1", Math.max(0, at - DICTIONARY), at);
    const object = before.lastIndexOf(" obj");
    if (!opens || object < 0 || !/>>\s*$/.test(before.slice(-8))) continue;
    const end = file.indexOf("endstream", start);
    if (end < 0) return streams;
    streams.push({ dictionary: before.slice(object), start, end });
    at = end + 8;
  }
  return streams;
};
