import type { Role } from "../../api/members/member.ts";
import { placeName } from "../../api/organizations/place-name.ts";
import type { Message, MessageArgument, MessageLine } from "../../api/outbox/message.ts";
import { localDateAt, localTimeAt } from "../../api/shared/local-date.ts";
import type { Context } from "../dialogues/dialogue.ts";
import { above, channelTerm, choice, heading, line, message } from "./lines.ts";
import { type Listed, nameChoices, pageLines } from "./unit-choice.ts";

export type InvitedPost = {
  readonly role: Role;
  readonly unit: string | null;
  readonly name: string;
};

export type Code = { readonly code: string; readonly expiresAt: Date };

export const askInvitedUnit = (units: readonly Listed[], page: number, problem?: MessageLine): Message =>
  message(
    [above(problem), [heading("invite-ask-unit"), line("ask-unit-hint")], pageLines(units, page)],
    [
      ...nameChoices(units, page),
      [choice(["answer", "leader"], "choice-leader"), choice(["answer", "admin"], "choice-admin")],
    ],
  );

export const askCloseUnit = (units: readonly Listed[], problem: MessageLine): Message =>
  message([[problem]], nameChoices(units));

/** One name of a list: it may also be left out. */
export const askListedUnit = (units: readonly Listed[], problem: MessageLine): Message =>
  message([[problem]], [...nameChoices(units), [choice(["answer", "skip"], "choice-leave-out")]]);

export const askInvitedRole = (unit: string, problem?: MessageLine): Message =>
  message(
    [above(problem), [heading("invite-ask-role", { unit })]],
    [
      [choice(["answer", "head"], "choice-head"), choice(["answer", "deputy"], "choice-deputy")],
      [
        choice(["answer", "focal"], "choice-focal"),
        choice(["answer", "consolidator"], "choice-consolidator"),
      ],
      [choice(["answer", "leader"], "choice-leader"), choice(["answer", "admin"], "choice-admin")],
    ],
  );

/** "thủ trưởng đơn vị, Phòng Văn hóa - Xã hội"; a post beside the units by its role alone. */
export const postName = (role: Role, unit: string | null): MessageArgument =>
  unit === null
    ? { term: `role-${role}` }
    : { term: "post-in-unit", args: { role: { term: `role-${role}` }, unit } };

export const askInvitedName = (role: Role, unit: string | null, problem?: MessageLine): Message =>
  message([
    above(problem),
    [heading("invite-ask-name", { post: postName(role, unit) }), line("ask-name-hint")],
  ]);

export const codeUntil = (context: Context, { expiresAt }: Code): MessageLine => {
  const { timeZone } = context.organization;
  return line("invitation-until", {
    time: localTimeAt(expiresAt, timeZone),
    on: { date: localDateAt(expiresAt, timeZone) },
  });
};

/** The ways in that this installation has: each messenger by link or by name, the web page; else the code alone. */
export const codeWays = (context: Context, { code }: Code): readonly MessageLine[] => {
  const ways = [
    ...(context.ways?.(code) ?? []).map((way) => {
      const channel = channelTerm(way.channel);
      return "link" in way
        ? line("invitation-link", { channel, link: way.link })
        : line("invitation-handle", { channel, handle: way.handle, code });
    }),
    ...(context.webAddress == null ? [] : [line("invitation-web", { address: context.webAddress, code })]),
  ];
  return ways.length === 0
    ? [line("invitation-type", { code })]
    : [line("invitation-ways", { count: ways.length }), ...ways];
};

/** A tap copies the code, or a link that carries it, to be passed on elsewhere. */
export const codeCopies = ({ ways }: Context, { code }: Code): NonNullable<Message["copies"]> => [
  { label: line("choice-copy-code"), text: code },
  ...(ways?.(code) ?? []).flatMap((way) =>
    "link" in way
      ? [{ label: line("choice-copy-link", { channel: channelTerm(way.channel) }), text: way.link }]
      : [],
  ),
];

/** For the administrator: who the code is for. */
export const invitationIssued = (context: Context, post: InvitedPost, code: Code): Message => ({
  ...message([
    [
      heading("invitation-issued"),
      line("invitation-for", { name: post.name, post: postName(post.role, post.unit) }),
      line("invitation-code", { code: code.code }),
      codeUntil(context, code),
    ],
    [line("invitation-pass-on")],
  ]),
  copies: codeCopies(context, code),
});

/** For the invited person, to be forwarded as it stands. */
export const invitationLetter = (context: Context, post: InvitedPost, code: Code): Message => ({
  ...message([
    [
      line("invitation-dear", { name: post.name }),
      line("invitation-why", {
        place: placeName(context.organization.name),
        post: postName(post.role, post.unit),
      }),
    ],
    codeWays(context, code),
    [codeUntil(context, code)],
  ]),
  copies: codeCopies(context, code),
  ...codePicture(context, code),
});

/** The way in as a QR code, for a phone that is held beside: the bot's link, else the web page's. */
const codePicture = ({ ways, webAddress }: Context, { code }: Code): Pick<Message, "qr"> => {
  const link =
    ways?.(code).flatMap((way) => ("link" in way ? [way.link] : []))[0] ??
    (webAddress == null ? null : `${webAddress}/?code=${encodeURIComponent(code)}`);
  return link === null ? {} : { qr: link };
};
