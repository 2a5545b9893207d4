import { z } from "zod";
import { updateCurrentAppointment } from "../../db/queries/chat-link-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type Appointment, isPerson } from "./member.ts";

const inputSchema = z.strictObject({ appointmentId: z.uuid() });

/** The chat speaks for another of the member's posts from now on. Refuses `not_allowed`, `appointment_not_found`. */
export const switchPost: UseCase<z.input<typeof inputSchema>, Appointment> = async (work, raw) => {
  const { actor } = work;
  if (!isPerson(actor)) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const post = actor.appointments.find(({ id }) => id === parsed.data.appointmentId);
  if (post === undefined) return refuse("appointment_not_found");
  await updateCurrentAppointment(work.tx, actor.chatLinkId, post.id);
  await recordAuditEntry(work, "post-switched", { kind: "appointment", id: post.id });
  return ok(post);
};
