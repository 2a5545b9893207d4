import { z } from "zod";
import type { MessageLine } from "../outbox/message.ts";
import { addDays, localDateSchema } from "../shared/local-date.ts";
import { recurrenceSchema, timeFrameKindSchema } from "../time-frames/time-frame.ts";
import type { ReadTimeFrame } from "./reading.ts";

/** Parts and second meanings have only the fields that are their own. */
const meaningSchema = z.looseObject({
  kind: timeFrameKindSchema.optional(),
  date: localDateSchema.nullish(),
  exclusive: z.boolean().nullish(),
  start_on: localDateSchema.nullish(),
  end_on: localDateSchema.nullish(),
  recurs: recurrenceSchema.optional(),
  invalid_date: z.boolean().optional(),
});
type Meaning = z.infer<typeof meaningSchema>;

const meanings = (value: unknown): readonly Meaning[] => z.array(meaningSchema).safeParse(value).data ?? [];

/** What a time frame means, in words beside the document's own phrase: a line each for several parts. */
export const describeReadTime = (frame: ReadTimeFrame): readonly MessageLine[] => {
  const parts = meanings(frame.parts);
  const lines = (parts.length > 0 ? parts : [frame]).flatMap((one) => lineOf(one, frame.kind));
  const others = [frame.secondary === undefined ? [] : meanings([frame.secondary]), meanings(frame.also)];
  return [
    ...lines,
    ...(frame.recurs === "none" ? [] : [{ key: `time-recurs-${frame.recurs.replace("_", "-")}` }]),
    ...others.flat().flatMap((one) => (one.kind === undefined ? [] : lineOf(one, one.kind))),
  ];
};

const lineOf = (meaning: Meaning, ofFrame: ReadTimeFrame["kind"]): readonly MessageLine[] => {
  const { kind = ofFrame, date, exclusive, start_on: from, end_on: to, invalid_date: invalid } = meaning;
  if (invalid === true) return [{ key: "time-means-impossible" }];
  if (kind === "before_date") {
    if (date === null || date === undefined) return [{ key: "time-means-event" }];
    return exclusive === true
      ? [{ key: "time-means-before", args: { last: { date: addDays(date, -1) }, date: { date } } }]
      : [{ key: "time-means-not-after", args: { last: { date } } }];
  }
  if (kind === "year_onward")
    return from === null || from === undefined
      ? [{ key: "time-means-no-end" }]
      : [{ key: "time-means-onward", args: { from: { date: from } } }];
  if (kind === "continuous") return [{ key: "time-means-continuous" }];
  if (kind === "on_direction") return [{ key: "time-means-on-direction" }];
  if (kind === "none") return [{ key: "time-means-none" }];
  if (to === null || to === undefined) return [{ key: "time-means-no-end" }];
  return from === null || from === undefined
    ? [{ key: "time-means-not-after", args: { last: { date: to } } }]
    : [{ key: "time-means-within", args: { from: { date: from }, to: { date: to } } }];
};
