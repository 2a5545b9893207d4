import { z } from "zod";
import type { HeldPost } from "../../api/members/list-posts.ts";
import { may } from "../../api/members/permissions.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";
import type { FoundUnits } from "../../api/units/find-units.ts";
import {
  askLeavingPost,
  askLeftUnit,
  askSuccessor,
  confirmHandOver,
  handedOver,
} from "../messages/hand-over.ts";
import { askCloseUnit } from "../messages/invitation.ts";
import { line, oneLine, refusalMessage } from "../messages/lines.ts";
import { pageOf } from "../messages/unit-choice.ts";
import { matchProblem } from "./describe-match.ts";
import { type Call, type Context, type Dialogue, type Event, type Step, say } from "./dialogue.ts";
import { recogniseRole } from "./recognise-role.ts";
import { validatePersonName } from "./validate-person-name.ts";

export const handOverStateSchema = z.discriminatedUnion("at", [
  z.object({ at: z.literal("unit"), page: z.number().int().positive() }),
  /** `unitId` null: leaders and administrators. */
  z.object({ at: z.literal("post"), unitId: z.uuid().nullable() }),
  z.object({ at: z.literal("name"), appointmentId: z.uuid() }),
  z.object({ at: z.literal("confirm"), appointmentId: z.uuid(), successor: z.string().nullable() }),
]);

/** What was wrong, and words that the posts must be known for, live from one call to its result. */
export type HandOverState = z.infer<typeof handOverStateSchema> & {
  readonly problem?: MessageLine;
  readonly typed?: string;
  readonly post?: HeldPost;
};

/** `/bangiao`: the unit, the post that is left, who follows; nothing changes before it is confirmed. */
export const handOverDialogue: Dialogue<HandOverState> = (context, state, event) => {
  if (!may(context.actor, "hand-over"))
    return { state: null, say: [say(refusalMessage({ code: "not_allowed", args: {} }))] };
  return event.kind === "result" ? answered(context, state, event) : asked(state, event);
};

const POSTS: Call = { name: "list-posts", input: {} };
const show = (state: HandOverState): Step<HandOverState> => ({ state, call: POSTS });
const again = (state: HandOverState, problem: MessageLine): Step<HandOverState> =>
  show({ ...state, problem });

