import type { Message, MessageLine } from "../../api/outbox/message.ts";
import type { WaitingClaim } from "../../api/progress/list-claims.ts";
import { excerpt } from "./excerpt.ts";
import { choice, dueDate, grave, heading, line, main, message } from "./lines.ts";

export const claimsLeft = (count: number): MessageLine[] =>
  count > 0 ? [line("claims-left", { count })] : [];

/** One claim with both dates, as the one who decides needs them. */
export const claimCard = (claim: WaitingClaim, after: readonly MessageLine[]): Message =>
  message(
    [
      [
        heading("claim-title", { number: claim.task.number, title: claim.task.title }),
        line("claim-unit", { unit: claim.unit.name }),
        ...(claim.dueOn === null ? [] : [line("claim-due", { due: dueDate(claim.dueOn) })]),
        line("claim-dates", { completed: { date: claim.completedOn }, noted: { date: claim.notedOn } }),
        line("echo-quote", { text: excerpt(claim.text, 500) }),
        ...(claim.files > 0 ? [line("claim-files", { count: claim.files })] : []),
      ],
      after,
    ],
    [
      [
        main(choice(["claim-confirm", claim.id], "choice-confirm")),
        grave(choice(["claim-return", claim.id], "choice-return")),
      ],
    ],
  );
