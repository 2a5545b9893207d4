import { z } from "zod";
import { localTimeSchema } from "../shared/local-date.ts";

/** Who is told at a rung: posts of the owing unit, the consolidator, the leader in charge. */
export const audienceSchema = z.enum(["head", "consolidator", "leader"]);
export type Audience = z.infer<typeof audienceSchema>;

const hoursSchema = z.tuple([localTimeSchema, localTimeSchema]);

/**
 * What an office may decide itself; every default is the ladder and the hours of the product's rules.
 * Stored as jsonb in `organization.policy`: what is absent there follows the default.
 */
export const policySchema = z.strictObject({
  /** How lateness is judged: by the document's date, or by the next working day after it. */
  lateness: z.enum(["as_written", "roll_forward"]).default("as_written"),
  /** Working days before the aim day on which a head is told; the aim day's morning (0) included. */
  rungsBefore: z.array(z.int().min(0).max(60)).max(12).default([10, 5, 3, 1, 0]),
  /** Working days after the due date, and who is told then. */
  rungsAfter: z
    .array(z.strictObject({ days: z.int().min(1).max(60), audience: z.array(audienceSchema).min(1) }))
    .max(12)
    .default([
      { days: 1, audience: ["head"] },
      { days: 3, audience: ["head", "consolidator"] },
      { days: 5, audience: ["leader"] },
    ]),
  /** After the last rung: every so many calendar days, moved to the next working day. */
  repeatDays: z.int().min(1).max(60).default(7),
  repeatAudience: z.array(audienceSchema).min(1).default(["head", "consolidator", "leader"]),
  /** Working days after which an assignment that nobody acknowledged gets a word. */
  acknowledgeAfter: z.int().min(1).max(30).default(2),
  digestAt: localTimeSchema.prefault("07:30"),
  workingHours: z
    .array(hoursSchema)
    .min(1)
    .max(4)
    .prefault([
      ["07:30", "11:30"],
      ["13:30", "17:00"],
    ]),
  /** Unasked messages a person gets in a day, escalation aside. */
  unaskedPerDay: z.int().min(1).max(20).default(2),
});
export type Policy = z.infer<typeof policySchema>;

export const OFFICE_LEVELS = ["commune", "district", "province"] as const;
export type OfficeLevel = (typeof OFFICE_LEVELS)[number];

export const officeNameSchema = z
  .string()
  .normalize("NFC")
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u)
  .meta({ example: "Ủy ban nhân dân phường Hải An" });

/** What an office is when it begins. */
export const officeSchema = z.strictObject({
  /** Small letters without diacritics, digits and hyphens; it never changes. */
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,38}$/)
    .meta({ example: "hai-an" }),
  name: officeNameSchema,
  level: z.enum(OFFICE_LEVELS).default("commune"),
});

/** What every use case knows of the office it works for. */
export type Organization = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly policy: Policy;
  readonly liveOn: string | null;
};
