import type { Message, MessageLine } from "../../api/outbox/message.ts";
import { choice, line, message } from "./lines.ts";

/** Which tasks the unit has received now, which before, and what could not be recorded. */
export const acknowledged = (
  done: readonly string[],
  before: readonly string[],
  refused: readonly MessageLine[],
): Message =>
  message([
    [
      ...(done.length > 0 ? [line("task-acknowledged", { number: { list: done } })] : []),
      ...(before.length > 0 ? [line("task-acknowledged-before", { number: { list: before } })] : []),
      ...refused,
    ],
  ]);

/** The same number in two catalogues: the person says which task was received. */
export const askWhichReceived = (
  candidates: readonly { readonly taskId: string; readonly title: string; readonly document: string }[],
): Message =>
  message(
    [[line("several-which")]],
    candidates.map(({ taskId, title, document }) => [
      choice(["task-seen", taskId], "several-one", { title, document }),
    ]),
  );
