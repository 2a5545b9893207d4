import { z } from "zod";
import type { StoredUpdate, Talker } from "../api/conversations/talk.ts";
import { normaliseInvitationCode } from "../api/members/invitation-code.ts";
import type { MemberActor } from "../api/members/member.ts";
import type { Message } from "../api/outbox/message.ts";
import type { Work } from "../api/shared/work.ts";
import { type Translate, translatorFor } from "../locales/translate.ts";
import { incomingSchema } from "./channels/channel.ts";
import { type Conversation, readConversation } from "./conversation.ts";
import type { Context } from "./dialogues/dialogue.ts";
import { DIALOGUES, type DialogueName, isDialogueName } from "./dialogues/registry.ts";
import { cardQuestion } from "./messages/card-question.ts";
import { line, message, oneLine, refusalMessage } from "./messages/lines.ts";
import { groupOnly, linkGreeting, strangerAnswer } from "./messages/linking.ts";
import { type Received, routeMessage } from "./route-message.ts";
import { runDialogue, type Talked } from "./run-dialogue.ts";

const refusalSchema = z.object({
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What is stored of an update: the parsed message, and of a file what became of it. */
const storedSchema = incomingSchema.extend({
  kept: z
    .discriminatedUnion("ok", [
      z.object({
        ok: z.literal(true),
        value: z.object({ sha256: z.string(), kind: z.string(), size: z.number(), name: z.string() }),
      }),
      z.object({ ok: z.literal(false), refusal: refusalSchema }),
    ])
    .optional(),
});
type Stored = z.infer<typeof storedSchema>;

const read = (update: StoredUpdate): Stored => storedSchema.parse(update.content);

const textOf = ({ content }: Stored): string | null =>
  content.kind === "text" && !content.edited ? content.text : null;

/** "/start CODE", or a message that is a code and nothing else. */
const codeOf = (text: string): string | null => {
  const started = /^\/?start(?:@\S+)?\s+(\S.{0,80})$/iu.exec(text.trim())?.[1];
  if (started !== undefined) return started.trim();
  const bare = text.trim();
  return /^[0-9a-z]{5}-?[0-9a-z]{5}$/iu.test(bare) &&
    /\d/.test(bare) &&
    normaliseInvitationCode(bare) !== null
    ? bare
    : null;
};

const localeOf = (languageCode: string | null): "vi" | "en" =>
  /^en\b/i.test(languageCode ?? "") ? "en" : "vi";

/** The bot as the application's talker: parse, route, run the dialogue. */
export const createTalker = (facts: {
  readonly buttons: (channel: string) => boolean;
  /** Links for invitation codes and the web chat's public address, where there are any. */
  readonly links?: (code: string) => string | null;
  readonly webAddress?: string | null;
}): Talker => ({
  withStranger: (update) => {
    const stored = read(update);
    const locale = localeOf(stored.languageCode);
    if (["blocked", "unblocked", "reaction"].includes(stored.content.kind))
      return { kind: "say", say: [], locale };
    if (stored.group) return { kind: "say", say: [groupOnly()], locale };
    const text = textOf(stored);
    const code = text === null ? null : codeOf(text);
    return code === null
      ? { kind: "say", say: [strangerAnswer()], locale }
      : { kind: "link", code, languageCode: stored.languageCode };
  },
  codeIn: (update) => {
    const text = textOf(read(update));
    return text === null ? null : codeOf(text);
  },
  greet: (linked, languageCode) => ({
    say: linkGreeting(linked),
    locale: linked.ok ? linked.value.locale : localeOf(languageCode),
  }),
  reachability: (update) => (read(update).content.kind === "blocked" ? "blocked" : "reached"),
  apology: () => oneLine("internal-error"),
  withMember: async (work, update, { conversation: storedTalk, subjectOf }) => {
    const { actor } = work;
    if (actor.kind !== "member") throw new Error("a chat speaks for a member");
    const stored = read(update);
    const conversation = readConversation(storedTalk);
    const answer = (...say: readonly Message[]): Talked => ({
      say: say.map((message) => ({ message })),
      conversation,
    });
    const talked = await talk(work, actor, stored, conversation, {
      buttons: facts.buttons(update.channel),
      subjectOf,
      answer,
      links: facts.links ?? (() => null),
      webAddress: facts.webAddress ?? null,
    });
    return { say: talked.say, conversation: withChoices(talked, translatorFor(actor.locale)) };
  },
});

const WITHOUT_POST: readonly DialogueName[] = ["control", "own-data", "settings"];

const talk = async (
  work: Work,
  actor: MemberActor,
  stored: Stored,
  conversation: Conversation,
  tools: {
    readonly buttons: boolean;
    readonly subjectOf: Parameters<Talker["withMember"]>[2]["subjectOf"];
    readonly answer: (...say: readonly Message[]) => Talked;
    readonly links: (code: string) => string | null;
    readonly webAddress: string | null;
  },
): Promise<Talked> => {
  const { content, messageKey } = stored;
  if (content.kind === "unblocked" || content.kind === "blocked" || content.kind === "reaction")
    return tools.answer();
  // A group's members may sit in other units: one unit's tasks and notes are for its own chat.
  if (stored.group) return tools.answer(groupOnly());
  if (content.kind === "unsupported") return tools.answer(oneLine("please-write"));
  let received: Received;
  if (content.kind === "file") {
    if (stored.kept?.ok !== true) {
      const refusal = stored.kept?.refusal ?? { code: "file_missing", args: {} };
      return tools.answer(oneLine(`refusal-${refusal.code.replaceAll("_", "-")}`, refusal.args));
    }
    received = { kind: "file", file: stored.kept.value, caption: content.caption };
  } else received = content;

  const about = stored.replyToKey === null ? null : await tools.subjectOf(stored.replyToKey);
  const route = routeMessage(received, {
    conversation,
    role: actor.current?.role ?? null,
    today: work.today,
    messageKey,
    about,
  });
  // Whoever holds no post any more can still read what is held on them, and leave.
  if (actor.current === null && ("ask" in route || "say" in route || !WITHOUT_POST.includes(route.dialogue)))
    return tools.answer(refusalMessage({ code: "appointment_not_found", args: {} }));
  if ("say" in route) {
    const again = route.choices.map(({ data, label }) => [
      { label: line("choice-verbatim", { text: label }), data },
    ]);
    return {
      say: [{ message: message([[line(route.say)]], again) }],
      conversation: { ...conversation, choices: [...route.choices] },
    };
  }
  if ("ask" in route) {
    const { taskId, number, text } = route.ask;
    return {
      say: [{ message: cardQuestion(number) }],
      conversation: {
        ...conversation,
        dialogue: "notes",
        state: { at: "asking-card", taskId, text, files: [] },
      },
    };
  }
  const context: Context = {
    actor,
    organization: { name: work.organization.name, timeZone: work.organization.timeZone },
    today: work.today,
    now: work.now,
    messageKey,
    buttons: tools.buttons,
    talking: conversation.dialogue !== null,
    undo: conversation.undo,
    links: tools.links,
    webAddress: tools.webAddress,
  };
  const continues = !route.afresh && route.dialogue === conversation.dialogue;
  const remembered =
    conversation.dialogue !== null &&
    isDialogueName(conversation.dialogue) &&
    conversation.dialogue === route.dialogue
      ? DIALOGUES[conversation.dialogue].readState(conversation.state)
      : null;
  return runDialogue(work, context, conversation, route.dialogue, {
    state: continues || route.input.kind === "button" ? remembered : null,
    event: { kind: "input", input: route.input },
  });
};

/** The choices of what was said last, so that a number or a label's words pick one. */
const withChoices = ({ say, conversation }: Talked, translate: Translate): Conversation => {
  const last = say.findLast(({ message }) => message.choices !== undefined)?.message.choices?.flat() ?? [];
  return {
    ...conversation,
    choices: last.map(({ label, data }) => ({ data, label: translate(label.key, label.args) })),
  };
};
