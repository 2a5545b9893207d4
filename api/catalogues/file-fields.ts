import { z } from "zod";
import { dateFromParts } from "../shared/local-date.ts";

/** One line of text: composed form, so that "ò" typed on another machine is the same letter; no line breaks. */
export const line = (max: number) =>
  z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, "a control character or a line break");

/** Of a unit, group or office. */
export const name = line(200);
export const code = line(40).regex(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  "lower-case letters, digits and single hyphens",
);
/** What a chat list shows; the bound is the width of a list line, not of a column. */
export const shortTitle = line(80);
/** As the document numbers it. */
export const itemNumber = line(30).regex(/^[\p{L}\p{N}]+(\.[\p{L}\p{N}]+)*$/u, "a path such as 3.5.a");
/** What the document leaves open, as a question to the administrator: never answered by a guess. */
export const questions = z.array(line(300)).max(10).optional();

/** In which part of a task it was found. */
export const whereSchema = z.enum(["title", "time_cell", "product", "remarks"]);

/** 29 February is a day of some years, so a leap year is the measure. */
export const monthDaySchema = line(5).refine((text) => {
  const parts = /^(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && dateFromParts(2024, Number(parts[1]), Number(parts[2])) !== null;
}, "not a day of the year MM-DD");
