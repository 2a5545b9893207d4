import type { MessageLine } from "../../api/outbox/message.ts";
import type { UnitMatch } from "../../api/units/match-unit.ts";
import { excerpt } from "../messages/excerpt.ts";
import { line } from "../messages/lines.ts";
import type { Listed } from "../messages/unit-choice.ts";

/** Why a spelling is no unit yet, and what it may have meant: those are offered, never taken. */
export const matchProblem = ({
  spelling,
  match,
}: {
  readonly spelling: string;
  readonly match: UnitMatch;
}): { readonly line: MessageLine; readonly candidates: readonly Listed[] } => {
  const candidates =
    match.kind === "ambiguous" ? match.candidates : match.kind === "unknown" ? match.close : [];
  const text = excerpt(spelling, 60);
  return {
    line: candidates.length > 0 ? line("unit-which", { text }) : line("unit-unknown", { text }),
    candidates: candidates.slice(0, 10),
  };
};
