import { z } from "zod";
import { claimCard, claimsLeft } from "../messages/claim-card.ts";
import { oneLine, refusalMessage } from "../messages/lines.ts";
import { type Dialogue, type Event, type Step, say } from "./dialogue.ts";

/** The reason for a return is awaited. */
export const claimsStateSchema = z.object({ claimId: z.uuid() });
export type ClaimsState = z.infer<typeof claimsStateSchema>;

/** `/duyet`: the claims of completion that wait for this post, one at a time, confirmed or returned with a reason. */
export const claimsDialogue: Dialogue<ClaimsState> = (_context, state, event) =>
  event.kind === "result" ? answered(state, event) : asked(state, event);

/** "Xin nêu lý do": after these the reason is still awaited. */
const ASKS_AGAIN: ReadonlySet<string> = new Set(["reason_required", "reason_too_long"]);

const asked = (
  state: ClaimsState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<ClaimsState> => {
  if (input.kind === "button" && input.button[0] === "claim-confirm")
    return {
      state: null,
      call: { name: "settle-claim", input: { claimId: input.button[1], decision: "confirm" } },
    };
  if (input.kind === "button" && input.button[0] === "claim-return")
    return { state: { claimId: input.button[1] }, say: [say(oneLine("claim-ask-reason"))] };
  if (input.kind === "text" && state !== null)
    return {
      state,
      call: {
        name: "settle-claim",
        input: { claimId: state.claimId, decision: "return", reason: input.text },
      },
    };
  return { state: null, call: { name: "list-claims", input: { claimId: null } } };
};

const answered = (
  state: ClaimsState | null,
  event: Extract<Event, { kind: "result" }>,
): Step<ClaimsState> => {
  if (!event.result.ok) {
    const { refusal } = event.result;
    return { state: ASKS_AGAIN.has(refusal.code) ? state : null, say: [say(refusalMessage(refusal))] };
  }
  if (event.name === "settle-claim") {
    const { decision, task } = event.result.value;
    return {
      state: null,
      say: [
        say(
          oneLine(decision === "confirm" ? "claim-confirmed" : "claim-returned", {
            number: task.number,
            title: task.title,
          }),
        ),
      ],
      call: { name: "list-claims", input: { claimId: null } },
    };
  }
  if (event.name !== "list-claims") return { state: null };
  const [first, ...rest] = event.result.value;
  return {
    state: null,
    say: [
      first === undefined
        ? say(oneLine("claims-none"))
        : say(claimCard(first, claimsLeft(rest.length)), { kind: "claim", claimId: first.id }),
    ],
  };
};
