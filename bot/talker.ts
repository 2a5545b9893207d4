import { z } from "zod";
import type { StoredUpdate, Talker } from "../api/conversations/talk.ts";
import type { ChannelName, MemberActor } from "../api/members/member.ts";
import { may } from "../api/members/permissions.ts";
import type { Message } from "../api/outbox/message.ts";
import type { MessageSubject } from "../api/outbox/subject.ts";
import type { Work } from "../api/shared/work.ts";
import { type Translate, translatorFor } from "../locales/translate.ts";
import { incomingSchema } from "./channels/channel.ts";
import { type Conversation, readConversation } from "./conversation.ts";
import { packButton, parseButton } from "./dialogues/button.ts";
import type { Context, Input, Way } from "./dialogues/dialogue.ts";
import { DIALOGUES, type DialogueName, isDialogueName } from "./dialogues/registry.ts";
import { cardQuestion } from "./messages/card-question.ts";
import { documentRefused, sendDocumentElsewhere } from "./messages/document-sending.ts";
import { groupAnswer } from "./messages/group-chat.ts";
import { isNumbered, line, message, oneLine, refusalMessage } from "./messages/lines.ts";
import { groupOnly, linkGreeting, strangerAnswer } from "./messages/linking.ts";
import { recogniseAcknowledgement } from "./recognise-acknowledgement.ts";
import { recogniseGroupCommand } from "./recognise-group-command.ts";
import { recogniseInvitationCode } from "./recognise-invitation-code.ts";
import { routeMessage } from "./route-message.ts";
import type { Received } from "./routing/route.ts";
import { runDialogue, type Talked } from "./run-dialogue.ts";

const refusalSchema = z.object({
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});

const resultSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), refusal: refusalSchema }),
  ]);

const evidenceSchema = resultSchema(
  z.object({ sha256: z.string(), kind: z.string(), size: z.number(), name: z.string() }),
);
/** Null: the program failed on it. */
const documentSchema = z.object({
  document: resultSchema(z.object({ importId: z.uuid(), isNew: z.boolean() })).nullable(),
});

/** What is stored of an update: the parsed message, and of a file what became of it. */
const storedSchema = incomingSchema.extend({ kept: z.union([documentSchema, evidenceSchema]).optional() });
type Stored = z.infer<typeof storedSchema>;

const read = (update: StoredUpdate): Stored => storedSchema.parse(update.content);

const textOf = ({ content }: Stored): string | null =>
  content.kind === "text" && !content.edited ? content.text : null;

const localeOf = (languageCode: string | null): "vi" | "en" =>
  /^en\b/i.test(languageCode ?? "") ? "en" : "vi";

