import type { Choice, MessageLine } from "../../api/outbox/message.ts";
import type { Button } from "../dialogues/button.ts";
import { buttonOnly, choice, line } from "./lines.ts";

/** The pages beside this one, as buttons; "tiếp" and "trước" turn to them too. */
export const pageTurns = (
  page: number,
  pages: number,
  buttonOf: (to: number) => Button,
): readonly Choice[] => [
  ...(page > 1
    ? [{ ...buttonOnly(choice(buttonOf(page - 1), "choice-previous")), turns: "previous" as const }]
    : []),
  ...(page < pages
    ? [{ ...buttonOnly(choice(buttonOf(page + 1), "choice-next")), turns: "next" as const }]
    : []),
];

/** "Trang 2/3. Gõ “tiếp” …": nothing where there is one page. */
export const pageFooter = (page: number, pages: number): readonly MessageLine[] => {
  if (pages <= 1) return [];
  const key = page === 1 ? "page-first" : page < pages ? "page-middle" : "page-last";
  return [line(key, { page, pages })];
};
