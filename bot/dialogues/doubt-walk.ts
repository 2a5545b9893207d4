import type { Doubt } from "../../api/imports/draft.ts";
import type { ShownImport } from "../../api/imports/show-import.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import { askNewUnits, doubtAgain, doubtCard, notedLines, type Place } from "../messages/document-doubt.ts";
import { draftStanding } from "../messages/document-draft.ts";
import { line, oneLine } from "../messages/lines.ts";
import type { Button } from "./button.ts";
import { say } from "./dialogue.ts";
import {
  type Asking,
  again,
  type DraftStep,
  type Going,
  look,
  next,
  review,
  standing,
} from "./draft-going.ts";
import { interpretDoubtAnswer } from "./interpret-doubt-answer.ts";

/** Everything that was decided is kept. */
export const walkStopped = (): DraftStep => ({ state: null, say: [say(oneLine("draft-kept"))] });

/** The button of a question; that of an earlier one settles nothing of this one. */
export const doubtPressed = (
  asking: Asking | null,
  [, act, importId, at]: Extract<Button, readonly ["import-doubt", ...unknown[]]>,
): DraftStep => {
  if (asking === null) return standing(importId, line("doubt-passed"));
  if (asking.importId !== importId || asking.asked !== at) return again(asking, line("doubt-passed"));
  if (act === "later") return leaveForLater(asking);
  // Whoever was asked about new names was not asked whether what was read is right.
  if (act === "retype" || (act === "new-unit") !== (asking.typed !== null)) return again(asking);
  return doubtAnswered(asking, null);
};

export const doubtAnswered = (asking: Asking, text: string | null): DraftStep =>
  look(asking.importId, { to: "answer", asking, text, said: [] });

/** The draft is here: the question goes on where it was, as far as it is still one. */
export const doubtShown = (
  shown: ShownImport,
  going: Extract<Going, { to: "again" | "answer" }>,
): DraftStep => {
  const { asking } = going;
  const doubt = shown.draft.doubts.find(({ key }) => key === asking.key);
  if (doubt === undefined)
    return nextShown(shown, { walk: asking, noted: null, said: [line("doubt-settled-elsewhere")] });
  return going.to === "again"
    ? askAgain(shown, doubt, asking, going.said)
    : judged(shown, doubt, asking, going.text);
};

const judged = (shown: ShownImport, doubt: Doubt, asking: Asking, text: string | null): DraftStep => {
  const answer = text === null ? ({ kind: "right" } as const) : interpretDoubtAnswer(text, shown, doubt);
  switch (answer.kind) {
    case "right":
      return settle(asking, asking.typed);
    case "later":
      return leaveForLater(asking);
    case "stop":
      return walkStopped();
    case "unclear":
      return askAgain(shown, doubt, { ...asking, typed: null }, [answer.problem]);
    case "value":
      return settle(asking, answer.value);
    case "new-units":
      return {
        state: { ...asking, typed: answer.value },
        say: [say(askNewUnits(asking.importId, asking.asked, answer.names))],
      };
  }
};

/** Null takes what was read. */
const settle = (asking: Asking, value: string | null): DraftStep =>
  review({ to: "reviewed", asking, corrected: value !== null, said: [] }, asking.importId, asking.key, value);

const leaveForLater = (asking: Asking): DraftStep =>
  next({ ...asking, later: [...asking.later, asking.key] }, null);

/** The next question, or where the draft stands when none is left. */
export const nextShown = (
  shown: ShownImport,
  { walk, noted, said }: Pick<Extract<Going, { to: "next" }>, "walk" | "noted" | "said">,
): DraftStep => {
  const { importId, later } = walk;
  const about = [...said, ...(noted === null ? [] : notedLines(shown, noted))];
  const doubt = shown.draft.doubts.find(({ key }) => !later.includes(key));
  if (doubt !== undefined) {
    const asking: Asking = { importId, key: doubt.key, asked: walk.asked + 1, later, typed: null };
    return { state: asking, say: [say(doubtCard(shown, doubt, placeOf(shown, asking), about))] };
  }
  const left = shown.draft.doubts.length;
  const end = left > 0 ? line("doubts-left", { count: left }) : line("doubts-done");
  return { state: null, say: [say(draftStanding(shown, [...about, end]))] };
};

const askAgain = (
  shown: ShownImport,
  doubt: Doubt,
  asking: Asking,
  said: readonly MessageLine[],
): DraftStep => ({
  state: asking,
  say: [say(doubtAgain(shown, doubt, placeOf(shown, asking), said))],
});

/** Of as many as were asked before this one, and are still to be asked. */
const placeOf = ({ draft }: ShownImport, { asked, later }: Asking): Place => ({
  asked,
  of: asked - 1 + draft.doubts.filter(({ key }) => !later.includes(key)).length,
});
