import { addDays } from "../shared/local-date.ts";
import type { Draft } from "./time-draft.ts";
import type { ReadingMeaning, ReadingPart } from "./time-frame-reading.ts";

/** Days or periods of one kind in a row are one frame with parts; those that touch are one range. */
export const mergeTimeDrafts = (drafts: readonly Draft[]): readonly Draft[] => {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const before = joined.at(-1);
    const alike =
      before !== undefined &&
      draft.joint !== "or" &&
      before.meaning.kind === draft.meaning.kind &&
      !["continuous", "on_direction", "none"].includes(draft.meaning.kind);
    if (!alike) {
      joined.push(draft);
      continue;
    }
    const parts = [...(before.parts.length > 0 ? before.parts : [before.meaning]), draft.meaning];
    joined.splice(-1, 1, {
      ...draft,
      from: before.from,
      joint: before.joint,
      needs: [...before.needs, ...draft.needs],
      parts,
      meaning: wholeOf(parts, draft.meaning),
    });
  }
  return joined.map((draft) => touching(draft, drafts));
};

const wholeOf = (parts: readonly ReadingPart[], last: ReadingMeaning): ReadingMeaning => {
  if (last.kind !== "before_date") return { ...last, start_on: parts[0]?.start_on ?? null };
  const dates = parts.flatMap(({ date }) => (date == null ? [] : [date])).toSorted();
  const latest = parts.findLast(({ date }) => date === dates.at(-1));
  return { ...last, ...latest, ...(dates.length > 1 && { dates }) };
};

/** "Quý II, III" is one stretch; a semicolon keeps its parts apart. */
const touching = (draft: Draft, drafts: readonly Draft[]): Draft => {
  const { kind } = draft.meaning;
  if (draft.parts.length < 2 || !["month", "quarter", "year"].includes(kind)) return draft;
  const apart = drafts.some(
    ({ joint, from, to }) => joint === "semicolon" && from > draft.from && to <= draft.to,
  );
  const next = draft.parts.every(({ start_on }, at) => {
    const before = draft.parts[at - 1]?.end_on;
    return at === 0 || (before != null && start_on != null && addDays(before, 1) === start_on);
  });
  const alone = draft.parts.every(({ recurs }) => recurs === draft.meaning.recurs);
  return apart || !next || !alone ? draft : { ...draft, meaning: { ...draft.meaning, kind: "range" } };
};
