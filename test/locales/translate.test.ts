import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MessageArguments } from "../../api/outbox/message.ts";
import {
  LOCALES,
  placedTranslatorFor,
  placedTranslatorFrom,
  type SentenceArguments,
  translate,
  translatorFor,
  translatorFrom,
} from "../../locales/translate.ts";

/** The words of `terms.ftl` are real, the sentences around them are the test's own. */
const sources = (sentence: string) => [
  `said = ${sentence}`,
  ...Array.from({ length: 7 }, (_, index) => `weekday-${index + 1} = thứ ${index + 2}`),
  "month-name = { NUMBER($month, minimumIntegerDigits: 2) }",
  "date-day = { $weekday } { date-date }",
  "date-shortday = { $weekday } { $day }/{ month-name }",
  "date-date = { NUMBER($day, minimumIntegerDigits: 2) }/{ month-name }/{ $year }",
  "date-month = { $month }/{ $year }",
  "role-head = đồng chí { $name }",
  "due = hạn { SHORTDAY($due) }",
];
const saying = (sentence: string) => translatorFrom("vi", sources(sentence));
const said = (sentence: string, args?: SentenceArguments): string => saying(sentence)("said", args);

describe("dates", () => {
  const parts = (iso: string) => {
    const [year = "", month = "", day = ""] = iso.split("-");
    return { year, month: Number(month), day: Number(day) };
  };
  test.each([
    ["vi", "date-day", "thứ Hai 14/09/2026"],
    ["vi", "date-shortday", "thứ Hai 14/09"],
    ["vi", "date-date", "14/09/2026"],
    ["vi", "date-month", "9/2026"],
    ["en", "date-day", "Mon 14 Sep 2026"],
    ["en", "date-shortday", "Mon 14 Sep"],
    ["en", "date-date", "14 Sep 2026"],
    ["en", "date-month", "Sep 2026"],
  ] as const)("%s %s: %s", (locale, form, expected) => {
    expect(translate(locale, form, { ...parts("2026-09-14"), weekday: { term: "weekday-1" } })).toBe(
      expected,
    );
  });

  test("the weekday comes from the calendar, the month and the day keep their zero", () => {
    const due = { date: "2026-02-13" };
    expect(said("{ DAY($due) }", { due })).toBe("thứ 6 13/02/2026");
    expect(said("{ SHORTDAY($due) }", { due: { date: "2026-03-01" } })).toBe("thứ 8 1/03");
    expect(said("hạn { DATE($due) }", { due })).toBe("hạn 13/02/2026");
    expect(said("tháng { MONTH($due) }", { due })).toBe("tháng 2/2026");
    expect(said("{ $due }", { due })).toBe("13/02/2026");
  });

  test("at the start of a line the weekday is capitalised", () => {
    expect(said("{ DAY($due, cap: 1) }", { due: { date: "2026-09-14" } })).toBe("Thứ 2 14/09/2026");
    expect(said("{ CAP(DAY($due)) }", { due: { date: "2026-09-14" } })).toBe("Thứ 2 14/09/2026");
  });

  test("a day that the calendar does not have is a bug", () => {
    expect(() => said("{ DAY($due) }", { due: { date: "2026-02-30" } })).toThrow();
    expect(() => said("{ DAY($due) }", { due: "2026-02-28" })).toThrow("said");
  });

  test("left and late in words", () => {
    expect([0, 1, 5].map((days) => translate("vi", "days-left", { days }))).toEqual([
      "hôm nay là ngày cuối",
      "còn 1 ngày làm việc",
      "còn 5 ngày làm việc",
    ]);
    expect(translate("vi", "days-late", { days: 3 })).toBe("quá 3 ngày làm việc");
    expect([0, 1, 5].map((days) => translate("en", "days-left", { days }))).toEqual([
      "today is the last day",
      "1 working day left",
      "5 working days left",
    ]);
  });
});

