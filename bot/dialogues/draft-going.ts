import { z } from "zod";
import type { ShownImport } from "../../api/imports/show-import.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import type { Step } from "./dialogue.ts";

/** The question that is open: everything else about a draft is kept with the draft. */
export const documentsStateSchema = z.object({
  importId: z.uuid(),
  /** Of the doubt in hand. */
  key: z.string().max(400),
  /** How many questions were asked on this walk. */
  asked: z.int().min(1),
  /** Keys that were left for later. */
  later: z.array(z.string().max(400)).max(5_000),
  /** Names that wait for a word on whether they are new units. */
  typed: z.string().max(20_000).nullable(),
});
export type Asking = z.infer<typeof documentsStateSchema>;

/** From one question to the next. */
export type Walk = Pick<Asking, "importId" | "asked" | "later">;

/** What is under way from one call to its result; never stored. */
export type Going = { readonly said: readonly MessageLine[] } & (
  | { readonly to: "summary" | "standing" | "publish" | "discard"; readonly importId: string }
  /** The next question. `noted`: what was just corrected, to be told as it stands now. */
  | { readonly to: "next"; readonly walk: Walk; readonly noted: string | null }
  | { readonly to: "again"; readonly asking: Asking }
  /** What was answered, to be judged by the draft as it is now. Null: what was read, or the names that are new. */
  | { readonly to: "answer"; readonly asking: Asking; readonly text: string | null }
  | { readonly to: "reviewed"; readonly asking: Asking; readonly corrected: boolean }
  | { readonly to: "settled"; readonly importId: string }
  | { readonly to: "preview"; readonly shown: ShownImport }
);

export type DocumentsState = Asking | { readonly going: Going };
export type DraftStep = Step<DocumentsState>;

/** Looks at the draft as it is now, then goes on. */
export const look = (importId: string, going: Going): DraftStep => ({
  state: { going },
  call: { name: "show-import", input: { importId } },
});

/** One decision on the draft, whatever else was decided meanwhile. */
export const review = (going: Going, importId: string, key: string, answer: string | null): DraftStep => ({
  state: { going },
  call: { name: "review-field", input: { importId, revision: null, key, answer } },
});

export const standing = (importId: string, ...said: readonly MessageLine[]): DraftStep =>
  look(importId, { to: "standing", importId, said });

export const again = (asking: Asking, ...said: readonly MessageLine[]): DraftStep =>
  look(asking.importId, { to: "again", asking: { ...asking, typed: null }, said });

export const next = (walk: Walk, noted: string | null): DraftStep =>
  look(walk.importId, { to: "next", walk, noted, said: [] });
