import { ok, type Result, refuse } from "../../shared/result.ts";
import { convertFontLetters, detectLegacyFont, LEGACY_FONTS } from "./convert-font-letters.ts";
import { judgeSyllables } from "./judge-syllables.ts";

export type DecodedText = {
  readonly text: string;
  /** What it was found to be written in by its words; null for clean UTF-8 and for what the file itself states. */
  readonly convertedFrom: string | null;
};

/** Share of words that must be Vietnamese before bytes of an unnamed code page are believed. */
const SURE = 0.85;
const FEWEST_WORDS = 3;
/** A file may be cut in the middle of a letter; more than that was never UTF-8. */
const MOST_BROKEN = 1 / 500;
/** Form feeds and such apart, a text has next to no control characters. */
const MOST_CONTROLS = 1 / 100;
const SAMPLE = 8_192;

/** Bytes to text. Refused: what is no text, and text in a code page that its words do not tell. */
export const decodeText = (bytes: Uint8Array): Result<DecodedText> => {
  const utf16 = detectUtf16(bytes);
  if (utf16 !== null) return ok(inUnicodeLetters(new TextDecoder(utf16).decode(bytes), null));
  if (isBinary(bytes)) return refuse("file_kind_unknown");
  const utf8 = utf8Of(bytes);
  if (utf8 !== null) return ok(inUnicodeLetters(utf8.text, utf8.broken ? "UTF-8" : null));
  const decoded = inCodePage(bytes);
  return decoded === null ? refuse("file_encoding_unknown") : ok(decoded);
};

/** Letters of an old font are kept as any other letters by UTF-8 and UTF-16. */
const inUnicodeLetters = (text: string, convertedFrom: string | null): DecodedText => {
  const font = detectLegacyFont(text);
  return font === null
    ? { text, convertedFrom }
    : { text: convertFontLetters(text, font), convertedFrom: font };
};

const inCodePage = (bytes: Uint8Array): DecodedText | null => {
  const western = new TextDecoder("windows-1252").decode(bytes);
  const [best] = [
    { convertedFrom: "Windows-1258", text: new TextDecoder("windows-1258").decode(bytes).normalize("NFC") },
    ...LEGACY_FONTS.map((font) => ({ convertedFrom: font, text: convertFontLetters(western, font) })),
  ]
    .map((candidate) => ({ ...candidate, ...judgeSyllables(candidate.text) }))
    .sort((one, other) => other.share - one.share);
  return best !== undefined && best.words >= FEWEST_WORDS && best.share >= SURE
    ? { text: best.text, convertedFrom: best.convertedFrom }
    : null;
};

/** Basic Latin, Vietnamese and punctuation stand in these blocks of 256. */
const HIGH_BYTES = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);

/** By its mark, or by every second byte. */
export const detectUtf16 = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4) return null;
  const looksHigh = (first: 0 | 1): boolean => {
    let [high, zero, all] = [0, 0, 0];
    for (let at = first; at < sample.length; at += 2) {
      const byte = sample[at] ?? 0;
      all += 1;
      if (byte === 0) zero += 1;
      if (HIGH_BYTES.has(byte)) high += 1;
    }
    return high >= all * 0.98 && zero >= all * 0.3;
  };
  const [even, odd] = [looksHigh(0), looksHigh(1)];
  if (even === odd) return null;
  return odd ? "utf-16le" : "utf-16be";
};

const WHITE = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);

const isBinary = (bytes: Uint8Array): boolean => {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && !WHITE.has(byte)) controls += 1;
  }
  return controls > bytes.length * MOST_CONTROLS;
};

const utf8Of = (bytes: Uint8Array): { readonly text: string; readonly broken: boolean } | null => {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), broken: false };
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    const broken = text.split("\ufffd").length - 1;
    const whole = judgeSyllables(text);
    return broken <= Math.max(1, text.length * MOST_BROKEN) && whole.words > broken && whole.share >= SURE
      ? { text, broken: true }
      : null;
  }
};
