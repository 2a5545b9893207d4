import { z } from "zod";
import { ROLES, type Role } from "../../api/members/member.ts";
import { may } from "../../api/members/permissions.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import type { FoundUnits } from "../../api/units/find-units.ts";
import {
  askCloseUnit,
  askInvitedName,
  askInvitedRole,
  askInvitedUnit,
  invitationIssued,
  invitationLetter,
} from "../messages/invitation.ts";
import { line, oneLine, refusalMessage } from "../messages/lines.ts";
import { pageOf } from "../messages/unit-choice.ts";
import { matchProblem } from "./describe-match.ts";
import { type Context, type Dialogue, type Event, type Step, say } from "./dialogue.ts";
import { recogniseRole, standsBesideUnits } from "./recognise-role.ts";
import { validatePersonName } from "./validate-person-name.ts";

export const inviteStateSchema = z.object({
  asking: z.enum(["unit", "role", "name"]),
  page: z.number().int().positive(),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  role: z.enum(ROLES).nullable(),
  name: z.string().nullable(),
});
/** What was wrong with the last answer lives from one call to its result, never longer. */
export type InviteState = z.infer<typeof inviteStateSchema> & { readonly problem?: MessageLine };

const BEGINNING: InviteState = { asking: "unit", page: 1, unit: null, role: null, name: null };

/** `/moi`: unit, post, name, then a one-time code; or all of them on one line, set apart by semicolons. */
export const inviteDialogue: Dialogue<InviteState> = (context, state, event) => {
  if (!may(context.actor, "invite"))
    return { state: null, say: [say(refusalMessage({ code: "not_allowed", args: {} }))] };
  return event.kind === "result" ? answered(context, state, event) : asked(state, event);
};

const asked = (
  state: InviteState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<InviteState> => {
  if (input.kind === "command") return fromLine(input.rest);
  if (state === null) return { state: null, say: [say(oneLine("button-unknown"))] };
  if (input.kind === "text") return fromText(state, input.text);
  if (input.kind !== "button") return again(state, line("please-write"));
  const { button } = input;
  if (button[0] === "pick" && state.asking === "unit") return findUnit(state, button[1]);
  if (button[0] === "answer" && state.asking === "unit") {
    const page = pageOf(button[1]);
    if (page !== null) return findUnit({ ...state, page }, null);
  }
  const role = button[0] === "answer" ? (ROLES.find((known) => known === button[1]) ?? null) : null;
  if (role !== null && (state.asking === "role" || (state.asking === "unit" && standsBesideUnits(role))))
    return advance({ ...state, role });
  return again(state, line("choice-not-there"));
};

/** "Phòng Văn hóa - Xã hội; thủ trưởng; Nguyễn Văn A", any end of it left out. */
const fromLine = (rest: string): Step<InviteState> => {
  const parts = rest
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length > 3) return again(BEGINNING, line("invite-line-hint"));
  const [first, second, third] = parts;
  if (first === undefined) return advance(BEGINNING);
  const beside = recogniseRole(first);
  const withoutUnit = beside !== null && standsBesideUnits(beside);
  const roleWords = withoutUnit ? first : second;
  const nameWords = withoutUnit ? second : third;
  const role = roleWords === undefined ? null : recogniseRole(roleWords);
  const draft = {
    ...BEGINNING,
    role,
    name: nameWords === undefined ? null : validatePersonName(nameWords),
  };
  return role !== null && standsBesideUnits(role) ? advance(draft) : findUnit(draft, first);
};

const fromText = (state: InviteState, text: string): Step<InviteState> => {
  switch (state.asking) {
    case "unit": {
      if (/^\s*\d{0,6}\s*$/.test(text)) return again(state, line("choice-not-there"));
      if (text.includes(";")) return fromLine(text);
      const role = recogniseRole(text);
      return role !== null && standsBesideUnits(role) ? advance({ ...state, role }) : findUnit(state, text);
    }
    case "role": {
      const role = recogniseRole(text);
      return role === null ? again(state, line("invite-role-unclear")) : advance({ ...state, role });
    }
    case "name": {
      const name = validatePersonName(text);
      return name === null ? again(state, line("name-unclear")) : advance({ ...state, name });
    }
  }
};

const findUnit = (state: InviteState, spelling: string | null): Step<InviteState> => ({
  state: { ...state, asking: "unit" },
  call: {
    name: "find-units",
    input: { spellings: spelling === null ? [] : [spelling], among: "units" },
  },
});

/** The same question once more, under what was wrong with the answer. */
const again = (state: InviteState, problem: MessageLine): Step<InviteState> =>
  state.asking === "unit"
    ? findUnit({ ...state, problem }, null)
    : advance({ ...state, [state.asking]: null }, problem);

/** Asks for what is still missing; when nothing is, invites. */
const advance = (draft: InviteState, problem?: MessageLine): Step<InviteState> => {
  const { unit, role, name } = draft;
  const besideUnits = role !== null && standsBesideUnits(role);
  if (unit === null && !besideUnits) return findUnit(draft, null);
  if (role === null)
    return { state: { ...draft, asking: "role" }, say: [say(askInvitedRole(unit?.name ?? "", problem))] };
  if (name === null)
    return { state: { ...draft, asking: "name" }, say: [say(askInvitedName(role, unitOf(draft), problem))] };
  return {
    state: draft,
    call: { name: "invite-member", input: { unitId: besideUnits ? null : (unit?.id ?? null), role, name } },
  };
};

const unitOf = ({ unit, role }: InviteState): string | null =>
  role !== null && standsBesideUnits(role) ? null : (unit?.name ?? null);

const answered = (
  context: Context,
  state: InviteState | null,
  event: Extract<Event, { kind: "result" }>,
): Step<InviteState> => {
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  if (state === null) return { state: null };
  if (event.name === "find-units") return unitFound(state, event.result.value);
  if (event.name !== "invite-member" || state.role === null || state.name === null) return { state: null };
  const post: { role: Role; unit: string | null; name: string } = {
    role: state.role,
    unit: unitOf(state),
    name: state.name,
  };
  return {
    state: null,
    say: [
      say(invitationIssued(context, post, event.result.value)),
      say(invitationLetter(context, post, event.result.value)),
    ],
  };
};

const unitFound = (held: InviteState, found: FoundUnits): Step<InviteState> => {
  const { problem, ...state } = held;
  const asked = found.matches[0];
  if (asked === undefined) return { state, say: [say(askInvitedUnit(found.all, state.page, problem))] };
  if (asked.match.kind === "found") {
    const { id, name } = asked.match.unit;
    return advance({ ...state, unit: { id, name } });
  }
  const { line: unclear, candidates } = matchProblem(asked);
  if (found.all.length === 0) return { state: null, say: [say(oneLine("units-none"))] };
  return {
    state,
    say: [
      say(candidates.length > 0 ? askCloseUnit(candidates, unclear) : askInvitedUnit(found.all, 1, unclear)),
    ],
  };
};