const asked = (
  state: HandOverState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<HandOverState> => {
  if (input.kind === "command")
    return input.rest.trim() === "" ? show({ at: "unit", page: 1 }) : findUnit(input.rest);
  if (state === null) return { state: null, say: [say(oneLine("button-unknown"))] };
  if (input.kind === "text") return fromText(state, input.text);
  if (input.kind !== "button") return again(state, line("please-write"));
  const { button } = input;
  if (button[0] === "pick" && state.at === "unit") return show({ at: "post", unitId: button[1] });
  if (button[0] === "pick" && state.at === "post") return show({ ...state, typed: button[1] });
  if (button[0] === "answer" && state.at === "unit") {
    const page = pageOf(button[1]);
    if (page !== null) return show({ at: "unit", page });
    if (button[1] === "office") return show({ at: "post", unitId: null });
  }
  if (button[0] === "answer" && button[1] === "nobody" && state.at === "name")
    return show({ at: "confirm", appointmentId: state.appointmentId, successor: null });
  // A button of an earlier question about another post confirms nothing.
  if (button[0] === "hand-over" && state.at === "confirm" && state.appointmentId === button[1])
    return show({ ...state, typed: "yes" });
  return again(state, line("choice-not-there"));
};

const YES = /^(?:co|dong y|xac nhan|ban giao|yes|ok)$/;

const fromText = (state: HandOverState, text: string): Step<HandOverState> => {
  switch (state.at) {
    case "unit":
      return /^\s*\d{0,6}\s*$/.test(text) ? again(state, line("choice-not-there")) : findUnit(text);
    case "post":
      return show({ ...state, typed: text });
    case "name": {
      const successor = validatePersonName(text);
      return successor === null
        ? again(state, line("name-unclear"))
        : show({ at: "confirm", appointmentId: state.appointmentId, successor });
    }
    case "confirm": {
      const folded = foldVietnamese(text.slice(0, 40));
      if (/^(?:khong|thoi|no)$/.test(folded)) return { state: null, say: [say(oneLine("cancelled"))] };
      return YES.test(folded) ? show({ ...state, typed: "yes" }) : again(state, line("hand-over-yes-or-no"));
    }
  }
};

const findUnit = (text: string): Step<HandOverState> => ({
  state: { at: "unit", page: 1 },
  call: { name: "find-units", input: { spellings: [text.trim()], among: "units" } },
});

const answered = (
  context: Context,
  held: HandOverState | null,
  event: Extract<Event, { kind: "result" }>,
): Step<HandOverState> => {
  if (!event.result.ok) {
    const message = refusalMessage(event.result.refusal);
    // Only the name was wrong: it can be typed again.
    return held?.at === "confirm" && event.result.refusal.code === "appointment_to_self"
      ? { state: { at: "name", appointmentId: held.appointmentId }, say: [say(message)] }
      : { state: null, say: [say(message)] };
  }
  if (held === null) return { state: null };
  if (event.name === "find-units") return unitFound(event.result.value);
  if (event.name === "list-posts") return withPosts(held, event.result.value);
  if (event.name !== "hand-over" || held.at !== "confirm" || held.post === undefined) return { state: null };
  return {
    state: null,
    say: [say(handedOver(context, held.post, held.successor, event.result.value))],
  };
};

const unitFound = ({ matches: [first] }: FoundUnits): Step<HandOverState> => {
  if (first === undefined) return show({ at: "unit", page: 1 });
  if (first.match.kind === "found") return show({ at: "post", unitId: first.match.unit.id });
  const { line: problem, candidates } = matchProblem(first);
  return candidates.length > 0
    ? { state: { at: "unit", page: 1 }, say: [say(askCloseUnit(candidates, problem))] }
    : again({ at: "unit", page: 1 }, problem);
};

const withPosts = (held: HandOverState, posts: readonly HeldPost[]): Step<HandOverState> => {
  const { problem, typed, ...state } = held;
  if (state.at === "unit") return unitsToLeave(state, posts, problem);
  if (state.at === "post") {
    const here = posts.filter(({ unit }) => (unit?.id ?? null) === state.unitId);
    if (here.length === 0)
      return unitsToLeave({ at: "unit", page: 1 }, posts, line("hand-over-nobody-there"));
    const meant = typed === undefined ? null : whichPost(here, typed);
    if (meant !== null)
      return { state: { at: "name", appointmentId: meant.id }, say: [say(askSuccessor(meant))] };
    const unclear = typed === undefined ? problem : line("choice-not-there");
    return { state, say: [say(askLeavingPost(here[0]?.unit?.name ?? null, here, unclear))] };
  }
  const post = posts.find(({ id }) => id === state.appointmentId);
  if (post === undefined)
    return { state: null, say: [say(refusalMessage({ code: "appointment_not_found", args: {} }))] };
  if (state.at === "name") return { state, say: [say(askSuccessor(post, problem))] };
  const { appointmentId, successor } = state;
  return typed === undefined
    ? { state, say: [say(confirmHandOver(post, successor, problem))] }
    : {
        state: { ...state, post },
        call: { name: "hand-over", input: { appointmentId, successorName: successor } },
      };
};

const unitsToLeave = (
  state: Extract<HandOverState, { at: "unit" }>,
  posts: readonly HeldPost[],
  problem: MessageLine | undefined,
): Step<HandOverState> => {
  const units = new Map(posts.flatMap(({ unit }) => (unit === null ? [] : [[unit.id, unit] as const])));
  const besideUnits = posts.some(({ unit }) => unit === null);
  return { state, say: [say(askLeftUnit([...units.values()], besideUnits, state.page, problem))] };
};

/** The one post that an id, a person's name or a role means among those of a unit; null when none or several. */
const whichPost = (posts: readonly HeldPost[], typed: string): HeldPost | null => {
  const folded = foldVietnamese(typed.slice(0, 200));
  const role = recogniseRole(typed);
  const meant = posts.filter(
    (post) =>
      post.id === typed ||
      post.role === role ||
      (post.memberName !== null && foldVietnamese(post.memberName) === folded),
  );
  return meant.length === 1 ? (meant[0] ?? null) : null;
};
