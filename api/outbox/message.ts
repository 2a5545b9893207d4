import { z } from "zod";

/**
 * What is to be said, without its words: keys of `locales/` with their arguments.
 * The words are made at delivery, in the reader's language and for the reader's channel.
 */
export type MessageArgument =
  | string
  | number
  /**
   * A calendar date "2026-09-14"; the sentence decides how it is written. `due`: somebody has to be ready by then, and
   * a channel may make more of it than words.
   */
  | { readonly date: string; readonly due?: true }
  /** Another message of `locales/`, for example a role or a status. */
  | { readonly term: string; readonly args?: MessageArguments }
  /** Written one after another with the language's comma. */
  | { readonly list: readonly MessageArgument[] };

export type MessageArguments = { readonly [name: string]: MessageArgument };

export type MessageLine = {
  readonly key: string;
  readonly args?: MessageArguments;
  /**
   * "heading": shown in bold where the channel can; "detail": belongs to the line above and never leaves it. The text
   * is the same everywhere.
   */
  readonly style?: "heading" | "detail";
  /** Said only where there are buttons, or where there are none and words must do what a button would. */
  readonly shown?: Shown;
  /** The `data` of a choice that this line names: without buttons the line bears its number. */
  readonly picks?: string;
};

export type Shown = "with-buttons" | "without-buttons";

/** A button where the channel has buttons, else a numbered line. `data` comes back when it is chosen (≤ 64 bytes). */
export type Choice = {
  readonly label: MessageLine;
  readonly data: string;
  /** "main": what most people choose; "grave": what cannot be taken back easily. Shown where buttons have colours. */
  readonly weight?: "main" | "grave";
  /**
   * "with-buttons": the words of the message say already how to have it, so that no numbered line repeats them;
   * "in-words": chosen by its label alone.
   */
  readonly shown?: Shown | "in-words";
  /** Another page of the same list: "tiếp" and "trước" turn to it. */
  readonly turns?: "next" | "previous";
};

/** Paragraphs are set apart by a blank line, lines by a line break, rows of choices as they stand. */
export type Message = {
  readonly paragraphs: readonly (readonly MessageLine[])[];
  readonly choices?: readonly (readonly Choice[])[];
  /** Words of the text that are to be copied with one tap, where the channel has such a button. */
  readonly copies?: readonly { readonly label: MessageLine; readonly text: string }[];
  /** Shown as a QR code beside the words, where the channel can show pictures. */
  readonly qr?: string;
};

const argumentSchema: z.ZodType<MessageArgument> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.object({ date: z.string(), due: z.literal(true).optional() }),
    z.object({ term: z.string(), args: argumentsSchema.optional() }),
    z.object({ list: z.array(argumentSchema) }),
  ]),
) as z.ZodType<MessageArgument>;

const argumentsSchema = z.record(z.string(), argumentSchema);

const lineSchema = z.object({
  key: z.string(),
  args: argumentsSchema.optional(),
  style: z.enum(["heading", "detail"]).optional(),
  shown: z.enum(["with-buttons", "without-buttons"]).optional(),
  picks: z.string().optional(),
});

export const messageSchema = z.object({
  paragraphs: z.array(z.array(lineSchema)),
  choices: z
    .array(
      z.array(
        z.object({
          label: lineSchema,
          data: z.string(),
          weight: z.enum(["main", "grave"]).optional(),
          shown: z.enum(["with-buttons", "without-buttons", "in-words"]).optional(),
          turns: z.enum(["next", "previous"]).optional(),
        }),
      ),
    )
    .optional(),
  copies: z.array(z.object({ label: lineSchema, text: z.string() })).optional(),
  qr: z.string().optional(),
}) as unknown as z.ZodType<Message>;
