import { countWordPairs, measureLikeness, type WordPairs } from "../shared/measure-likeness.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import type { ReadTask } from "./reading.ts";
import fillers from "./vocabulary/work-fillers.json" with { type: "json" };

const FILLERS = new RegExp(
  `(?<![a-z])(?:${fillers.phrases
    .map(foldVietnamese)
    .sort((one, other) => other.length - one.length)
    .join("|")})(?![a-z])`,
  "g",
);
/** A title's own words. "Xã hội" is none of the fillers. */
const ownWords = (title: string): WordPairs =>
  countWordPairs(
    foldVietnamese(title)
      .replace(/\bxa hoi\b/g, "xahoi")
      .replace(FILLERS, " "),
  );

/** Word pairs that stand in more tasks than this ("công tác dân vận") tell nothing of any. */
const MOST_COMMON = 40;
/** Shorter titles are alike by chance. */
const FEWEST_WORDS = 5;
const ALIKE = 0.8;
/** Of the shorter of two, found again in the longer. */
const CONTAINED = 0.92;
const FEWEST_CONTAINED = 12;

export type RepeatedTask = { readonly task: ReadTask; readonly earlier: ReadTask };

/** Tasks that ask for the same work as one before them, word for word or nearly. */
export const detectRepeatedTasks = (tasks: readonly ReadTask[]): readonly RepeatedTask[] => {
  const counted = tasks
    .map((task) => ({ task, words: ownWords(task.title) }))
    .filter(({ words }) => words.count >= FEWEST_WORDS);
  const holders = new Map<string, number[]>();
  for (const [at, { words }] of counted.entries())
    for (const pair of words.pairs.keys()) {
      const known = holders.get(pair);
      if (known === undefined) holders.set(pair, [at]);
      else known.push(at);
    }
  return counted.flatMap(({ task, words }, at) => {
    const candidates = new Set<number>();
    for (const pair of words.pairs.keys()) {
      const known = holders.get(pair) ?? [];
      if (known.length <= MOST_COMMON) for (const other of known) if (other < at) candidates.add(other);
    }
    const earlier = [...candidates]
      .sort((one, other) => one - other)
      .map((other) => counted[other])
      .find((other) => other !== undefined && isRepeated(words, other.words));
    return earlier === undefined || isWithin(task, earlier.task) ? [] : [{ task, earlier: earlier.task }];
  });
};

const isRepeated = (one: WordPairs, other: WordPairs): boolean => {
  if (measureLikeness(one, other) >= ALIKE) return true;
  const [shorter, longer] = one.count <= other.count ? [one, other] : [other, one];
  let found = 0;
  for (const [pair, times] of shorter.pairs) found += Math.min(times, longer.pairs.get(pair) ?? 0);
  return shorter.count >= FEWEST_CONTAINED && found >= shorter.count * CONTAINED;
};

/** A sub-item may say again what its heading said. */
const isWithin = ({ number, parent }: ReadTask, other: ReadTask): boolean =>
  parent === other.number || other.parent === number;
