import { describe, expect, test } from "vitest";
import { policySchema } from "../../../api/organizations/organization.ts";
import { localTime } from "../../../api/shared/local-date.ts";
import {
  at,
  CULTURE,
  day,
  decide,
  ECONOMY,
  FRONT,
  lead,
  office,
  person,
  post,
  progress,
  recorded,
  round,
  task,
  told,
  untold,
} from "./planning-story.ts";

/** 2.4 is due Wednesday 30/09/2026: rungs 16, 23, 25, 29 and 30/09, then 01, 05, 07/10, then weekly from 14/10. */
describe("a task's ladder", () => {
  test.each([
    ["2026-09-15", []],
    ["2026-09-16", ["head: 2.4 -10 due_soon"]],
    ["2026-09-30", ["head: 2.4 0 last_working_day"]],
    ["2026-10-01", ["head: 2.4 +1 overdue"]],
    ["2026-10-05", ["consolidator: 2.4 +3 escalated", "head: 2.4 +3 overdue"]],
    [
      "2026-10-14",
      ["consolidator: 2.4 +5w1 escalated", "head: 2.4 +5w1 overdue", "leader: 2.4 +5w1 escalated"],
    ],
  ])("on %s tells %j", (date, expected) => {
    expect(told(decide(office(), date))).toEqual(expected);
  });

  test("the leader in charge hears on the fifth day, the head said again nothing", () => {
    const before = decide(office(), "2026-10-05");
    const later = decide(office(), "2026-10-07", recorded(before, "2026-10-05"));
    expect(told(later)).toEqual(["leader: 2.4 +5 escalated"]);
  });

  test("after a night or a month of outage: the latest rung once, the missed ones recorded as superseded", () => {
    const decisions = decide(office(), "2026-09-30");
    expect(told(decisions)).toEqual(["head: 2.4 0 last_working_day"]);
    expect(untold(decisions)).toEqual([
      "head: 2.4 -1 superseded",
      "head: 2.4 -10 superseded",
      "head: 2.4 -3 superseded",
      "head: 2.4 -5 superseded",
      "head: assignment unacknowledged acknowledged",
    ]);
    const month = decide(office(), "2026-10-30");
    expect(told(month).filter((line) => line.startsWith("head"))).toEqual(["head: 2.4 +5w3 overdue"]);
  });

  test("is remembered by its due date: an extension begins a new ladder", () => {
    const said = recorded(decide(office(), "2026-09-30"), "2026-09-30");
    const extended = office({ tasks: [task("2.4", "2026-10-15")] });
    expect(told(decide(extended, "2026-10-01", said))).toEqual(["head: 2.4 -10 due_soon"]);
  });

  test("a claim stops it, a mere note does not, a returned claim brings it back", () => {
    const claim = (state: "waiting" | "confirmed") =>
      office({ progress: [progress("task-2.4", { claim: { state, claimedOn: day("2026-09-20") } })] });
    for (const [state, reason] of [
      ["waiting", "claimed"],
      ["confirmed", "confirmed"],
    ] as const) {
      const decisions = decide(claim(state), "2026-09-30");
      expect(told(decisions)).toEqual([]);
      expect(untold(decisions)).toContain(`head: 2.4 0 ${reason}`);
    }
    const noted = office({ progress: [progress("task-2.4", { notedOn: [day("2026-09-20")] })] });
    expect(told(decide(noted, "2026-09-30"))).toEqual(["head: 2.4 0 last_working_day"]);

    const said = recorded(decide(claim("waiting"), "2026-09-30"), "2026-09-30");
    expect(told(decide(office(), at("2026-09-30", "10:00"), said))).toEqual(["head: 2.4 0 last_working_day"]);
  });

  test("the weekly repeats of what is finished leave no word in the ledger", () => {
    const done = office({
      progress: [progress("task-2.4", { claim: { state: "confirmed", claimedOn: day("2026-10-02") } })],
    });
    expect(untold(decide(done, "2026-11-25")).filter((line) => line.includes("w"))).toEqual([
      "head: assignment unacknowledged acknowledged",
    ]);
  });

  test("headings, withdrawn tasks, frames without a ladder and invited bodies have none", () => {
    const tasks = [
      task("3.5", "2026-09-30", { isHeading: true }),
      task("3.6", "2026-09-30", { withdrawn: true }),
      task("4.1", "2026-12-31", { hasLadder: false }),
      task("1.1", null),
      task("1.2", "2026-09-30", { assignments: [lead(FRONT)] }),
      task("1.3", "2026-09-30", { assignments: [lead("unknown")] }),
    ];
    expect(told(decide(office({ tasks }), "2026-09-30"))).toEqual([]);
  });

  test("a closed catalogue reminds of nothing, nor does one that has not begun", () => {
    const [catalogue] = office().catalogues;
    if (catalogue === undefined) throw new Error("no catalogue");
    for (const scope of [{ scopeEndOn: day("2026-09-29") }, { scopeStartOn: day("2026-10-01") }]) {
      expect(told(decide(office({ catalogues: [{ ...catalogue, ...scope }] }), "2026-09-30"))).toEqual([]);
    }
  });
});

