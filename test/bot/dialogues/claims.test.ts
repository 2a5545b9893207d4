import { describe, expect, it } from "vitest";
import type { WaitingClaim } from "../../../api/progress/list-claims.ts";
import { localDate } from "../../../api/shared/local-date.ts";
import type { Button } from "../../../bot/dialogues/button.ts";
import { claimsDialogue } from "../../../bot/dialogues/claims.ts";
import type { Event } from "../../../bot/dialogues/dialogue.ts";
import { contextOf, resulted, SOME_ID, typed, UNIT, wordsOf } from "../../support/talk-context.ts";

const context = contextOf("consolidator");
const pressed = (...button: Button): Event => ({ kind: "input", input: { kind: "button", button } });
const duyet: Event = { kind: "input", input: { kind: "command", command: "duyet", rest: "" } };
const task = { id: SOME_ID, number: "2.4", title: "Ban hành kế hoạch" };
const claim: WaitingClaim = {
  id: SOME_ID,
  task,
  unit: UNIT,
  dueOn: localDate("2026-03-31"),
  completedOn: localDate("2026-03-20"),
  notedOn: localDate("2026-09-07"),
  text: "đã xong",
  files: 1,
};
const LIST = { name: "list-claims", input: { claimId: null } };

describe("/duyet", () => {
  it("lists what waits, one at a time, with what is left", () => {
    expect(claimsDialogue(context, null, duyet).call).toEqual(LIST);
    expect(wordsOf(claimsDialogue(context, null, resulted("list-claims", [])))).toContain(
      "Không còn đề nghị nào",
    );
    const two = claimsDialogue(context, null, resulted("list-claims", [claim, claim]));
    expect(wordsOf(two)).toContain("Còn 1 đề nghị khác");
    expect(wordsOf(two)).toContain("20/03/2026");
    expect(two.say?.[0]?.subject).toEqual({ kind: "claim", claimId: SOME_ID });
  });

  it("confirms by the button", () => {
    expect(claimsDialogue(context, null, pressed("claim-confirm", SOME_ID)).call).toEqual({
      name: "settle-claim",
      input: { claimId: SOME_ID, decision: "confirm" },
    });
  });

  it("returns with the reason that is typed next", () => {
    const asked = claimsDialogue(context, null, pressed("claim-return", SOME_ID));
    expect(asked.state).toEqual({ claimId: SOME_ID });
    expect(wordsOf(asked)).toContain("lý do");
    expect(claimsDialogue(context, asked.state, typed("thiếu minh chứng")).call).toEqual({
      name: "settle-claim",
      input: { claimId: SOME_ID, decision: "return", reason: "thiếu minh chứng" },
    });
  });

  it("says what came of it and goes on to the next", () => {
    for (const [decision, words] of [
      ["confirm", "Đã xác nhận"],
      ["return", "Đã trả lại"],
    ] as const) {
      const step = claimsDialogue(
        context,
        null,
        resulted("settle-claim", { claimId: SOME_ID, decision, task }),
      );
      expect(wordsOf(step)).toContain(words);
      expect(step.call).toEqual(LIST);
    }
  });

  it("refusals are said, what belongs elsewhere is let go", () => {
    const refused: Event = {
      kind: "result",
      name: "settle-claim",
      result: { ok: false, refusal: { code: "claim_decided", args: { number: "2.4" } } },
    };
    expect(wordsOf(claimsDialogue(context, { claimId: SOME_ID }, refused))).toContain("đã được xử lý");
    expect(claimsDialogue(context, { claimId: SOME_ID }, refused).state).toBeNull();
    const unreasoned: Event = {
      kind: "result",
      name: "settle-claim",
      result: { ok: false, refusal: { code: "reason_required", args: {} } },
    };
    expect(claimsDialogue(context, { claimId: SOME_ID }, unreasoned).state).toEqual({ claimId: SOME_ID });
    expect(claimsDialogue(context, null, resulted("list-documents", []))).toEqual({ state: null });
    expect(claimsDialogue(context, null, pressed("answer", "yes")).call).toEqual(LIST);
  });
});
