import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsCompletion, understoodNoteSchema } from "../../api/progress/note.ts";
import { NOTE_VOCABULARY } from "../../api/progress/note-vocabulary.ts";
import { normaliseTaskNumber, splitNotes } from "../../api/progress/split-notes.ts";
import { understandNote } from "../../api/progress/understand-note.ts";
import { addDays, localDate } from "../../api/shared/local-date.ts";
import {
  foldMatches,
  foldVietnamese,
  foldWithOffsets,
  tidyText,
} from "../../api/shared/normalise-vietnamese.ts";

const vocabulary = Object.values(NOTE_VOCABULARY).flat();
/** Half of it what people write, half of it anything. */
const words = fc.oneof(
  fc.constantFrom(...vocabulary),
  fc.constantFrom(
    "20/3",
    "31/02",
    "ngày 25/9",
    "100%",
    "80 %",
    "45/60 hộ",
    "12/KH-UBND",
    "2.4",
    "3.5.a",
    ",",
    ".",
    "\n",
    "(",
    ")",
    ";",
    "?",
    "2",
    "3 hội nghị",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const text = fc.oneof(
  fc.array(words, { maxLength: 14 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "binary", maxLength: 80 }),
);
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(localDate("2020-01-01"), days));

describe("laws of notes", () => {
  test("any text is understood as something storable, and no completion lies ahead", () => {
    fc.assert(
      fc.property(text, day, (typed, today) => {
        const note = understandNote(typed, { today });
        expect(understoodNoteSchema.parse(JSON.parse(JSON.stringify(note)))).toEqual(note);
        if (note.completedOn !== null) {
          expect(note.completedOn <= today).toBe(true);
          expect(note.state).toBe("completed");
          expect(note.dateProblem).toBeNull();
        }
        if (note.percent !== null) expect(note.percent >= 0 && note.percent <= 100).toBe(true);
        if (note.percent === 100) expect(note.state).toBe("completed");
        if (note.state === "completed") expect(note.percent === null || note.percent === 100).toBe(true);
        if (note.documentReference?.issuedOn != null)
          expect(note.documentReference.issuedOn <= today).toBe(true);
        if (claimsCompletion(note)) expect(note.state).toBe("completed");
      }),
      { numRuns: 600 },
    );
  });

  test("the words are kept as typed, tidied", () => {
    fc.assert(
      fc.property(text, day, (typed, today) => {
        const handed = understandNote(typed, { today, taskNumber: null });
        expect(handed.text).toBe(tidyText(typed));
        expect(tidyText(typed).endsWith(understandNote(typed, { today }).text)).toBe(true);
        for (const { text: quoted } of handed.figures) expect(handed.text).toContain(quoted);
        expect(handed.text).toContain(handed.difficulty ?? "");
      }),
    );
  });

  test("composed or decomposed, a note reads alike", () => {
    fc.assert(
      fc.property(text, day, (typed, today) => {
        expect(understandNote(typed.normalize("NFD"), { today })).toEqual(
          understandNote(typed.normalize("NFC"), { today }),
        );
      }),
    );
  });

  test("“chưa” in front takes any claim of completion back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NOTE_VOCABULARY.completion), day, (claim, today) => {
        expect(understandNote(`chưa ${claim}`, { today }).state).not.toBe("completed");
        expect(understandNote(`chua ${foldVietnamese(claim)}`, { today }).state).not.toBe("completed");
      }),
    );
  });

  test("folding and tidying twice is doing it once; both forms fold alike", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (typed) => {
        const folded = foldVietnamese(typed);
        expect(foldVietnamese(folded)).toBe(folded);
        expect(foldVietnamese(typed.normalize("NFD"))).toBe(foldVietnamese(typed.normalize("NFC")));
        expect(tidyText(tidyText(typed))).toBe(tidyText(typed));
        const { folded: placed, offsets } = foldWithOffsets(typed);
        expect(offsets).toHaveLength(placed.length + 1);
        expect(offsets.every((place, at) => at === 0 || place >= (offsets[at - 1] ?? 0))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("a text is found by each of its own words", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 }), (phrases) => {
        expect(foldMatches(phrases.join(" "), phrases.toReversed().join(" "))).toBe(true);
      }),
    );
  });

  test("splitting loses no line and numbers come out in their own form", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { lines } = splitNotes(typed);
        expect(lines.length).toBeGreaterThan(0);
        for (const { number, text: said } of lines) {
          if (number !== null) expect(normaliseTaskNumber(number)).toBe(number);
          expect(said).toBe(tidyText(said));
        }
      }),
    );
  });
});
