import type { MessageLine } from "../../api/outbox/message.ts";
import type { Command } from "./command.ts";
import { SHARED_OPTIONS } from "./parse-call.ts";

const summaryKey = ({ name }: Command): string => `cli-summary-${name.replaceAll(" ", "-")}`;

/** Every command with its sentence. */
export const describeCommands = (commands: readonly Command[]): readonly MessageLine[] => [
  { key: "cli-help-head" },
  ...commands.map((command) => ({
    key: "cli-help-command",
    args: { command: command.name, summary: { term: summaryKey(command) } },
  })),
  { key: "cli-help-foot" },
];

/** One command: how it is written, and what each option is. */
export const describeCommand = (command: Command): readonly MessageLine[] => [
  { key: summaryKey(command) },
  {
    key: "cli-help-usage",
    args: { usage: `npm run --silent dondoc -- ${`${command.name} ${command.usage}`.trim()}` },
  },
  ...[...Object.keys(command.options), ...SHARED_OPTIONS].map((option) => ({
    key: "cli-help-option",
    args: { option: `--${option}`, meaning: { term: `cli-option-${option}` } },
  })),
];
