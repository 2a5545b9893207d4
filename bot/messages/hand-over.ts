import type { HandedOver } from "../../api/members/hand-over.ts";
import type { HeldPost } from "../../api/members/list-posts.ts";
import { ROLES } from "../../api/members/member.ts";
import type { Message, MessageLine } from "../../api/outbox/message.ts";
import type { Context } from "../dialogues/dialogue.ts";
import { codeCopies, codeUntil, codeWays, postName } from "./invitation.ts";
import { above, choice, grave, heading, line, message } from "./lines.ts";
import { type Listed, nameChoices, pageLines } from "./unit-choice.ts";

/** Units where somebody holds a post, and the posts beside the units. */
export const askLeftUnit = (
  units: readonly Listed[],
  besideUnits: boolean,
  page: number,
  problem?: MessageLine,
): Message =>
  message(
    [above(problem), [heading("hand-over-ask-unit"), line("ask-unit-hint")], pageLines(units, page)],
    [
      ...nameChoices(units, page),
      besideUnits ? [choice(["answer", "office"], "choice-leaders-and-admins")] : [],
    ],
  );

export const askLeavingPost = (
  unit: string | null,
  posts: readonly HeldPost[],
  problem?: MessageLine,
): Message =>
  message(
    [
      above(problem),
      [unit === null ? heading("hand-over-ask-post-office") : heading("hand-over-ask-post", { unit })],
    ],
    posts
      .toSorted((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role))
      .map(({ id, role, memberName }) => [
        memberName === null
          ? choice(["pick", id], "choice-post", { role: { term: `role-${role}` } })
          : choice(["pick", id], "choice-post-held", { role: { term: `role-${role}` }, name: memberName }),
      ]),
  );

export const askSuccessor = (post: HeldPost, problem?: MessageLine): Message =>
  message(
    [
      above(problem),
      [
        heading("hand-over-ask-successor", { post: postName(post.role, post.unit?.name ?? null) }),
        line("ask-name-hint"),
      ],
    ],
    [[choice(["answer", "nobody"], "choice-nobody-yet")]],
  );

export const confirmHandOver = (post: HeldPost, successor: string | null, problem?: MessageLine): Message => {
  const named = postName(post.role, post.unit?.name ?? null);
  return message(
    [
      above(problem),
      [
        heading("hand-over-confirm", { post: named }),
        ...(post.memberName === null ? [] : [line("hand-over-from", { name: post.memberName })]),
        successor === null ? line("hand-over-to-nobody") : line("hand-over-to", { name: successor }),
      ],
      [line("hand-over-what-stays"), line("hand-over-chats-end")],
    ],
    [[grave(choice(["hand-over", post.id], "choice-hand-over")), choice(["cancel"], "choice-no")]],
  );
};

export const handedOver = (
  context: Context,
  post: HeldPost,
  successor: string | null,
  done: HandedOver,
): Message => ({
  ...message([
    [
      heading("handed-over", {
        post: postName(post.role, post.unit?.name ?? null),
        today: { date: context.today },
      }),
      line("hand-over-what-stays"),
      ...(done.unlinked ? [line("handed-over-unlinked")] : []),
    ],
    done.successor === null || successor === null
      ? [line("handed-over-vacant")]
      : [
          line("handed-over-successor", { name: successor }),
          line("invitation-code", { code: done.successor.code }),
          ...codeWays(context, done.successor),
          codeUntil(context, done.successor),
        ],
  ]),
  ...(done.successor === null || successor === null ? {} : { copies: codeCopies(context, done.successor) }),
});
