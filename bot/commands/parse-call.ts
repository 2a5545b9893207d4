import { parseArgs } from "node:util";
import { LOCALES, type Locale } from "../../locales/translate.ts";
import { type Command, CommandProblem } from "./command.ts";

/** Options that every command has. */
const SHARED = {
  json: { type: "boolean" },
  help: { type: "boolean" },
  language: { type: "string" },
} as const;

export const SHARED_OPTIONS: readonly string[] = Object.keys(SHARED);

export type ParsedCall = {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
};

/** The command that the first words name ("organization create" before "organization"); null when none does. */
export const findCommand = (
  argv: readonly string[],
  commands: readonly Command[],
): { readonly command: Command; readonly rest: readonly string[] } | null => {
  const words = argv.slice(0, 2);
  for (let length = words.length; length > 0; length -= 1) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(" "));
    if (command !== undefined) return { command, rest: argv.slice(length) };
  }
  return null;
};

/** Asked for before anything is understood, so that even the first mistake is answered in that language. */
export const languageOf = (argv: readonly string[]): Locale => {
  const at = argv.findIndex((word) => word === "--language" || word.startsWith("--language="));
  const word = argv[at] ?? "";
  const wanted = word.includes("=") ? word.slice(word.indexOf("=") + 1) : argv[at + 1];
  return LOCALES.find((locale) => at !== -1 && locale === wanted) ?? "vi";
};

/** Options and positionals of a command. Throws `CommandProblem` on what it does not know, lacks or has twice. */
export const parseCall = (command: Command, rest: readonly string[]): ParsedCall => {
  const options = Object.fromEntries([
    ...Object.entries(command.options).map(([name, { type }]) => [name, { type, multiple: true }] as const),
    ...Object.entries(SHARED).map(([name, { type }]) => [name, { type, multiple: true }] as const),
  ]);
  const { values, positionals } = parsed(command, rest, options);
  const byName = new Map(
    Object.entries(values).map(([name, given]) => [name, [given].flat().map((value) => String(value))]),
  );
  for (const [name, given] of byName)
    if (given.length > 1 && command.options[name]?.multiple !== true)
      throw usage(command, "cli-option-twice", { option: `--${name}` });
  for (const [name, { needed }] of Object.entries(command.options))
    if (needed === true && !byName.has(name))
      throw usage(command, "cli-option-missing", { option: `--${name}` });
  if (positionals.length !== command.positionals)
    throw usage(command, "cli-words-wrong", { wanted: command.positionals, given: positionals.length });
  return { positionals, values: byName };
};

const parsed = (
  command: Command,
  rest: readonly string[],
  options: Readonly<Record<string, { type: "string" | "boolean"; multiple: true }>>,
) => {
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true });
  } catch (error) {
    // Node's sentence is English and may change; the option it quotes is what the operator needs.
    const quoted = /'(--?[^' <]*)/.exec(error instanceof Error ? error.message : "")?.[1];
    throw usage(command, "cli-option-wrong", { option: quoted ?? "?" });
  }
};

const usage = (command: Command, key: string, args: Readonly<Record<string, string | number>>) =>
  new CommandProblem("usage", [{ key, args: { ...args, command: command.name } }]);