/** The bot as the application's talker: parse, route, run the dialogue. */
export const createTalker = (facts: {
  readonly buttons: (channel: string) => boolean;
  /** How a code is brought to each messenger that is switched on, and the web chat's public address. */
  readonly ways?: (code: string) => readonly Way[];
  readonly webAddress?: string | null;
  /** Channels that take files of any kind. */
  readonly fileChannels?: readonly ChannelName[];
  /** What stands before the path of a page, as a link for that channel; null where no link would lead there. */
  readonly pages?: (channel: ChannelName) => string | null;
}): Talker => ({
  withStranger: (update) => {
    const stored = read(update);
    const locale = localeOf(stored.languageCode);
    if (["blocked", "unblocked", "reaction"].includes(stored.content.kind))
      return { kind: "say", say: [], locale };
    const text = textOf(stored);
    const code = text === null ? null : recogniseInvitationCode(text, "stranger");
    return code === null
      ? { kind: "say", say: [strangerAnswer()], locale }
      : { kind: "link", code, languageCode: stored.languageCode };
  },
  inGroup: (update) => {
    const stored = read(update);
    if (!stored.group) return null;
    const { content, userKey, languageCode } = stored;
    const locale = localeOf(languageCode);
    if (content.kind === "blocked") return { kind: "removed" };
    if (content.kind === "moved") return content;
    if (content.kind === "unblocked" || content.kind === "reaction") return { kind: "talk", say: [], locale };
    const text = textOf(stored);
    const asked = text === null ? null : recogniseGroupCommand(text);
    return asked === null
      ? { kind: "talk", say: [groupOnly()], locale }
      : { kind: asked, userKey, languageCode };
  },
  answerGroup: (outcome, languageCode) => ({ say: groupAnswer(outcome), locale: localeOf(languageCode) }),
  codeIn: (update) => {
    const text = textOf(read(update));
    return text === null ? null : recogniseInvitationCode(text, "member");
  },
  greet: (linked, languageCode) => ({
    say: linkGreeting(linked),
    locale: linked.ok ? linked.value.locale : localeOf(languageCode),
  }),
  reachability: (update) => (read(update).content.kind === "blocked" ? "blocked" : "reached"),
  apology: () => oneLine("internal-error"),
  withMember: async (work, update, { conversation: storedTalk, subjectOf, toldOfCatalogue }) => {
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
      toldOfCatalogue,
      answer,
      ways: facts.ways ?? (() => []),
      webAddress: facts.webAddress ?? null,
      pages: facts.pages?.(update.channel) ?? null,
      filesElsewhere:
        facts.fileChannels === undefined || facts.fileChannels.includes(update.channel)
          ? null
          : facts.fileChannels,
    });
    // A sign under some message leaves the talk where it was.
    if (stored.content.kind === "reaction") return { say: talked.say, conversation };
    return {
      say: talked.say,
      conversation: withChoices(talked, translatorFor(talked.locale ?? actor.locale)),
    };
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
    readonly answer: (...say: readonly Message[]) => Talked;
  } & Pick<Parameters<Talker["withMember"]>[2], "subjectOf" | "toldOfCatalogue"> &
    Required<Pick<Context, "ways" | "webAddress" | "pages" | "filesElsewhere">>,
): Promise<Talked> => {
  const { content, messageKey } = stored;
  if (content.kind === "unblocked" || content.kind === "blocked") return tools.answer();
  const context: Context = {
    actor,
    organization: { name: work.organization.name, timeZone: work.organization.timeZone },
    today: work.today,
    now: work.now,
    messageKey,
    buttons: tools.buttons,
    talking: conversation.dialogue !== null,
    undo: conversation.undo,
    ways: tools.ways,
    webAddress: tools.webAddress,
    pages: tools.pages,
    filesElsewhere: tools.filesElsewhere,
  };
  if (content.kind === "reaction") {
    const input = likedAs(await tools.subjectOf(content.messageKey));
    if (input === null || actor.current === null) return tools.answer();
    return runDialogue(work, context, conversation, "acknowledgements", {
      state: null,
      event: { kind: "input", input },
    });
  }
  // Only a group moves, and what happens in one never comes here.
  if (content.kind === "moved") return tools.answer();
  if (content.kind === "unsupported")
    return tools.answer(
      may(actor, "load-catalogue") ? sendDocumentElsewhere(context) : oneLine("please-write"),
    );
  let received: Received;
  if (content.kind === "file") {
    const { kept } = stored;
    if (kept !== undefined && "document" in kept) {
      if (kept.document === null) return tools.answer(oneLine("internal-error"));
      if (!kept.document.ok) return tools.answer(documentRefused(context, kept.document.refusal));
      received = { kind: "document", ...kept.document.value };
    } else if (kept?.ok === true) received = { kind: "file", file: kept.value, caption: content.caption };
    else {
      const refusal = kept?.refusal ?? { code: "file_missing", args: {} };
      return tools.answer(oneLine(`refusal-${refusal.code.replaceAll("_", "-")}`, refusal.args));
    }
  } else received = content;

  const about =
    stored.replyToKey === null ? await toldLast(received, tools) : await tools.subjectOf(stored.replyToKey);
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
      conversation,
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
  const continues = !route.afresh && route.dialogue === conversation.dialogue;
  const remembered =
    conversation.dialogue !== null &&
    isDialogueName(conversation.dialogue) &&
    conversation.dialogue === route.dialogue
      ? DIALOGUES[conversation.dialogue].readState(conversation.state)
      : null;
  const talked = await runDialogue(work, context, conversation, route.dialogue, {
    state: continues || route.input.kind === "button" ? remembered : null,
    event: { kind: "input", input: route.input },
  });
  // What was not understood leaves everything where it was: "2" still picks from the list above it.
  if (route.dialogue === "control" && route.input.kind === "text") return { say: talked.say, conversation };
  return {
    ...talked,
    conversation: { ...talked.conversation, choices: withdrawalsLeft(conversation, route.input) },
  };
};

/** What a thumb under a message stands for; null where nothing was to be received. */
const likedAs = (liked: MessageSubject | null): Input | null => {
  if (liked?.kind === "task") return { kind: "received", tasks: [{ taskId: liked.taskId }], quiet: true };
  if (liked?.kind !== "catalogue") return null;
  const { catalogueId, unitId } = liked;
  return { kind: "catalogue-received", catalogueId, unitId, quiet: true };
};

/** A bare "đã nhận" under the notice of a catalogue is meant for it. */
const toldLast = async (
  received: Received,
  { toldOfCatalogue }: { readonly toldOfCatalogue: () => Promise<MessageSubject | null> },
): Promise<MessageSubject | null> => {
  if (received.kind !== "text" || received.edited) return null;
  return recogniseAcknowledgement(received.text)?.length === 0 ? toldOfCatalogue() : null;
};

/** Of several notes one was taken back: "thu hồi" and their numbers still mean the others. */
const withdrawalsLeft = ({ choices }: Conversation, input: Input): Conversation["choices"] => {
  if (input.kind !== "button" || input.button[0] !== "note-withdraw") return [];
  const used = packButton(input.button);
  return choices
    .filter(({ data }) => parseButton(data)?.[0] === "note-withdraw" && data !== used)
    .map((left) => ({ ...left, hidden: true }));
};

/** The choices of what was said last, so that a number or a label's words pick one. */
const withChoices = ({ say, conversation }: Talked, translate: Translate): Conversation => {
  const last = say.findLast(({ message }) => message.choices !== undefined)?.message.choices;
  // A heart, a sticker, a page that is not there: what was asked before still is. Commands are words anyway.
  if (last === undefined || last.flat().every(({ data }) => data.startsWith("command "))) return conversation;
  return {
    ...conversation,
    choices: last.flat().map((choice) => ({
      data: choice.data,
      label: translate(choice.label.key, choice.label.args),
      ...(isNumbered(choice) ? {} : { hidden: true }),
      ...(choice.turns === undefined ? {} : { turns: choice.turns }),
    })),
  };
};
