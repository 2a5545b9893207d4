import type { ChannelName, MemberActor } from "../../api/members/member.ts";
import type { Message } from "../../api/outbox/message.ts";
import type { MessageSubject } from "../../api/outbox/subject.ts";
import type { LocalDate } from "../../api/shared/local-date.ts";
import type { Result } from "../../api/shared/result.ts";
import type { UseCases } from "../use-cases.ts";
import type { Button } from "./button.ts";

/** A file that was received, checked and laid aside before the dialogue began. */
export type KeptFile = {
  readonly sha256: string;
  readonly kind: string;
  readonly size: number;
  readonly name: string;
};

/** What a person did, after routing. */
export type Input =
  | { readonly kind: "command"; readonly command: Command; readonly rest: string }
  | { readonly kind: "button"; readonly button: Button }
  | { readonly kind: "text"; readonly text: string; readonly about: MessageSubject | null }
  | {
      readonly kind: "file";
      readonly file: KeptFile;
      readonly caption: string;
      readonly about: MessageSubject | null;
    }
  | { readonly kind: "edited"; readonly messageKey: string; readonly text: string }
  /** "Đã nhận", in words or by a sign under a message; `quiet`: nobody typed anything. */
  | { readonly kind: "received"; readonly tasks: readonly ReceivedTask[]; readonly quiet: boolean }
  /** The same of all that a unit leads in a catalogue; null where nobody named the unit. */
  | {
      readonly kind: "catalogue-received";
      readonly catalogueId: string;
      readonly unitId: string | null;
      readonly quiet: boolean;
    }
  /** A file that was read as a document before the dialogue began. */
  | { readonly kind: "document"; readonly importId: string; readonly isNew: boolean };

export type ReceivedTask = { readonly taskId: string } | { readonly number: string };

export const COMMANDS = [
  "start",
  "nhiemvu",
  "lich",
  "tim",
  "vanban",
  "duyet",
  "moi",
  "bangiao",
  "phancong",
  "huy",
  "hoantac",
  "caidat",
  "dulieucuatoi",
  "trogiup",
  "ketnoi",
  "ngatketnoi",
] as const;
export type Command = (typeof COMMANDS)[number];

/** A use case that a step asks for; the runner does it in the update's transaction and comes back with the result. */
export type Call = {
  [Name in keyof UseCases]: { readonly name: Name; readonly input: UseCases[Name]["input"] };
}[keyof UseCases];

export type CallResult = {
  [Name in keyof UseCases]: { readonly name: Name; readonly result: Result<UseCases[Name]["output"]> };
}[keyof UseCases];

export type Event =
  | { readonly kind: "input"; readonly input: Input }
  | ({ readonly kind: "result" } & CallResult);

/** What every step may know; time is handed in. */
export type Context = {
  readonly actor: MemberActor;
  readonly organization: { readonly name: string; readonly timeZone: string };
  readonly today: LocalDate;
  readonly now: Date;
  /** The messenger's key of the message that is being answered: kept with a note so that an edit finds it. */
  readonly messageKey: string | null;
  readonly buttons: boolean;
  /** A dialogue was under way when this came. */
  readonly talking: boolean;
  readonly undo: Undo | null;
  /** How an invitation code is brought to each messenger that is switched on. */
  readonly ways?: (code: string) => readonly Way[];
  /** Where the web chat stands for people outside; null when it has no public address. */
  readonly webAddress?: string | null;
  /** What stands before the path of a page, as a link for this chat; null where no link would lead there. */
  readonly pages?: string | null;
  /** Channels that take files of any kind, where this one does not. */
  readonly filesElsewhere?: readonly ChannelName[] | null;
};

/**
 * What one pure step decides: what is said at once, which use case is called (its result is the next event),
 * and the state that is kept. `state: null` ends the dialogue.
 */
export type Step<State> = {
  readonly state: State | null;
  readonly say?: readonly Said[];
  readonly call?: Call;
  /** Makes this the chat's current card: what a bare answer is about. */
  readonly card?: Card | null;
  /** What `/hoantac` would take back. */
  readonly undo?: Undo | null;
  /** The button that "tiếp" stands for, while a list has another page. */
  readonly next?: string | null;
  /** And "trước". */
  readonly previous?: string | null;
};

/** Into a messenger: by a link that carries the code, or by the name under which the bot is found there. */
export type Way =
  | { readonly channel: ChannelName; readonly link: string }
  | { readonly channel: ChannelName; readonly handle: string };

export type Said = { readonly message: Message; readonly subject?: MessageSubject };

export type Card = { readonly taskId: string; readonly unitId: string; readonly number: string };

export type Undo = { readonly kind: "note"; readonly noteId: string; readonly number: string };

export type Dialogue<State> = (context: Context, state: State | null, event: Event) => Step<State>;

export const say = (message: Message, subject?: MessageSubject): Said =>
  subject === undefined ? { message } : { message, subject };