describe("where due dates stand", () => {
  const placed = (sentence: string, args?: SentenceArguments) => {
    const { text, dates } = placedTranslatorFrom("vi", sources(sentence))("said", args);
    return [text, ...dates.map(({ offset, length, date }) => [text.slice(offset, offset + length), date])];
  };
  const due = { date: "2026-02-13", due: true } as const;
  const plain = { date: "2026-02-13" };

  test("as each form writes them; other dates and months are none", () => {
    expect(placed("Hạn: { DAY($due) }.", { due })).toEqual([
      "Hạn: thứ 6 13/02/2026.",
      ["thứ 6 13/02/2026", "2026-02-13"],
    ]);
    expect(placed("{ SHORTDAY($due) }, { DATE($due) }, { $due }", { due }).slice(1)).toEqual([
      ["thứ 6 13/02", "2026-02-13"],
      ["13/02/2026", "2026-02-13"],
      ["13/02/2026", "2026-02-13"],
    ]);
    expect(placed("tháng { MONTH($due) }", { due })).toEqual(["tháng 2/2026"]);
    expect(placed("ghi gần nhất { DAY($on) }", { on: plain })).toEqual(["ghi gần nhất thứ 6 13/02/2026"]);
  });

  test("in terms, in lists, one within the other", () => {
    const term = { term: "due", args: { due } };
    const later = { date: "2026-03-01", due: true } as const;
    expect(placed("🎉 { $list }!", { list: { list: ["a", term, plain, { list: [later] }] } })).toEqual([
      "🎉 a, hạn thứ 6 13/02, 13/02/2026, 01/03/2026!",
      ["thứ 6 13/02", "2026-02-13"],
      ["01/03/2026", "2026-03-01"],
    ]);
  });

  test("a capital letter at the start of a line is the date's own", () => {
    for (const sentence of ["{ CAP(DAY($due)) } là hạn", "{ DAY($due, cap: 1) } là hạn"])
      expect(placed(sentence, { due })).toEqual([
        "Thứ 6 13/02/2026 là hạn",
        ["Thứ 6 13/02/2026", "2026-02-13"],
      ]);
    expect(placed("{ CAP($term) }", { term: { term: "due", args: { due } } })).toEqual([
      "Hạn thứ 6 13/02",
      ["thứ 6 13/02", "2026-02-13"],
    ]);
  });

  const HOSTILE = [
    "\uE000",
    "\uE000[2026-09-14]hôm nay\uE000;",
    "\uE000;",
    "\uE000\uE000[2026-09-14]",
    "[2026-09-14]",
    "]\uE000",
  ];
  test.each(HOSTILE)("people cannot make a date of their own: %j", (words) => {
    expect(placed("{ $words }{ DAY($due) }{ $words }", { words, due })).toEqual([
      `${words}thứ 6 13/02/2026${words}`,
      ["thứ 6 13/02/2026", "2026-02-13"],
    ]);
    expect(placed("{ CAP($words) } { $list }", { words, list: { list: [words, due] } })).toEqual([
      `${words} ${words}, 13/02/2026`,
      ["13/02/2026", "2026-02-13"],
    ]);
    expect(said("“{ $words }”", { words })).toBe(`“${words}”`);
  });

  test("whatever is said around it, the place holds the date and nothing else", () => {
    const speak = placedTranslatorFrom("vi", sources("{ $before }{ DAY($due) }{ $term }"));
    const pieces = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom("\uE000", "[", "]", ";", "2026-09-14", "\uD800"), { maxLength: 12 })
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(pieces, pieces, (before, name) => {
        const { text, dates } = speak("said", { before, due, term: { term: "role-head", args: { name } } });
        expect(text).toBe(`${before}thứ 6 13/02/2026đồng chí ${name}`);
        expect(dates).toEqual([{ offset: before.length, length: 16, date: "2026-02-13" }]);
      }),
    );
  });

  test("a sentence of the house that holds the sign stops the start", () => {
    expect(() => translatorFrom("vi", ["a = \uE000;"])).toThrow("a sign of no script");
  });

  test("in both languages, the text is that of the plain translation", () => {
    for (const locale of LOCALES) {
      const args = { due, left: { term: "days-left", args: { days: 5 } } };
      const { text, dates } = placedTranslatorFor(locale)("card-due", args);
      expect(text).toBe(translate(locale, "card-due", args));
      expect(dates.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
        locale === "vi" ? "thứ Sáu 13/02/2026" : "Fri 13 Feb 2026",
      ]);
    }
  });
});

