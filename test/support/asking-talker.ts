import { z } from "zod";
import type { StoredUpdate, Talker } from "../../api/conversations/talk.ts";
import type { Result } from "../../api/shared/result.ts";
import type { UseCase } from "../../api/shared/work.ts";
import { oneLine } from "../../bot/messages/lines.ts";
import { useCases } from "../../bot/use-cases.ts";

/** What somebody writes to a bot that asks for whatever use case is named. */
export type Asking = { readonly ask: string; readonly input: object };

export const useCaseNamed = (name: string): UseCase<unknown, unknown> => {
  const found = (useCases as Readonly<Record<string, unknown>>)[name];
  if (found === undefined) throw new Error(`no dialogue has the use case ${name}`);
  return found as UseCase<unknown, unknown>;
};

const askingSchema = z.object({ ask: z.string(), input: z.looseObject({}) });
const updateSchema = z.looseObject({
  content: z.looseObject({ kind: z.literal("text"), text: z.string() }),
});

const askedIn = ({ content }: StoredUpdate): Asking =>
  askingSchema.parse(JSON.parse(updateSchema.parse(content).content.text));

/** What the bot answers. */
export const answerTo = ({ ask }: Pick<Asking, "ask">, result: Result<unknown>): string =>
  `${ask}: ${result.ok ? "xong" : result.refusal.code}`;

/**
 * The bot, except that it asks for the use case that a member's words name, remembers in the chat that it did, and
 * answers how that went:
 *
 *   await person.say(JSON.stringify({ ask: "list-tasks", input: { … } }));      // "list-tasks: xong"
 */
export const askingTalker = (
  bot: Talker,
  heard: (result: Result<unknown>) => void = () => undefined,
): Talker => ({
  ...bot,
  inGroup: () => null,
  codeIn: () => null,
  reachability: () => "reached",
  withMember: async (work, update) => {
    const { ask, input } = askedIn(update);
    const result = await useCaseNamed(ask)(work, input);
    heard(result);
    return {
      say: [{ message: oneLine("choice-verbatim", { text: answerTo({ ask }, result) }) }],
      conversation: { asked: ask },
    };
  },
});
