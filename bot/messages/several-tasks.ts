import type { Message } from "../../api/outbox/message.ts";
import { choice, line, message } from "./lines.ts";

/** The same number in two catalogues: the person says which. */
export const severalTasks = (
  candidates: readonly { readonly taskId: string; readonly title: string; readonly document: string }[],
): Message =>
  message(
    [[line("several-which")]],
    candidates.map(({ taskId, title, document }) => [
      choice(["task", taskId], "several-one", { title, document }),
    ]),
  );
