import { z } from "zod";
import { localDateSchema } from "../shared/local-date.ts";
import { DOCUMENT_KINDS, readingSchema, TASK_FIELDS, targetReadingSchema } from "./reading.ts";

/**
 * What a person decided about one field of a draft. The key says which: `document.FIELD`, `task.INDEX.FIELD`,
 * `round.INDEX.FIELD`, `catalogue.FIELD`, `unit.NAME`, `warning.INDEX`, with indexes into the reading as it was read.
 */

const DOCUMENT_FIELDS = [
  "kind",
  "number",
  "issued_on",
  "issuer",
  "title",
  "scope_start_on",
  "scope_end_on",
  "restricted",
] as const;
const ROUND_FIELDS = ["label", "before", "out"] as const;
export type DocumentField = (typeof DOCUMENT_FIELDS)[number];

export const parseDecisionKey = (key: string): DecisionKey | null =>
  keySchema.safeParse(key.normalize("NFC")).data ?? null;

export type DecisionKey =
  | { readonly on: "document"; readonly field: DocumentField }
  | { readonly on: "task"; readonly index: number; readonly field: (typeof TASK_FIELDS)[number] | "out" }
  | { readonly on: "round"; readonly index: number; readonly field: (typeof ROUND_FIELDS)[number] }
  | { readonly on: "catalogue"; readonly field: "consolidating_unit" | "ad_hoc_reports" | "amends" }
  | { readonly on: "unit"; readonly name: string }
  | { readonly on: "warning"; readonly index: number };

const index = z.coerce.number().int().min(0).max(100_000);
const keySchema = z
  .string()
  .max(400)
  .transform((key): unknown => {
    const [on, ...rest] = key.split(".");
    if (on === "unit") return { on, name: rest.join(".") };
    if (on === "task" || on === "round") return { on, index: rest[0], field: rest[1] };
    if (on === "warning") return { on, index: rest[0] };
    return { on, field: rest[0] };
  })
  .pipe(
    z.discriminatedUnion("on", [
      z.object({ on: z.literal("document"), field: z.enum(DOCUMENT_FIELDS) }),
      z.object({ on: z.literal("task"), index, field: z.enum([...TASK_FIELDS, "out"]) }),
      z.object({ on: z.literal("round"), index, field: z.enum(ROUND_FIELDS) }),
      z.object({
        on: z.literal("catalogue"),
        field: z.enum(["consolidating_unit", "ad_hoc_reports", "amends"]),
      }),
      z.object({ on: z.literal("unit"), name: z.string().min(1).max(300) }),
      z.object({ on: z.literal("warning"), index }),
    ]),
  );

const frame = readingSchema.shape.tasks.element.shape.time_frame;

/** The values that a key may carry; `accepted` keeps what was read. */
export const decisionSchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("accept") }),
  z.object({ to: z.literal("text"), value: z.string().max(20_000).nullable() }),
  z.object({ to: z.literal("date"), value: localDateSchema.nullable() }),
  z.object({ to: z.literal("kind"), value: z.enum(DOCUMENT_KINDS) }),
  z.object({ to: z.literal("yes-or-no"), value: z.boolean() }),
  z.object({ to: z.literal("units"), value: z.array(z.string().max(300)).max(100) }),
  z.object({ to: z.literal("time-frame"), value: frame }),
  z.object({ to: z.literal("targets"), value: z.array(targetReadingSchema).max(50) }),
  /** A unit of the draft is that unit or group of the office, or a new one of that kind. */
  z.object({
    to: z.literal("unit"),
    sameAs: z.string().max(300).nullable(),
    kind: z.string().max(40).nullable(),
  }),
  /** The catalogue that it amends; null for a new one. */
  z.object({ to: z.literal("catalogue"), value: z.uuid().nullable() }),
]);
export type Decision = z.infer<typeof decisionSchema>;

export const decisionsSchema = z.object({
  byKey: z.record(z.string().max(400), decisionSchema),
  /** Everything that is still doubtful is taken as it was read. */
  restAccepted: z.boolean(),
});
export type Decisions = z.infer<typeof decisionsSchema>;
export const NO_DECISIONS: Decisions = { byKey: {}, restAccepted: false };