describe("arguments", () => {
  test("numbers are written as the language writes them", () => {
    expect(said("{ $n } { $part }", { n: 1250, part: 45.5 })).toBe("1.250 45,5");
    expect(translate("en", "refusal-note-too-long", { max: 1250 })).toContain("1,250");
  });

  test("terms are said in the same language, lists with its comma", () => {
    const list = [{ term: "role-head", args: { name: "A" } }, "2.4", 1250, { date: "2026-09-14" }];
    expect(said("{ $list }", { list: { list } })).toBe("đồng chí A, 2.4, 1.250, 14/09/2026");
    expect(said("{ CAP($who) }.", { who: { term: "role-head", args: { name: "A" } } })).toBe("Đồng chí A.");
    expect(said("[{ $list }]", { list: { list: [] } })).toBe("[]");
  });

  test.each([
    "{$x} { DAY($due) } {-term} }{",
    "🎉👩‍💼 đã xong 🇻🇳",
    "שלום \u202e txet",
    "  hai đầu có dấu cách  ",
    "-term = x\nsaid = khác",
    "a\u0302 (chữ chưa ghép)",
  ])("people's words stand as typed: %j", (words) => {
    expect(said("“{ $words }”", { words })).toBe(`“${words}”`);
    expect(translate("vi", "refusal-task-not-found", { number: words })).toContain(` ${words}.`);
  });

  test("any words at all stand as typed, byte for byte", () => {
    const speak = saying("a{ $words }b");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary-ascii" })), (words) => {
        expect(speak("said", { words })).toBe(`a${words}b`);
        expect(speak("said", { words: { list: [words, words] } })).toBe(`a${words}, ${words}b`);
      }),
    );
  });

  test("are those of the application's messages", () => {
    const args: MessageArguments = { number: { list: ["2.4", { term: "status-done-late" }] } };
    expect(translate("vi", "refusal-task-not-found", args)).toContain("2.4, hoàn thành quá hạn");
  });
});

describe("bugs are not said to people", () => {
  test("a sentence, an argument or a term that is missing", () => {
    expect(() => translate("vi", "no-such-sentence")).toThrow("no-such-sentence");
    expect(() => translate("vi", "toString")).toThrow();
    expect(() => translate("vi", "refusal-task-not-found")).toThrow("$number");
    expect(() => said("{ $who }", { who: { term: "role-nobody" } })).toThrow("role-nobody");
  });

  test("the error holds no words of people", () => {
    const tell = () => said("{ NUMBER($words) }", { words: "bí mật" });
    expect(tell).toThrow("said");
    expect(tell).not.toThrow("bí mật");
  });

  test.each([
    "said = { $x",
    "said = a }",
    "đơn-vị = a",
    "said",
    "\tsaid = a",
    "said = { $n ->\n    [one] a\n}",
  ])("a file that Fluent would drop in silence stops the start: %j", (source) => {
    expect(() => translatorFrom("vi", [source])).toThrow("cannot read");
  });

  test("two sentences with one key", () => {
    expect(() => translatorFrom("vi", ["a = 1", "a = 2"])).toThrow();
  });
});

test("files are read once a language", () => {
  for (const locale of LOCALES) expect(translatorFor(locale)).toBe(translatorFor(locale));
});
