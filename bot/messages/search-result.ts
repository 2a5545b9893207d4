import type { Message } from "../../api/outbox/message.ts";
import type { FoundTasks } from "../../api/overviews/search-tasks.ts";
import { excerpt } from "./excerpt.ts";
import { buttonOnly, choice, heading, line, message, withoutButtons } from "./lines.ts";

const TASKS_SHOWN = 12;

export const searchResult = (found: FoundTasks): Message => {
  const query = excerpt(found.query, 60);
  if (found.tasks.length === 0) return message([[line("search-none", { query })]]);
  const shown = found.tasks.slice(0, TASKS_SHOWN);
  return message(
    [
      [heading("search-title", { query, count: found.tasks.length })],
      shown.map((task) => line("task-line", { number: task.number, title: task.title })),
      [
        ...(found.tasks.length > shown.length
          ? [line("search-more", { count: found.tasks.length - shown.length })]
          : []),
        ...shown.slice(0, 1).map(({ number }) => withoutButtons(line("search-hint", { number }))),
      ],
    ],
    [
      shown
        .slice(0, 8)
        .map((task) => buttonOnly(choice(["task", task.taskId], "choice-number", { number: task.number }))),
    ],
  );
};
