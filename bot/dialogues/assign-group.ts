import { z } from "zod";
import type { FoundUnits } from "../../api/units/find-units.ts";
import { groupCard, groupConfirmed } from "../messages/assignment.ts";
import { askCloseUnit, askListedUnit } from "../messages/invitation.ts";
import { oneLine, refusalMessage } from "../messages/lines.ts";
import { matchProblem } from "./describe-match.ts";
import { type Context, type Event, type Step, say } from "./dialogue.ts";
import { splitNames } from "./parse-assignment.ts";

const named = z.object({ id: z.uuid(), name: z.string() });

/** A group's list that is being put together. */
export const groupStateSchema = z.object({
  at: z.literal("group"),
  /** Null while its name is not understood. */
  group: named.nullable(),
  /** What was shown as its members, or understood of the typed list so far. */
  units: z.array(named).max(200),
  /** Spellings of the list that still must be understood; the first is the one that is asked about. */
  unclear: z.array(z.string().max(300)).max(100),
});
export type GroupState = z.infer<typeof groupStateSchema>;

const MOST_NAMES = 100;
/** One screen: the rest is typed. */
const MOST_OFFERED = 10;

export const showGroup = (groupId: string): Step<GroupState> => ({
  state: { at: "group", group: null, units: [], unclear: [] },
  call: { name: "show-group", input: { groupId } },
});

/** The list is confirmed as it was shown. */
export const confirmShown = (state: GroupState, groupId: string): Step<GroupState> =>
  state.group?.id === groupId && state.unclear.length === 0 && state.units.length > 0
    ? confirm(state)
    : showGroup(groupId);

const confirm = (state: GroupState): Step<GroupState> => ({
  state,
  call: {
    name: "confirm-group-members",
    input: { groupId: state.group?.id ?? "", unitIds: state.units.map(({ id }) => id) },
  },
});

/** The name that was asked about is no unit: the list goes on without it. */
export const groupSkipped = (state: GroupState): Step<GroupState> => {
  const next = { ...state, unclear: state.unclear.slice(1) };
  if (next.unclear.length > 0) return lookUp(next);
  return next.units.length > 0 ? confirm(next) : { state: next, say: [say(oneLine("group-how"))] };
};

/** The group's name, then a whole list, or the one name that was asked about. */
export const groupTyped = (state: GroupState, text: string): Step<GroupState> => {
  if (state.group === null) {
    const unclear = state.unclear.slice(0, MOST_NAMES).map((name) => name.slice(0, 300));
    return {
      state: { ...state, unclear },
      call: { name: "find-units", input: { spellings: [text], among: "groups" } },
    };
  }
  const names = splitNames(text.replaceAll("\n", ";")).map((name) => name.slice(0, 300));
  const [, ...later] = state.unclear;
  // Asked about one name, the answer stands in its place; else it is a new list.
  const next: GroupState =
    state.unclear.length > 0
      ? { ...state, unclear: [...names, ...later] }
      : { ...state, units: [], unclear: names };
  if (names.length === 0 || /^\s*\d+\s*$/.test(text) || next.unclear.length > MOST_NAMES)
    return { state, say: [say(oneLine("group-how"))] };
  return lookUp(next);
};

const lookUp = (state: GroupState): Step<GroupState> => ({
  state,
  call: { name: "find-units", input: { spellings: state.unclear, among: "units" } },
});

export const groupAnswered = (
  context: Context,
  state: GroupState,
  event: Extract<Event, { kind: "result" }>,
): Step<GroupState> => {
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  switch (event.name) {
    case "show-group": {
      const { id, name, units } = event.result.value;
      return {
        state: { at: "group", group: { id, name }, units: [...units], unclear: [] },
        say: [say(groupCard(event.result.value))],
      };
    }
    case "find-units":
      return state.group === null
        ? groupFound(state, event.result.value)
        : unitsFound(state, event.result.value);
    case "confirm-group-members":
      return {
        state: null,
        say: [
          say(
            groupConfirmed(
              context,
              state.group?.name ?? "",
              state.units.map(({ name }) => name),
            ),
          ),
        ],
      };
    default:
      return { state: null };
  }
};

const groupFound = (state: GroupState, { all, matches: [typed] }: FoundUnits): Step<GroupState> => {
  if (typed?.match.kind === "found") {
    const { id, name } = typed.match.unit;
    return state.unclear.length === 0 ? showGroup(id) : lookUp({ ...state, group: { id, name } });
  }
  if (typed === undefined || all.length === 0) return { state: null, say: [say(oneLine("groups-none"))] };
  const { line: unclear, candidates } = matchProblem(typed);
  return {
    state,
    say: [say(askCloseUnit(candidates.length > 0 ? candidates : all.slice(0, MOST_OFFERED), unclear))],
  };
};

/** Each name that is understood joins the list; the first that is not is asked about. */
const unitsFound = (state: GroupState, { all, matches }: FoundUnits): Step<GroupState> => {
  const units = new Map(state.units.map((unit) => [unit.id, unit]));
  for (const [index, looked] of matches.entries()) {
    if (looked.match.kind !== "found") {
      const { line: unclear, candidates } = matchProblem(looked);
      return {
        state: {
          ...state,
          units: [...units.values()],
          unclear: matches.slice(index).map(({ spelling }) => spelling),
        },
        say: [say(askListedUnit(candidates.length > 0 ? candidates : all.slice(0, MOST_OFFERED), unclear))],
      };
    }
    const { id, name } = looked.match.unit;
    units.set(id, { id, name });
  }
  return confirm({ ...state, units: [...units.values()], unclear: [] });
};
