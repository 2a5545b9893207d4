import type { z } from "zod";
import { acknowledgementsDialogue } from "./acknowledgements.ts";
import { assignDialogue, assignStateSchema } from "./assign.ts";
import { claimsDialogue, claimsStateSchema } from "./claims.ts";
import { controlDialogue } from "./control.ts";
import { correctionsDialogue } from "./corrections.ts";
import type { Context, Event, Step } from "./dialogue.ts";
import { documentsDialogue } from "./documents.ts";
import { documentsStateSchema } from "./draft-going.ts";
import { handOverDialogue, handOverStateSchema } from "./hand-over.ts";
import { inviteDialogue, inviteStateSchema } from "./invite.ts";
import { lookupsDialogue } from "./lookups.ts";
import { notesDialogue, notesStateSchema } from "./notes.ts";
import { ownDataDialogue, ownDataStateSchema } from "./own-data.ts";
import { settingsDialogue, settingsStateSchema } from "./settings.ts";
import { tasksDialogue, tasksStateSchema } from "./tasks.ts";

/** A dialogue as the runner sees it: the state goes through as it came, parsed only where it was stored. */
export type AnyDialogue = {
  readonly step: (context: Context, state: unknown, event: Event) => Step<unknown>;
  /** Stored state, parsed; null starts the dialogue afresh. */
  readonly readState: (stored: unknown) => unknown;
};

const dialogue = <State>(
  step: (context: Context, state: State | null, event: Event) => Step<State>,
  schema: z.ZodType<State> | null,
): AnyDialogue => ({
  // The runner hands back what this same dialogue returned, or what `readState` parsed.
  step: step as AnyDialogue["step"],
  readState: (stored) => schema?.safeParse(stored).data ?? null,
});

export const DIALOGUES = {
  tasks: dialogue(tasksDialogue, tasksStateSchema),
  notes: dialogue(notesDialogue, notesStateSchema),
  acknowledgements: dialogue(acknowledgementsDialogue, null),
  corrections: dialogue(correctionsDialogue, null),
  claims: dialogue(claimsDialogue, claimsStateSchema),
  lookups: dialogue(lookupsDialogue, null),
  invite: dialogue(inviteDialogue, inviteStateSchema),
  "hand-over": dialogue(handOverDialogue, handOverStateSchema),
  assign: dialogue(assignDialogue, assignStateSchema),
  documents: dialogue(documentsDialogue, documentsStateSchema),
  settings: dialogue(settingsDialogue, settingsStateSchema),
  "own-data": dialogue(ownDataDialogue, ownDataStateSchema),
  control: dialogue(controlDialogue, null),
} as const;

export type DialogueName = keyof typeof DIALOGUES;

export const isDialogueName = (name: string): name is DialogueName => Object.hasOwn(DIALOGUES, name);
