import type { Role } from "../../api/members/member.ts";
import type { MessageSubject } from "../../api/outbox/subject.ts";
import type { LocalDate } from "../../api/shared/local-date.ts";
import type { Conversation } from "../conversation.ts";
import type { Input, KeptFile } from "../dialogues/dialogue.ts";
import type { DialogueName } from "../dialogues/registry.ts";

/** What a person did, before anything was made of it. */
export type Received =
  | { readonly kind: "text"; readonly text: string; readonly edited: boolean }
  | { readonly kind: "button"; readonly data: string }
  | { readonly kind: "file"; readonly file: KeptFile; readonly caption: string }
  | { readonly kind: "document"; readonly importId: string; readonly isNew: boolean };

type Choice = Conversation["choices"][number];

/** A dialogue hears it; `afresh` leaves behind what it was in the middle of. */
export type HeardRoute = {
  readonly dialogue: DialogueName;
  readonly input: Input;
  readonly afresh: boolean;
};

/** One sentence that leaves the talk where it was. The choices shown last once more, because the words fit several of them; none: only the sentence is said. */
export type SaidRoute = {
  readonly dialogue: "control";
  readonly say: string;
  readonly choices: readonly Choice[];
};

export type Route =
  | HeardRoute
  | SaidRoute
  /** Words that may be meant for the open card: asked, not guessed. */
  | {
      readonly dialogue: "notes";
      readonly ask: { readonly taskId: string; readonly number: string; readonly text: string };
    };

export type RoutingFacts = {
  readonly conversation: Conversation;
  readonly role: Role | null;
  readonly today: LocalDate;
  readonly messageKey: string | null;
  /** What the message is about that this one answers. */
  readonly about: MessageSubject | null;
};

export const say = (sentence: string, choices: readonly Choice[] = []): SaidRoute => ({
  dialogue: "control",
  say: sentence,
  choices,
});

/** Another dialogue than the one under way hears it, or the same from its beginning. */
export const hearAfresh = (dialogue: DialogueName, input: Input): HeardRoute => ({
  dialogue,
  input,
  afresh: true,
});
