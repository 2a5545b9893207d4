import { splitNotes } from "../../api/progress/split-notes.ts";
import { packButton } from "../dialogues/button.ts";
import { type Change, recogniseChange } from "../recognise-change.ts";
import { awaitsDate } from "./current-talk.ts";
import { type HeardRoute, hearAfresh, type Route, type RoutingFacts, say } from "./route.ts";
import { routeButton } from "./route-button.ts";

/** "thu hồi", "sửa …", "ghi nhầm" about a note; null where the words ask for no change or have no note to be about. */
export const routeChange = (text: string, free: boolean, facts: RoutingFacts): Route | null => {
  const change = recogniseChange(text);
  if (change === null) return null;
  const { conversation, about } = facts;
  // Under an echo of some time ago these mean its note, not the last one.
  if (about?.kind === "note") {
    if (change.kind === "withdraw" && change.number === null)
      return routeButton(packButton(["note-withdraw", about.noteId]), facts);
    if (change.kind === "correct" && change.words === null)
      return routeButton(packButton(["note-correct", about.noteId]), facts);
  }
  const withdrawals = conversation.choices.filter(({ data }) => data.startsWith("note-withdraw "));
  const whichOne = change.kind === "withdraw" && change.number === null && conversation.undo === null;
  if (whichOne && withdrawals.length > 0) return say("note-which-withdraw", withdrawals);
  // The echo that asks for a date still offers "sửa …" and "thu hồi".
  return free || awaitsDate(conversation) ? routeChangeOfLast(change, free, facts) : null;
};

/** Of the note that was recorded last. */
const routeChangeOfLast = (change: Change, free: boolean, facts: RoutingFacts): Route | null => {
  const { undo } = facts.conversation;
  switch (change.kind) {
    case "mistaken":
      return undo === null ? null : say("note-mistaken");
    case "withdraw":
      if (undo !== null && [null, undo.number.toLowerCase()].includes(change.number))
        return routeButton(packButton(["note-withdraw", undo.noteId]), facts);
      return free ? say("note-nothing-to-withdraw") : null;
    case "correct":
      if (undo === null) return free && change.words === null ? say("note-nothing-to-correct") : null;
      return change.words === null
        ? routeButton(packButton(["note-correct", undo.noteId]), facts)
        : routeCorrection(change.words, undo.number);
  }
};

/** "sửa 2.4 …" after a note on 3.1 is about 2.4. */
const routeCorrection = (words: string, undone: string): HeardRoute => {
  const { lines } = splitNotes(words);
  const [only] = lines.filter(({ number }) => number !== null);
  const ofUndone = only?.number?.toLowerCase() === undone.toLowerCase() && lines.length === 1;
  if (only !== undefined && !ofUndone) return hearAfresh("notes", { kind: "text", text: words, about: null });
  return hearAfresh("corrections", { kind: "text", text: only?.text ?? words, about: null });
};
