import fonts from "../vocabulary/legacy-fonts.json" with { type: "json" };
import { JUDGED, judgeSyllables } from "./judge-syllables.ts";

export const LEGACY_FONTS = ["TCVN3", "VNI"] as const;
export type LegacyFont = (typeof LEGACY_FONTS)[number];

const LETTERS: Readonly<Record<LegacyFont, ReadonlyMap<string, string>>> = {
  TCVN3: new Map(Object.entries(fonts.TCVN3)),
  VNI: new Map(Object.entries(fonts.VNI)),
};

/** Text typed in a font of the time before Unicode: a letter, or a letter and the sign after it, stand for another. */
export const convertFontLetters = (text: string, font: LegacyFont): string => {
  const letters = LETTERS[font];
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const two = text.slice(at, at + 2);
    const pair = two.length === 2 ? letters.get(two) : undefined;
    pieces.push(pair ?? letters.get(text.charAt(at)) ?? text.charAt(at));
    at += pair === undefined ? 1 : 2;
  }
  return pieces.join("");
};

/** Under it a text is no Vietnamese as it stands; at `SURE` it is. Between them nobody can say. */
const SURE = 0.85;
const FEWEST_WORDS = 3;

/**
 * The font that a text was typed for, where it reads as Vietnamese only when that font's letters are put in place;
 * null where it reads as it stands, or in no font.
 */
export const detectLegacyFont = (text: string): LegacyFont | null => {
  const asItStands = judgeSyllables(text);
  if (asItStands.words < FEWEST_WORDS || asItStands.share >= 0.6) return null;
  const [best] = LEGACY_FONTS.map((font) => ({
    font,
    ...judgeSyllables(convertFontLetters(text.slice(0, JUDGED), font)),
  }))
    .filter(({ words }) => words >= FEWEST_WORDS)
    .sort((one, other) => other.share - one.share);
  return best !== undefined && best.share >= SURE ? best.font : null;
};
