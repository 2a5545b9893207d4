import { combineDirection, describeCount, type Quote } from "./clauses/combine-direction.ts";
import { combineMoments, inheritedBound } from "./clauses/combine-moments.ts";
import { combineRhythm } from "./clauses/combine-rhythm.ts";
import { combineContinuous, combineOnward } from "./clauses/combine-standing.ts";
import { resolveMoments } from "./resolve-moments.ts";
import type { Clause } from "./time-clause.ts";
import { type Draft, draftOf } from "./time-draft.ts";
import { meaning, type TimeContext } from "./time-frame-reading.ts";

/**
 * What the clauses of a phrase mean together: a day, a period, a rhythm, a direction each, where one bounds, repeats
 * or explains another. Every clause is laid on the drafts of those before it. `text` is the phrase as typed.
 */
export const combineTimeClauses = (
  clauses: readonly Clause[],
  text: string,
  quote: Quote,
  context: TimeContext,
): readonly Draft[] => {
  const resolver = resolveMoments(clauses, text, context);
  const drafts: Draft[] = [];
  for (const [index, clause] of clauses.entries())
    switch (clause.type) {
      case "moments":
        combineMoments(drafts, clause, inheritedBound(clauses, index), resolver);
        break;
      case "rhythm":
        combineRhythm(drafts, clause, clauses[index + 1]);
        break;
      case "continuous":
        combineContinuous(drafts, clause);
        break;
      case "onward":
        combineOnward(drafts, clause, context);
        break;
      case "ditto":
        drafts.push(
          draftOf(clause, { meaning: { ...meaning({ kind: "none" }), ditto: true }, made: "ditto" }),
        );
        break;
      case "direction":
        combineDirection(drafts, clause, quote);
        break;
      case "count":
        drafts.push(describeCount(clause, quote, resolver));
        break;
    }
  return drafts;
};
