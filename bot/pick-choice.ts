import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";
import { readNumberWords } from "./number-words.ts";

/** A choice as the chat remembers it. `hidden`: it was shown as a button alone, so that no number stands for it. */
export type OfferedChoice = { readonly label: string; readonly hidden?: boolean | undefined };

/** Nobody chooses with more words than this. */
const LONGEST = 400;

/**
 * The choices that words mean: by their number in the list ("1", "1.", "số 1", "một"), by their label, by agreeing
 * or declining where that is what is asked. One is picked; several must be asked about; none means other words.
 */
export const pickChoice = <T extends OfferedChoice>(choices: readonly T[], text: string): readonly T[] => {
  if (text.length > LONGEST) return [];
  const numbered = choices.filter(({ hidden }) => hidden !== true);
  const number = readNumberWords(text);
  const counted = number === null ? undefined : numbered[number - 1];
  const labelled = byLabel(choices, text);
  const meant = new Set([...(counted === undefined ? [] : [counted]), ...labelled]);
  return meant.size > 0 ? [...meant] : byAgreement(numbered, text);
};

/** "văn phòng" of "Văn phòng Hội đồng nhân dân": whole words that begin labels of the numbered list. */
export const pickByBeginning = <T extends OfferedChoice>(
  choices: readonly T[],
  text: string,
): readonly T[] => {
  const words = keyOf(text);
  // "3" is a position or a task, "a" is a slip.
  if (text.length > LONGEST || words.length < 2 || /^\d+$/.test(words)) return [];
  return choices.filter(({ hidden, label }) => hidden !== true && keyOf(label).startsWith(`${words} `));
};

const byLabel = <T extends OfferedChoice>(choices: readonly T[], text: string): readonly T[] => {
  const folded = foldVietnamese(text);
  if (folded === "") return [];
  const exact = choices.filter(({ label }) => foldVietnamese(label) === folded);
  if (exact.length > 0) return exact;
  const key = keyOf(text);
  const bare = key.replace(/^chon (?=.)/, "");
  return key === "" ? [] : choices.filter(({ label }) => [key, bare].includes(keyOf(label)));
};

/** What counts of a label: not "(5)", quotes, dashes, arrows and the full stop. */
const keyOf = (text: string): string =>
  foldVietnamese(text)
    .replace(/\(\d+\)\s*$/, "")
    .replaceAll(/["'‹›()[\]…,;!?-]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/[\s.:]+$/, "");

const AGREES = /^(?:dong y|xac nhan|yes)$/;
const AGREEMENT = /^(?:co|dong y|xac nhan|yes|confirm)(?![\p{L}\p{N}])/u;
/** Good enough where a plain yes is asked for, not for what weighs more. */
const NODS = /^(?:vang|da|u|uh|ok|oke|dung|dung roi|phai|duoc)$/;
const DECLINES = /^(?:khong|thoi|no)$/;
const DECLINE = /^(?:khong|no)(?![\p{L}\p{N}])/u;

/** Only where one choice agrees and one declines. */
const byAgreement = <T extends OfferedChoice>(numbered: readonly T[], text: string): readonly T[] => {
  const words = keyOf(text).replace(/ (?:a|nhe|nha)$/, "");
  const agreeing = numbered.filter(({ label }) => AGREEMENT.test(keyOf(label)));
  if (AGREES.test(words) && agreeing.length === 1) return agreeing;
  if (NODS.test(words)) return agreeing.filter(({ label }) => /^(?:co|yes)$/.test(keyOf(label)));
  const declining = numbered.filter(({ label }) => DECLINE.test(keyOf(label)));
  return DECLINES.test(words) && declining.length === 1 ? declining : [];
};
