import type { Choice, MessageLine } from "../../api/outbox/message.ts";
import { choice } from "./lines.ts";
import { pageFooter, pageTurns } from "./pages.ts";

/** What fits a phone's screen. */
const PER_PAGE = 10;

export type Listed = { readonly id: string; readonly name: string };

export const pagesOfChoices = (all: readonly unknown[]): number =>
  Math.max(1, Math.ceil(all.length / PER_PAGE));

/** Names to choose from, one a row, and the way to the other pages. */
export const nameChoices = (all: readonly Listed[], page = 1): readonly (readonly Choice[])[] => {
  const pages = pagesOfChoices(all);
  const shown = Math.min(Math.max(page, 1), pages);
  return [
    ...all
      .slice((shown - 1) * PER_PAGE, shown * PER_PAGE)
      .map(({ id, name }) => [choice(["pick", id], "choice-named", { name })]),
    [...pageTurns(shown, pages, (to) => ["answer", `page-${to}`])],
  ];
};

/** Where there is more than one page: which this is, and the words that turn it. */
export const pageLines = (all: readonly Listed[], page: number): readonly MessageLine[] =>
  pageFooter(Math.min(Math.max(page, 1), pagesOfChoices(all)), pagesOfChoices(all));

/** The page that a button of `nameChoices` turns to; null for any other answer. */
export const pageOf = (answer: string): number | null => {
  const page = /^page-(\d{1,3})$/.exec(answer)?.[1];
  return page === undefined ? null : Math.max(1, Number(page));
};
