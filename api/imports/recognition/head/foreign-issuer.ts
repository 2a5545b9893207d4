import type { Doubt, Draft } from "../../draft.ts";
import type { ReadWarning } from "../../reading.ts";

/** The document is another body's than the office's that has it read: said before everything else. */
export const FOREIGN_ISSUER = "issuer-another-office";

export const isForeign = ({ warnings }: Pick<Doubt, "warnings">): boolean =>
  warnings.some(({ code }) => code === FOREIGN_ISSUER);

/** The warning of it, as long as nobody has looked at it. */
export const foreignIssuers = ({ doubts }: Pick<Draft, "doubts">): readonly ReadWarning[] =>
  doubts.filter(isForeign).flatMap(({ warnings }) => warnings.filter(({ code }) => code === FOREIGN_ISSUER));
