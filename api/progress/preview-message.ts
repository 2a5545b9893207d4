import { z } from "zod";
import { may } from "../members/permissions.ts";
import type { RefusalCode } from "../shared/refusals.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { UnderstoodNote } from "./note.ts";
import { readMessage } from "./read-message.ts";
import { readNote } from "./write-note.ts";

export type PreviewedLine = {
  /** The task it would be about; null where the words begin with no number. */
  readonly number: string | null;
  readonly text: string;
  /** Null where `problem` says why nothing could be recorded. */
  readonly understood: UnderstoodNote | null;
  readonly problem: RefusalCode | null;
};

/** What a message would be taken for, line by line; nothing is written. Refuses `not_allowed`. */
export const previewMessage: UseCase<
  { readonly text: string },
  { readonly lines: readonly PreviewedLine[] }
> = async (work, raw) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const parsed = z.object({ text: z.string().max(100_000) }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const read = await readMessage(work, parsed.data);
  if (!read.ok) return read;
  return ok({
    lines: read.value.lines.map(({ number, text }) => {
      const understood = readNote(work, text, number ?? "");
      return understood.ok
        ? { number, text, understood: understood.value, problem: null }
        : { number, text, understood: null, problem: understood.refusal.code };
    }),
  });
};
