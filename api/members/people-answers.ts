import { z } from "@hono/zod-openapi";
import { dayAnswer, instantAnswer } from "../shared/answers.ts";
import { invitationLink } from "./invitation-link.ts";
import type { IssuedCode } from "./issue-invitation.ts";
import { ROLES } from "./member.ts";

/** A post as members and dialogues know it. */
export const postAnswer = z
  .object({
    id: z.uuid(),
    role: z.enum(ROLES),
    unit: z
      .object({ id: z.uuid(), name: z.string(), kind: z.string() })
      .nullable()
      .openapi({ description: "Null for leader and administrator, who stand beside the units." }),
    from_on: dayAnswer,
  })
  .openapi("Post");

export const localeAnswer = z.enum(["vi", "en"]);

export const codeAnswer = z
  .object({
    code: z.string().openapi({
      description: "Sent to the bot, typed on the login page or posted to /sessions: once, by one person.",
      example: "K7M2P-9QRTX",
    }),
    expires_at: instantAnswer,
    link: z.string().nullable().openapi({
      description: "Opens the web chat with the code; null where the product knows no public address.",
    }),
  })
  .openapi("Invitation");

/** A code as it is shown this once. */
export const showCode = (
  { code, expiresAt }: IssuedCode,
  publicUrl: string | undefined,
): IssuedCode & { readonly link: string | null } => ({
  code,
  expiresAt,
  link: publicUrl === undefined ? null : invitationLink(publicUrl, code),
});
