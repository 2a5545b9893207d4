import { judgePublication } from "../../api/imports/judge-publication.ts";
import type { ShownImport } from "../../api/imports/show-import.ts";
import { may } from "../../api/members/permissions.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import type { Refusal } from "../../api/shared/result.ts";
import { confirmDiscard, draftStanding, draftSummary } from "../messages/document-draft.ts";
import { confirmPublication, published } from "../messages/document-publication.ts";
import { line, oneLine, refusalLine, refusalMessage } from "../messages/lines.ts";
import type { Button } from "./button.ts";
import { type Context, type Dialogue, type Event, say } from "./dialogue.ts";
import { doubtAnswered, doubtPressed, doubtShown, nextShown, walkStopped } from "./doubt-walk.ts";
import {
  type Asking,
  again,
  type DocumentsState,
  type DraftStep,
  type Going,
  look,
  next,
  review,
  standing,
} from "./draft-going.ts";

/** A document that was sent: what was read, what is doubtful one by one, and its publication. */
export const documentsDialogue: Dialogue<DocumentsState> = (context, state, event) => {
  if (!may(context.actor, "load-catalogue"))
    return { state: null, say: [say(refusalMessage({ code: "not_allowed", args: {} }))] };
  if (event.kind === "input") return asked(state !== null && "key" in state ? state : null, event);
  return state !== null && "going" in state ? arrived(context, state.going, event) : { state: null };
};

const summary = (importId: string, ...said: readonly MessageLine[]): DraftStep =>
  look(importId, { to: "summary", importId, said });

const asked = (asking: Asking | null, { input }: Extract<Event, { kind: "input" }>): DraftStep => {
  switch (input.kind) {
    case "document":
      return summary(input.importId, ...(input.isNew ? [] : [line("draft-known")]));
    case "command":
      return walkStopped();
    case "button":
      return pressed(asking, input.button);
    case "text":
      return asking === null ? { state: null } : doubtAnswered(asking, input.text);
    default:
      return asking === null ? { state: null } : again(asking, line("please-write"));
  }
};

const pressed = (asking: Asking | null, button: Button): DraftStep => {
  switch (button[0]) {
    case "import":
      return ofImport(button[1], button[2]);
    case "import-amends": {
      const [, importId, catalogueId] = button;
      return review({ to: "settled", importId, said: [] }, importId, "catalogue.amends", catalogueId);
    }
    case "import-publish": {
      const [, importId, revision] = button;
      return {
        state: { going: { to: "settled", importId, said: [] } },
        call: { name: "publish-import", input: { importId, revision } },
      };
    }
    case "import-doubt":
      return doubtPressed(asking, button);
    default:
      return asking === null ? { state: null, say: [say(oneLine("button-unknown"))] } : again(asking);
  }
};

const ofImport = (
  act: Extract<Button, readonly ["import", ...unknown[]]>[1],
  importId: string,
): DraftStep => {
  const settled: Going = { to: "settled", importId, said: [] };
  switch (act) {
    case "open":
      return summary(importId);
    case "doubts":
      return next({ importId, asked: 0, later: [] }, null);
    case "accept-all":
      return review(settled, importId, "rest", null);
    case "new":
      return review(settled, importId, "catalogue.amends", "");
    case "publish":
    case "discard":
      return look(importId, { to: act, importId, said: [] });
    case "discard-now":
      return { state: { going: settled }, call: { name: "withdraw-import", input: { importId } } };
  }
};

const arrived = (context: Context, going: Going, event: Extract<Event, { kind: "result" }>): DraftStep => {
  if (!event.result.ok) return refused(going, event.result.refusal);
  switch (event.name) {
    case "show-import":
      return shownTo(context, going, event.result.value);
    case "review-field":
      if (going.to === "reviewed") return next(going.asking, going.corrected ? going.asking.key : null);
      return going.to === "settled" ? standing(going.importId) : { state: null };
    case "preview-publication":
      return going.to === "preview"
        ? { state: null, say: [say(confirmPublication(going.shown, event.result.value))] }
        : { state: null };
    case "publish-import":
      return { state: null, say: [say(published(event.result.value))] };
    case "withdraw-import":
      return { state: null, say: [say(oneLine("draft-discarded", { file: event.result.value.fileName }))] };
    default:
      return { state: null };
  }
};

/** After these there is no draft any more, or none for this person. */
const FINAL: ReadonlySet<string> = new Set(["import_not_found", "import_published", "not_allowed"]);

const refused = (going: Going, refusal: Refusal): DraftStep => {
  if (FINAL.has(refusal.code)) return { state: null, say: [say(refusalMessage(refusal))] };
  if (going.to === "reviewed") return again(going.asking, refusalLine(refusal));
  return going.to === "settled"
    ? standing(going.importId, refusalLine(refusal))
    : { state: null, say: [say(refusalMessage(refusal))] };
};

const shownTo = (context: Context, going: Going, shown: ShownImport): DraftStep => {
  if (shown.state === "published")
    return { state: null, say: [say(refusalMessage({ code: "import_published", args: {} }))] };
  switch (going.to) {
    case "summary":
      return { state: null, say: [say(draftSummary(context, shown, going.said))] };
    case "standing":
      return { state: null, say: [say(draftStanding(shown, going.said))] };
    case "discard":
      return { state: null, say: [say(confirmDiscard(shown))] };
    case "publish":
      return askedToPublish(shown);
    case "next":
      return nextShown(shown, going);
    case "again":
    case "answer":
      return doubtShown(shown, going);
    default:
      return { state: null };
  }
};

const askedToPublish = (shown: ShownImport): DraftStep => {
  const obstacle = judgePublication(shown);
  return obstacle === null
    ? {
        state: { going: { to: "preview", shown, said: [] } },
        call: { name: "preview-publication", input: { importId: shown.importId } },
      }
    : { state: null, say: [say(draftStanding(shown, [refusalLine(obstacle)]))] };
};
