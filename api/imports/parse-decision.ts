import { parseLocalDate, yearOf } from "../shared/local-date.ts";
import { foldVietnamese, tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { recogniseTimeFrame } from "../time-frames/recognise-time-frame.ts";
import { matchUnit } from "../units/match-unit.ts";
import { type NamedUnit, UNIT_KINDS } from "../units/unit.ts";
import type { Decision, DecisionKey } from "./decision.ts";
import { DOCUMENT_KINDS, type Reading, type ReadUnit } from "./reading.ts";

type Around = {
  readonly read: Reading;
  /** The office's. */
  readonly units: readonly NamedUnit[];
  readonly draftUnits: readonly ReadUnit[];
};

const ITEM_NUMBER = /^[\p{L}\p{N}]+(\.[\p{L}\p{N}]+)*$/u;
const YES = ["true", "co", "yes", "on", "1"];

/** What an answer to a field means; null accepts what was read. Refusals as `reviewField` lists them. */
export const parseDecision = (
  about: DecisionKey,
  answer: string | null,
  around: Around,
): Result<Decision> => {
  if (answer === null) return ok({ to: "accept" });
  const text = tidyText(answer);
  const one = text.replace(/\s+/gu, " ");
  const yesOrNo = (): Result<Decision> => ok({ to: "yes-or-no", value: YES.includes(foldVietnamese(one)) });
  const words = (): Result<Decision> => ok({ to: "text", value: one === "" ? null : one });

  switch (about.on) {
    case "document":
      if (about.field === "restricted") return yesOrNo();
      if (about.field === "kind") {
        const kind = DOCUMENT_KINDS.find((known) => known === one);
        return kind === undefined ? refuse("request_invalid") : ok({ to: "kind", value: kind });
      }
      if (about.field === "title") return one === "" ? refuse("title_empty") : words();
      return about.field === "number" || about.field === "issuer" ? words() : parseDay(one, around.read);
    case "task":
      if (about.field === "out") return yesOrNo();
      if (about.field === "title") return one === "" ? refuse("title_empty") : words();
      if (about.field === "number")
        return ITEM_NUMBER.test(one) && one.length <= 30 ? words() : refuse("task_number_invalid");
      if (about.field === "targets") return ok({ to: "targets", value: linesOf(text).map(plainTarget) });
      if (about.field === "time_frame") return parseFrame(one, around.read);
      return ok({ to: "units", value: parseUnits(text, around) });
    case "round":
      if (about.field === "out") return yesOrNo();
      return about.field === "label"
        ? one === ""
          ? refuse("title_empty")
          : words()
        : parseDay(one, around.read);
    case "catalogue":
      if (about.field === "ad_hoc_reports") return yesOrNo();
      if (about.field === "amends")
        return /^[0-9a-f-]{36}$/.test(one)
          ? ok({ to: "catalogue", value: one })
          : one === ""
            ? ok({ to: "catalogue", value: null })
            : refuse("catalogue_not_found");
      return ok({ to: "text", value: parseUnits(text, around)[0] ?? null });
    case "unit": {
      const kind = UNIT_KINDS.find((known) => known === one);
      if (kind !== undefined) return ok({ to: "unit", sameAs: null, kind });
      const [name] = parseUnits(text, around);
      return ok({ to: "unit", sameAs: name === undefined || name === about.name ? null : name, kind: null });
    }
    case "warning":
      return ok({ to: "accept" });
  }
};

const linesOf = (text: string): string[] =>
  text
    .split(/[\n;]/u)
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");

const plainTarget = (text: string) => ({ text: text.slice(0, 500), value: null, unit: null });

/** "15/9/2026", "2026-09-15", "ngày 15 tháng 9"; without a year the plan's. Nothing: no date. */
const parseDay = (text: string, read: Reading): Result<Decision> => {
  if (text === "") return ok({ to: "date", value: null });
  const iso = parseLocalDate(text);
  if (iso !== null) return ok({ to: "date", value: iso });
  const frame = recogniseTimeFrame(text, contextOf(read));
  return frame.kind === "before_date" && frame.date !== null && frame.unread === undefined
    ? ok({ to: "date", value: frame.date })
    : refuse("date_not_understood", { number: "none", text: text.slice(0, 100) });
};

const parseFrame = (text: string, read: Reading): Result<Decision> => {
  const { needs_context: _needs, unread, ...frame } = recogniseTimeFrame(text, contextOf(read));
  if (frame.invalid_date === true)
    return refuse("date_not_understood", { number: "none", text: text.slice(0, 100) });
  return unread === undefined
    ? ok({ to: "time-frame", value: frame as Extract<Decision, { to: "time-frame" }>["value"] })
    : refuse("time_frame_not_understood", {
        number: "none",
        text: text.slice(0, 100),
        words: unread.join("; ").slice(0, 200),
      });
};

const contextOf = ({ document }: Reading) => ({
  year: document.scope_years[0] ?? (document.issued_on === null ? null : yearOf(document.issued_on)),
  documentDate: document.issued_on,
});

/**
 * Names apart by ";" or lines: of the draft, else of the office, else as typed: a unit that is new. Commas stand inside
 * names.
 */
const parseUnits = (text: string, { units, draftUnits }: Around): string[] => {
  const draft = new Map(
    draftUnits.flatMap((unit) =>
      [unit.name, unit.short, ...unit.aliases].flatMap((spelling) =>
        spelling === null ? [] : [[foldVietnamese(spelling), unit.name] as const],
      ),
    ),
  );
  const names = linesOf(text).map((spelling) => {
    const match = matchUnit(spelling, units);
    return (
      draft.get(foldVietnamese(spelling)) ??
      (match.kind === "found" ? match.unit.name : spelling.slice(0, 200))
    );
  });
  return [...new Set(names)];
};
