import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import type { Role } from "../../../api/members/member.ts";
import { decideNudges } from "../../../api/nudges/decide-nudges.ts";
import { type Ledger, type LedgerRow, ledgerOf } from "../../../api/nudges/ledger.ts";
import type { Decisions } from "../../../api/nudges/nudge.ts";
import type { PlanningFacts, ProgressFacts, TaskFacts } from "../../../api/nudges/planning-facts.ts";
import { ledgerRow } from "../../../api/nudges/simulate-nudges.ts";
import { type Policy, policySchema } from "../../../api/organizations/organization.ts";
import type { ReportingRound } from "../../../api/reporting/reporting-round.ts";
import { type LocalDate, localDate, localTime } from "../../../api/shared/local-date.ts";

/** Facts of an office like Hải An, small enough to read, with what each story changes. */
export const ZONE = "Asia/Ho_Chi_Minh";
export const calendar = composeCalendar({ first: 2025, last: 2027 });
export const policy = policySchema.parse({});
export const day = localDate;

export const CULTURE = "culture";
export const ECONOMY = "economy";
export const FRONT = "front";

export const task = (number: string, dueOn: string | null, changes: Partial<TaskFacts> = {}): TaskFacts => ({
  id: `task-${number}`,
  catalogueId: "catalogue",
  number,
  shortTitle: `Việc ${number}`,
  isHeading: false,
  withdrawn: false,
  dueOn: dueOn === null ? null : day(dueOn),
  hasLadder: dueOn !== null,
  assignments: [lead(CULTURE)],
  ...changes,
});

export const lead = (unitId: string): TaskFacts["assignments"][number] => ({
  role: "lead",
  unitId,
  groupId: null,
  fromOn: day("2026-01-01"),
  toOn: null,
});

export const round = (dueOn: string | null, changes: Partial<ReportingRound> = {}): ReportingRound => ({
  id: "round-1",
  catalogueId: "catalogue",
  label: "lần 1",
  windowStartOn: day("2026-02-12"),
  dueOn: dueOn === null ? null : day(dueOn),
  closedOn: null,
  reporters: [],
  excludedUnitIds: new Set(),
  ...changes,
});

export const progress = (
  taskId: string,
  changes: Partial<ProgressFacts> = {},
  unitId: string = CULTURE,
): ProgressFacts => ({ taskId, unitId, notedOn: [], claim: null, acknowledged: true, ...changes });

export const person = (id: string, changes: Partial<PlanningFacts["members"][number]> = {}) => ({
  id,
  locale: "vi" as const,
  digestAt: null,
  reachableSince: day("2026-01-05"),
  ...changes,
});

export const post = (
  memberId: string,
  role: Role,
  unitId: string | null,
  chargeUnitIds: readonly string[] = [],
) => ({ memberId, role, unitId, toOn: null, chargeUnitIds });

/** Head, consolidator and leader are linked; every task is acknowledged, so that stories are of one thing. */
export const office = (
  changes: Partial<Omit<PlanningFacts, "organization">> & {
    readonly liveOn?: LocalDate | null;
    readonly policy?: Policy;
  } = {},
): PlanningFacts => {
  const { liveOn = day("2026-01-05"), policy: own = policy, ...facts } = changes;
  const tasks = facts.tasks ?? [task("2.4", "2026-09-30")];
  return {
    extent: "office",
    organization: { id: "office", timeZone: ZONE, policy: own, liveOn, lookAgainOn: null },
    catalogues: [
      {
        id: "catalogue",
        documentNumber: "673/QĐ-UBND",
        restricted: false,
        publishedOn: day("2026-01-02"),
        scopeStartOn: day("2026-01-01"),
        scopeEndOn: day("2026-12-31"),
        consolidatingUnitId: CULTURE,
      },
    ],
    units: [
      { id: CULTURE, name: "Phòng Văn hóa - Xã hội", kind: "department" },
      { id: ECONOMY, name: "Phòng Kinh tế", kind: "department" },
      { id: FRONT, name: "Ủy ban Mặt trận Tổ quốc", kind: "front" },
    ],
    groups: [],
    rounds: [],
    progress: tasks.flatMap(({ id, assignments }) =>
      assignments.flatMap(({ unitId }) => (unitId === null ? [] : [progress(id, {}, unitId)])),
    ),
    members: [person("head"), person("consolidator"), person("leader")],
    posts: [
      post("head", "head", CULTURE),
      post("consolidator", "consolidator", null),
      post("leader", "leader", null),
    ],
    ...facts,
    tasks,
  };
};

export const at = (date: string, time = "07:30"): Date => new Date(`${date}T${localTime(time)}:00+07:00`);

export const decide = (
  facts: PlanningFacts,
  when: string | Date,
  said: readonly LedgerRow[] | Ledger = [],
): Decisions =>
  decideNudges(
    facts,
    calendar,
    typeof when === "string" ? at(when) : when,
    Array.isArray(said) ? ledgerOf(said) : (said as Ledger),
  );

export const recorded = ({ nudges, skips }: Decisions, when: string | Date): readonly LedgerRow[] => {
  const now = typeof when === "string" ? at(when) : when;
  return [
    ...nudges.map((nudge) => ledgerRow(nudge, "queued", ZONE, now)),
    ...skips.map((skip) => ledgerRow(skip, "skipped", ZONE, now)),
  ];
};

/** "head: 2.4 +3 overdue", one line a decision. */
export const told = ({ nudges }: Decisions): readonly string[] => lines(nudges);
export const untold = ({ skips }: Decisions): readonly string[] => lines(skips);
const lines = (decisions: readonly (Decisions["nudges"] | Decisions["skips"])[number][]): readonly string[] =>
  decisions
    .map(
      ({ recipient, subject, rung, reason }) =>
        `${recipient.key}: ${subject.label || subject.kind} ${rung} ${reason}`,
    )
    .sort();