describe("the hour", () => {
  test("not before the digest, not in the evening, not on a day off: it stays for the morning", () => {
    for (const moment of [at("2026-09-30", "07:29"), at("2026-09-30", "17:01"), at("2026-10-03", "09:00")])
      expect(decide(office(), moment)).toMatchObject({ nudges: [], skips: [] });
    expect(told(decide(office(), at("2026-09-30", "17:00")))).toHaveLength(1);
    expect(told(decide(office(), "2026-10-05")).filter((line) => line.startsWith("head"))).toEqual([
      "head: 2.4 +3 overdue",
    ]);
  });

  test("is each person's own; whoever sets the evening means it", () => {
    const late = office({ members: [person("head", { digestAt: localTime("09:00") })] });
    expect(told(decide(late, at("2026-09-30", "08:59")))).toEqual([]);
    const { nudges } = decide(late, at("2026-09-30", "09:00"));
    expect(nudges[0]?.plannedFor.toISOString()).toBe("2026-09-30T02:00:00.000Z");
    const evening = office({ members: [person("head", { digestAt: localTime("19:00") })] });
    expect(told(decide(evening, at("2026-09-30", "18:59")))).toEqual([]);
    expect(told(decide(evening, at("2026-09-30", "19:30")))).toHaveLength(1);
  });

  test("one digest a person a day: what comes up later waits for the next morning", () => {
    const said = recorded(decide(office(), "2026-09-30"), "2026-09-30");
    const more = office({ tasks: [task("2.4", "2026-09-30"), task("2.5", "2026-09-30")] });
    expect(told(decide(more, at("2026-09-30", "10:00"), said))).toEqual([]);
    expect(told(decide(more, "2026-10-01", said))).toEqual(["head: 2.4 +1 overdue", "head: 2.5 +1 overdue"]);
  });
});

describe("going live on Monday 07/09 with five overdue tasks", () => {
  const overdue = ["1.2", "3.5.a", "3.5.b", "2.4", "4.7"];
  const dues = ["2026-02-14", "2026-02-14", "2026-02-27", "2026-03-31", "2026-08-31"];
  const tasks = overdue.map((number, at) => task(number, dues[at] ?? null));
  const live = office({ tasks, liveOn: day("2026-09-07") });

  test("the head is told of each once, and nobody else yet", () => {
    const decisions = decide(live, "2026-09-07");
    expect(told(decisions)).toEqual(
      overdue
        .toSorted((one, other) => one.localeCompare(other))
        .map((number) => `head: ${number} overdue-at-start overdue_at_start`),
    );
    expect(untold(decisions).filter((line) => line.includes(" 2.4 "))).toEqual(
      ["+1", "-1", "-10", "-3", "-5", "0"].map((rung) => `head: 2.4 ${rung} before_go_live`),
    );
  });

  test("it climbs from that day", () => {
    const said = recorded(decide(live, "2026-09-07"), "2026-09-07");
    expect(told(decide(live, "2026-09-08", said))).toEqual([]);
    expect(told(decide(live, "2026-09-10", said))).toHaveLength(10);
    expect(told(decide(live, "2026-09-14", said)).filter((line) => line.startsWith("leader"))).toHaveLength(
      5,
    );
  });

  test("a catalogue published later begins later; one from a clock ahead moves nothing", () => {
    const [catalogue] = live.catalogues;
    if (catalogue === undefined) throw new Error("no catalogue");
    const published = (on: string) => ({ ...live, catalogues: [{ ...catalogue, publishedOn: day(on) }] });
    expect(told(decide(published("2026-09-09"), "2026-09-09"))).toHaveLength(5);
    expect(untold(decide(published("2026-09-09"), "2026-09-09"))).toContain("head: 2.4 0 before_publication");
    expect(told(decide(published("2026-11-21"), "2026-09-07"))).toHaveLength(5);
  });

  test("before that nothing is planned", () => {
    expect(decide(office({ liveOn: null }), "2026-09-30")).toMatchObject({ nudges: [], skips: [] });
  });
});

