import vocabulary from "../../vocabulary/unit-cell-words.json" with { type: "json" };
import { type Gap, type SpeltWord, spellPhrase, spellWord, type UnitWord } from "./unit-words.ts";

/** Phrases to look for in a text, the longest first. */
export type PhraseIndex<T> = {
  readonly at: (
    words: readonly UnitWord[],
    from: number,
    across?: ReadonlySet<Gap>,
  ) => { readonly value: T; readonly end: number } | null;
  /** Whether all words from a place on are the beginning of a phrase that goes on. */
  readonly isBeginning: (words: readonly UnitWord[], from: number) => boolean;
};

/** Syllables that only look alike once their marks are gone ("bản", "bàn" and "ban"). */
const ELSEWHERE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(vocabulary.elsewhere).map(([word, others]) => [
    spellWord(word).tone,
    new Set(others.map((other) => spellWord(other).tone)),
  ]),
);

/** The same syllable, or the same letters in a text without marks that make no other common word. */
const isWord = ({ spelt: read, unmarked }: UnitWord, wanted: SpeltWord): boolean =>
  read.tone === wanted.tone ||
  (unmarked &&
    read.fold === wanted.fold &&
    read.fold === read.tone &&
    !(ELSEWHERE.get(wanted.tone)?.has(read.tone) ?? false));

export const WITHIN_PHRASE: ReadonlySet<Gap> = new Set<Gap>(["space", "hyphen"]);
/** Names are written with and without their commas, hyphens and "và", and cells break inside them. */
export const WITHIN_NAME: ReadonlySet<Gap> = new Set<Gap>(["space", "hyphen", "comma", "and", "line"]);

type Node<T> = { readonly next: Map<string, Branch<T>[]>; value: T | undefined };
type Branch<T> = { readonly spelt: SpeltWord; readonly node: Node<T> };

const emptyNode = <T>(): Node<T> => ({ next: new Map(), value: undefined });

const addPhrase = <T>(root: Node<T>, words: readonly SpeltWord[], value: T): void => {
  let node = root;
  for (const spelt of words) {
    const branches: Branch<T>[] = node.next.get(spelt.fold) ?? [];
    if (branches.length === 0) node.next.set(spelt.fold, branches);
    const known = branches.find((branch) => branch.spelt.tone === spelt.tone);
    const branch: Branch<T> = known ?? { spelt, node: emptyNode() };
    if (known === undefined) branches.push(branch);
    node = branch.node;
  }
  node.value ??= value;
};

/** The longest phrase that goes on from a node; phrases are short, so the depth is bounded by the vocabulary. */
const follow = <T>(
  node: Node<T>,
  words: readonly UnitWord[],
  at: number,
  first: boolean,
  across: ReadonlySet<Gap>,
): { readonly value: T; readonly end: number } | null => {
  const word = words[at];
  let best: { readonly value: T; readonly end: number } | null =
    node.value === undefined ? null : { value: node.value, end: at };
  if (word === undefined || !(first || across.has(word.gap))) return best;
  for (const branch of node.next.get(word.spelt.fold) ?? []) {
    if (!isWord(word, branch.spelt)) continue;
    const found = follow(branch.node, words, at + 1, false, across);
    if (found !== null && (best === null || found.end > best.end)) best = found;
  }
  return best;
};

/** Whether all words from a place to the end lead to a node from which phrases go on. */
const leadsOn = <T>(node: Node<T>, words: readonly UnitWord[], at: number, first: boolean): boolean => {
  const word = words[at];
  if (word === undefined) return !first && node.next.size > 0;
  if (!first && !WITHIN_NAME.has(word.gap)) return false;
  return (node.next.get(word.spelt.fold) ?? []).some(
    (branch) => isWord(word, branch.spelt) && leadsOn(branch.node, words, at + 1, false),
  );
};

/** Of phrases with the same words the first counts. */
export const indexPhrases = <T>(entries: readonly (readonly [readonly SpeltWord[], T])[]): PhraseIndex<T> => {
  const root = emptyNode<T>();
  for (const [words, value] of entries) if (words.length > 0) addPhrase(root, words, value);
  return {
    at: (words, from, across = WITHIN_PHRASE) => follow(root, words, from, true, across),
    isBeginning: (words, from) => leadsOn(root, words, from, true),
  };
};

/** Both indexes as one: the longer find, the first's where they are as long. */
export const joinIndexes = <T>(one: PhraseIndex<T>, other: PhraseIndex<T>): PhraseIndex<T> => ({
  at: (words, from, across) => {
    const [first, second] = [one.at(words, from, across), other.at(words, from, across)];
    if (first === null || second === null) return first ?? second;
    return second.end > first.end ? second : first;
  },
  isBeginning: (words, from) => one.isBeginning(words, from) || other.isBeginning(words, from),
});

export const indexList = (phrases: readonly string[]): PhraseIndex<string> =>
  indexPhrases(phrases.map((phrase) => [spellPhrase(phrase), phrase] as const));
