import { z } from "zod";
import { loadTasksInForce } from "../catalogues/load-tasks.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { type NoteLine, splitNotes } from "./split-notes.ts";

/** Numbers, in small letters, of the tasks in force that the asker's unit has a part in. */
export const loadOwnNumbers = async (work: Work): Promise<ReadonlySet<string>> => {
  const unit = work.actor.kind === "member" ? (work.actor.current?.unit ?? null) : null;
  if (unit === null) return new Set();
  const { tasks } = await loadTasksInForce(work);
  return new Set(
    tasks
      .filter(({ expanded }) =>
        [...expanded.leadUnitIds, ...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].includes(
          unit.id,
        ),
      )
      .map(({ task }) => task.number.toLowerCase()),
  );
};

/** Parts a message into notes; a number in the middle of a line begins one only if it is a task of the asker's unit. */
export const readMessage: UseCase<
  { readonly text: string },
  { readonly lines: readonly NoteLine[] }
> = async (work, raw) => {
  const parsed = z.object({ text: z.string().max(100_000) }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { text } = parsed.data;
  const { lines, inner } = splitNotes(text);
  if (inner.length === 0) return ok({ lines });
  return ok({ lines: splitNotes(text, undefined, await loadOwnNumbers(work)).lines });
};
