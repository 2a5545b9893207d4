import type { MessageLine } from "../../api/outbox/message.ts";
import type { Settings } from "../../api/settings.ts";
import type { Result } from "../../api/shared/result.ts";
import type { Database } from "../../db/scope.ts";
import type { ConfiguredBot } from "../channels/messenger.ts";

/** What a command prints: `json` with `--json`, else the lines in the operator's language. */
export type CommandAnswer = { readonly json: unknown; readonly lines: readonly MessageLine[] };

export type CommandOption = {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** Said in `--help` as `cli-option-NAME`; without it the command stops before anything is opened. */
  readonly needed?: boolean;
};

export type CommandCall = {
  readonly settings: Settings<ConfiguredBot>;
  readonly now: Date;
  readonly positionals: readonly string[];
  /** The value of an option; undefined where it was not given. */
  readonly text: (option: string) => string | undefined;
  /** The value of an option that was declared as needed. */
  readonly needed: (option: string) => string;
  readonly texts: (option: string) => readonly string[];
  /** Opened at the first call, brought to the newest migration, closed when the command ends. */
  readonly database: () => Promise<Database>;
};

/**
 * One command of the operator. Its summary is the sentence `cli-summary-NAME` (blanks as hyphens).
 * To add one: a file here, a line in `registry.ts`, its sentences in `locales/`.
 */
export type Command = {
  readonly name: string;
  /** After the name, as `--help` shows it: "--code CODE --name NAME". */
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** How many words follow the name. */
  readonly positionals: number;
  readonly run: (call: CommandCall) => Promise<Result<CommandAnswer>>;
};

/** A way to stop that is no refusal of the application: bad options, a busy folder. One sentence, exit code 1. */
export class CommandProblem extends Error {
  constructor(
    readonly code: string,
    readonly lines: readonly MessageLine[],
  ) {
    super(code);
    this.name = "CommandProblem";
  }
}
