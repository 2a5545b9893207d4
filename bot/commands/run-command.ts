import type { MessageLine } from "../../api/outbox/message.ts";
import { readSettings, type Settings } from "../../api/settings.ts";
import { clockFrom, systemClock } from "../../api/shared/clock.ts";
import type { Refusal } from "../../api/shared/result.ts";
import type { Database } from "../../db/scope.ts";
import { translate } from "../../locales/translate.ts";
import type { ConfiguredBot } from "../channels/messenger.ts";
import { MESSENGERS } from "../channels/registry.ts";
import { type Command, CommandProblem } from "./command.ts";
import { describeCommand, describeCommands } from "./describe-help.ts";
import { databaseProblem, openDatabase } from "./open-database.ts";
import { findCommand, languageOf, type ParsedCall, parseCall } from "./parse-call.ts";
import { COMMANDS } from "./registry.ts";

export type Streams = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
};

/**
 * Runs one command line and answers the exit code. Answers go to `out`; what was refused goes to `error` as one
 * sentence, and with `--json` to `out` as `{"error":{"code","message"}}` as well. A bug is thrown on.
 */
export const runCommand = async (
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>> | undefined,
  streams: Streams,
): Promise<0 | 1> => {
  const locale = languageOf(argv);
  const json = argv.includes("--json");
  const words = (lines: readonly MessageLine[]): string =>
    lines.map(({ key, args }) => translate(locale, key, args)).join("\n");
  const fail = (code: string, lines: readonly MessageLine[]): 1 => {
    const message = words(lines);
    if (json) streams.out(`${JSON.stringify({ error: { code, message } })}\n`);
    streams.error(`${message}\n`);
    return 1;
  };

  const found = findCommand(argv, COMMANDS);
  if (found === null) {
    const help = argv.length === 0 || argv[0] === "--help" || argv[0] === "help";
    if (!help)
      return fail("unknown_command", [
        { key: "cli-unknown-command", args: { command: argv[0] ?? "" } },
        ...describeCommands(COMMANDS),
      ]);
    streams.out(`${words(describeCommands(COMMANDS))}\n`);
    return 0;
  }
  if (found.rest.includes("--help")) {
    streams.out(`${words(describeCommand(found.command))}\n`);
    return 0;
  }
  try {
    const call = parseCall(found.command, found.rest);
    const settings = settingsOf(environment);
    const answer = await withDatabase(found.command, call, settings);
    if (!answer.ok) return fail(answer.refusal.code, describeRefusal(answer.refusal));
    streams.out(json ? `${JSON.stringify(answer.value.json)}\n` : `${words(answer.value.lines)}\n`);
    return 0;
  } catch (error) {
    const problem = databaseProblem(error);
    if (problem === null) throw error;
    return fail(problem.code, problem.lines);
  }
};

const settingsOf = (
  environment: Readonly<Record<string, string | undefined>> | undefined,
): Settings<ConfiguredBot> => {
  const read = readSettings(MESSENGERS, environment);
  if (read.ok) return read.settings;
  const { name, sentence } = read.problem;
  throw new CommandProblem("setting_wrong", [
    { key: "setting-wrong", args: { name, problem: { term: sentence } } },
  ]);
};

const withDatabase = async (command: Command, call: ParsedCall, settings: Settings<ConfiguredBot>) => {
  const clock = settings.clock === undefined ? systemClock : clockFrom(settings.clock);
  const now = clock.now();
  let opened: Promise<Database> | null = null;
  const first = (option: string): string | undefined => call.values.get(option)?.[0];
  try {
    return await command.run({
      settings,
      now,
      positionals: call.positionals,
      text: first,
      needed: (option) => first(option) ?? "",
      texts: (option) => call.values.get(option) ?? [],
      database: () => {
        opened ??= openDatabase(settings, now).then(({ database }) => database);
        return opened;
      },
    });
  } finally {
    await closeQuietly(opened);
  }
};

/** When it could not be opened the command has said so already. */
const closeQuietly = async (opened: Promise<Database> | null): Promise<void> => {
  const database = await opened?.catch(() => null);
  await database?.close();
};

/** The sentence of the refusal, with the place in a file that somebody wrote by hand, and the names to choose from. */
const describeRefusal = ({ code, args }: Refusal): readonly MessageLine[] => {
  const { path = "", candidates = "" } = args;
  const said = code === "catalogue_invalid" && path !== "" ? "catalogue_wrong_at" : code;
  return [
    { key: `refusal-${said.replaceAll("_", "-")}`, args },
    ...(candidates === "" ? [] : [{ key: "cli-candidates", args: { candidates } }]),
  ];
};
