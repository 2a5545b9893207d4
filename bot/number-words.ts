const UNITS = [
  ["một"],
  ["hai"],
  ["ba"],
  ["bốn", "tư"],
  ["năm", "lăm"],
  ["sáu"],
  ["bảy", "bẩy"],
  ["tám"],
  ["chín"],
] as const;
const AFTER_TWENTY: Readonly<Record<number, readonly string[]>> = { 1: ["mốt"], 5: ["nhăm"] };

const withoutMarks = (word: string): string => word.normalize("NFD").replaceAll(/\p{M}/gu, "");

const spelled = (): readonly (readonly [string, number])[] => {
  const said: [string, number][] = [
    ["mười", 10],
    ["hai mươi", 20],
  ];
  for (const [index, words] of UNITS.entries()) {
    const unit = index + 1;
    for (const word of words) said.push([word, unit], [`mười ${word}`, 10 + unit]);
    for (const word of [...words, ...(AFTER_TWENTY[unit] ?? [])])
      said.push([`hai mươi ${word}`, 20 + unit], [`hai ${word}`, 20 + unit]);
  }
  return said;
};

/** As written with and without marks; "lam" alone is left out: without marks it is "làm", to do. */
const WORDS: ReadonlyMap<string, number> = new Map(
  spelled().flatMap(([words, number]) =>
    words === "lăm"
      ? [[words, number] as const]
      : [[words, number] as const, [withoutMarks(words), number] as const],
  ),
);

const AROUND =
  /^(?:(?:chọn|chon|lấy|lay)\s+)?(?:(?:số|so|câu|cau|dòng|dong|phương án|phuong an|#)\s*)?\(?(.+?)[.)\]:]*(?:\s+(?:ạ|nhé|nha))?[.!]*$/u;

/**
 * The number that words of an answer are: "1", "1.", "số 1", "chọn một", "muoi hai". "Thứ hai" is none (it may be a
 * Monday), nor is "mục 3" (it may be a task).
 */
export const readNumberWords = (text: string): number | null => {
  const answer = text.normalize("NFC").trim().toLowerCase().replaceAll(/\s+/gu, " ");
  const said = answer.length > 40 ? undefined : AROUND.exec(answer)?.[1];
  if (said === undefined) return null;
  return /^\d{1,2}$/.test(said) ? Number(said) : (WORDS.get(said) ?? null);
};
