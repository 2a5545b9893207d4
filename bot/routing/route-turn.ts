import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";
import { awaitsDate } from "./current-talk.ts";
import { type Route, type RoutingFacts, say } from "./route.ts";
import { routeButton } from "./route-button.ts";

/** "tiếp" is the word that pages name; the others are what people say. */
const TURNS = [
  { to: "next", none: "pages-no-next", words: /^(?:(?:xem |trang )?tiep(?: theo)?|trang sau|next)\.?$/ },
  {
    to: "previous",
    none: "pages-no-previous",
    words: /^(?:trang )?(?:truoc|quay lai|tro lai|back|previous)\.?$/,
  },
] as const;

/** The page before or after the one shown last. `free`: no dialogue waits for an answer. */
export const routeTurn = (text: string, free: boolean, facts: RoutingFacts): Route | null => {
  const folded = foldVietnamese(text);
  const turn = TURNS.find(({ words }) => words.test(folded));
  if (turn === undefined) return null;
  const { conversation } = facts;
  const offered = conversation.choices.find(({ turns }) => turns === turn.to)?.data ?? null;
  const page = offered ?? (free || awaitsDate(conversation) ? conversation[turn.to] : null);
  if (page !== null) return routeButton(page, facts);
  if (free) return say(turn.none);
  // "Trước" is no unit's name while units are listed.
  return conversation.choices.some(({ hidden }) => hidden !== true) ? say("pages-none") : null;
};