describe("a round", () => {
  const led = [task("1.1", null), task("2.3", null)];
  const answered = led.map(({ id }) => progress(id, { notedOn: [day("2026-09-10")] }));
  const asked = (changes: Parameters<typeof office>[0] = {}) =>
    office({ tasks: led, rounds: [round("2026-09-14")], ...changes });

  test("is asked for on its last day with what is missing; all answered, it is quiet; a withdrawal brings it back", () => {
    const { nudges } = decide(
      asked({ progress: [...answered.slice(0, 1), progress("task-2.3")] }),
      "2026-09-14",
    );
    expect(nudges.map(({ subject, rung }) => [subject.label, rung, subject.missing])).toEqual([
      ["lần 1", "0", ["2.3"]],
    ]);
    const quiet = decide(asked({ progress: answered }), "2026-09-14");
    expect(told(quiet)).toEqual([]);
    expect(untold(quiet)).toContain("head: lần 1 0 all_items_met");
    expect(told(decide(asked(), "2026-09-14", recorded(quiet, "2026-09-14")))).toEqual([
      "head: lần 1 0 last_working_day",
    ]);
  });

  test("undated, closed, excluded or owed by others: nothing", () => {
    for (const changes of [
      { dueOn: null },
      { closedOn: day("2026-09-12") },
      { excludedUnitIds: new Set([CULTURE]) },
      { reporters: [{ unitId: ECONOMY, groupId: null }] },
    ])
      expect(told(decide(asked({ rounds: [{ ...round("2026-09-14"), ...changes }] }), "2026-09-14"))).toEqual(
        [],
      );
  });
});

describe("an assignment that nobody acknowledged", () => {
  const unseen = (members = [person("head", { reachableSince: day("2026-09-07") })]) =>
    office({ tasks: [task("1.1", null), task("1.3", null)], progress: [progress("task-1.3")], members });

  test("gets a word two working days after the head could see it, once", () => {
    expect(told(decide(unseen(), "2026-09-08"))).toEqual([]);
    const decisions = decide(unseen(), "2026-09-09");
    expect(told(decisions)).toEqual(["head: assignment unacknowledged unacknowledged"]);
    expect(decisions.nudges[0]?.subject.missing).toEqual(["1.1"]);
    expect(told(decide(unseen(), "2026-09-21", recorded(decisions, "2026-09-09")))).toEqual([]);
  });

  test("a link from a clock ahead counts from the beginning; acknowledged meanwhile, it is recorded", () => {
    expect(
      told(decide(unseen([person("head", { reachableSince: day("2026-11-21") })]), "2026-09-09")),
    ).toHaveLength(1);
    const seen = office({ tasks: [task("1.1", null)] });
    expect(untold(decide(seen, "2026-09-09"))).toEqual(["head: assignment unacknowledged acknowledged"]);
  });
});

