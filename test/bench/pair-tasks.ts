import type { ReadTask } from "../../api/imports/reading.ts";

/** Which task of a reading stands for which of the truth: the scorer's own way, so that both speak of the same pairs. */

export type TruthTask = {
  readonly number: string;
  readonly number_in_document: string | null;
  readonly section: string | null;
  readonly title: string;
  readonly ambiguous?: boolean;
  readonly targets?: readonly { readonly where?: string }[];
};
export type TaskPair = { readonly truth: TruthTask; readonly read: ReadTask | null };

export const pairTasks = (
  truths: readonly TruthTask[],
  readings: readonly ReadTask[],
): readonly TaskPair[] => {
  const free = [...readings];
  return truths.map((truth) => {
    let best = -1;
    let score = 0;
    for (const [index, read] of free.entries()) {
      const own = likeness(read.title, truth.title) + (sameNumber(truth, read) ? 0.3 : 0);
      if (own > score) {
        score = own;
        best = index;
      }
    }
    return { truth, read: score > 0.6 ? (free.splice(best, 1)[0] ?? null) : null };
  });
};

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[–—−]/g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(/[“”‘’«»"'.…,;:*()]/g, " ")
    .replace(/&/g, " va ")
    .replace(/\s+%/g, "%")
    .replace(/\s+/g, " ")
    .replace(/^[- ]+|[- ]+$/g, "");

/** Sørensen–Dice over word pairs: 1 is the same text. */
const likeness = (one: string, other: string): number => {
  const a = wordPairs(one);
  const b = wordPairs(other);
  const left = new Map<string, number>();
  for (const pair of b) left.set(pair, (left.get(pair) ?? 0) + 1);
  let both = 0;
  for (const pair of a) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    both++;
    left.set(pair, count - 1);
  }
  return a.length + b.length > 0 ? (2 * both) / (a.length + b.length) : 1;
};

const wordPairs = (text: string): readonly string[] => {
  const words = fold(text)
    .split(" ")
    .filter((word) => word !== "");
  return words.map((word, index) => `${word} ${words[index + 1] ?? ""}`);
};

const path = (number: string): string =>
  (
    number
      .normalize("NFC")
      .toLowerCase()
      .match(/\d+|\p{L}+/gu) ?? []
  ).join(" ");

const sameNumber = (truth: TruthTask, read: ReadTask): boolean => {
  const inside = truth.number.replace(/^PL\d*\./, "");
  const right = [truth.number, inside, `${truth.section}.${inside}`].map(path);
  const given = path(read.number);
  return right.includes(given) || right.includes(given.replace(/^(?:(?:pl|phụ lục) ?[ivx\d]*|[ivx]+) /, ""));
};