describe("who is told", () => {
  test("nobody linked: the post stands in the ledger; whoever is linked later is told what is still true, once", () => {
    const alone = office({ members: [] });
    const decisions = decide(alone, "2026-09-30");
    expect(told(decisions)).toEqual([]);
    expect(untold(decisions)).toContain(`post:head:${CULTURE}: 2.4 0 nobody_linked`);
    const said = recorded(decisions, "2026-09-30");
    const linked = office({ members: [person("head", { reachableSince: day("2026-09-30") })] });
    const then = decide(linked, at("2026-09-30", "10:00"), said);
    expect(told(then)).toEqual(["head: 2.4 0 last_working_day"]);
    expect(then.skips.filter(({ recipient }) => recipient.key === "head")).toEqual([]);
  });

  test("the deputy where no head can be reached, the focal officer beside whoever is told", () => {
    const members = [person("head", { reachableSince: null }), person("deputy"), person("focal")];
    const posts = [
      post("head", "head", CULTURE),
      post("deputy", "deputy", CULTURE),
      post("focal", "focal", CULTURE),
    ];
    expect(told(decide(office({ members, posts }), "2026-09-30")).map((line) => line.split(":")[0])).toEqual([
      "deputy",
      "focal",
    ]);
  });

  test("two posts, one row, for the post nearest to the work", () => {
    const posts = [
      post("head", "head", CULTURE),
      post("head", "consolidator", CULTURE),
      post("head", "leader", null),
    ];
    const { nudges } = decide(office({ posts }), "2026-10-05");
    expect(nudges.map(({ recipient, rung, reason }) => [recipient.role, rung, reason])).toEqual([
      ["head", "+3", "overdue"],
    ]);
  });

  test("without a consolidator, the head of the consolidating unit", () => {
    const tasks = [task("2.2", "2026-09-30", { assignments: [lead(ECONOMY)] })];
    const posts = [post("head", "head", CULTURE)];
    const { nudges, skips } = decide(office({ tasks, posts }), "2026-10-05");
    expect(nudges.map(({ recipient }) => `${recipient.key} ${recipient.role}`)).toEqual([
      "head consolidator",
    ]);
    expect(skips.map(({ recipient }) => recipient.key)).toContain(`post:head:${ECONOMY}`);
  });

  test("neither consolidator nor consolidating unit: the post is recorded", () => {
    const [catalogue] = office().catalogues;
    if (catalogue === undefined) throw new Error("no catalogue");
    const none = office({
      catalogues: [{ ...catalogue, consolidatingUnitId: null }],
      posts: [post("head", "head", CULTURE)],
    });
    expect(untold(decide(none, "2026-10-05"))).toContain("post:consolidator: 2.4 +3 nobody_linked");
  });

  test("the leader with the unit in charge, else those in charge of all that no one else is", () => {
    const members = [person("chair"), person("vice")];
    const posts = [post("chair", "leader", null), post("vice", "leader", null, [ECONOMY])];
    const tasks = [
      task("2.2", "2026-09-30", { assignments: [lead(ECONOMY)] }),
      task("2.4", "2026-09-30", { assignments: [lead(CULTURE)] }),
    ];
    const leaders = told(decide(office({ members, posts, tasks }), "2026-10-07"));
    expect(leaders).toEqual(["chair: 2.4 +5 escalated", "vice: 2.2 +5 escalated"]);
  });
});

test("a group lead: every member owes its own part", () => {
  const group = {
    id: "group",
    name: "Các phòng",
    confirmed: true,
    memberships: [CULTURE, ECONOMY].map((unitId) => ({ unitId, fromOn: day("2026-01-01"), toOn: null })),
  };
  const tasks = [
    task("1.2", "2026-09-30", { assignments: [{ ...lead(CULTURE), unitId: null, groupId: "group" }] }),
  ];
  const both = office({
    tasks,
    groups: [group],
    members: [person("head"), person("other")],
    posts: [post("head", "head", CULTURE), post("other", "head", ECONOMY)],
    progress: [progress("task-1.2", { claim: { state: "waiting", claimedOn: day("2026-09-01") } })],
  });
  expect(told(decide(both, "2026-09-30"))).toEqual([
    "other: 1.2 0 last_working_day",
    "other: assignment unacknowledged unacknowledged",
  ]);
  const unconfirmed = { ...both, groups: [{ ...group, confirmed: false }] };
  expect(decide(unconfirmed, "2026-09-30")).toMatchObject({ nudges: [], skips: [] });
});

test("an office that tells nobody twice a week sets its own ladder", () => {
  const own = policySchema.parse({
    rungsBefore: [2],
    rungsAfter: [],
    repeatDays: 30,
    repeatAudience: ["leader"],
  });
  expect(told(decide(office({ policy: own }), "2026-09-28"))).toEqual(["head: 2.4 -2 due_soon"]);
  expect(told(decide(office({ policy: own }), "2026-10-30"))).toContain("leader: 2.4 +0w1 escalated");
});
