import { type Generator, portOf } from "./child-process.ts";
import { type LoadOrder, type LoadReport, medianOf } from "./load-order.ts";
import type { LoadSize } from "./load-size.ts";
import type { Figure } from "./load-table.ts";
import { idOf, taskNumber, tokenOf, unitNumber } from "./seeded-ids.ts";

export type Sides = { readonly ours: string; readonly least: string; readonly generator: Generator };

const CONNECTIONS = 16;
const WARM_SECONDS = 2;

/** Ours and the least program in turn, so that whatever else the machine does falls on both. */
const alternate = async (
  { seconds, rounds }: LoadSize,
  generator: Generator,
  ours: LoadOrder,
  least: LoadOrder,
): Promise<{ readonly ours: readonly LoadReport[]; readonly least: readonly LoadReport[] }> => {
  let first = 0;
  const next = async (order: LoadOrder, length: number): Promise<LoadReport> => {
    const report = await generator.run({ ...order, seconds: length, firstNumber: first });
    first += 1_000_000;
    if (report.errors > 0) throw new Error(`${order.path}: ${report.errors} errors, ${report.wrong}`);
    return report;
  };
  const reports = { ours: [] as LoadReport[], least: [] as LoadReport[] };
  await next(ours, WARM_SECONDS);
  await next(least, WARM_SECONDS);
  for (let round = 0; round < rounds; round += 1) {
    reports.ours.push(await next(ours, seconds));
    reports.least.push(await next(least, seconds));
  }
  return reports;
};

const figureOf = (
  name: string,
  bound: number,
  { ours, least }: { readonly ours: readonly LoadReport[]; readonly least: readonly LoadReport[] },
): Figure => {
  const speed = (reports: readonly LoadReport[]): number =>
    medianOf(reports.map(({ perSecond }) => perSecond));
  const slow = (reports: readonly LoadReport[]): number => medianOf(reports.map(({ p99 }) => p99));
  return {
    name,
    value: speed(ours) / speed(least),
    unit: "of the least program",
    bound,
    within: "at least",
    made:
      `ours ${speed(ours).toFixed(0)}/s (p99 ${slow(ours).toFixed(0)} ms), ` +
      `least ${speed(least).toFixed(0)}/s (p99 ${slow(least).toFixed(0)} ms)`,
  };
};

const offices = (size: LoadSize): readonly number[] =>
  Array.from({ length: size.offices }, (_, office) => office);

const bare = { connections: CONNECTIONS, perSecond: null, seconds: 0, firstNumber: 0 } as const;

/** A page of fifty with computed status. */
export const taskPageRow = async (size: LoadSize, { ours, least, generator }: Sides): Promise<Figure> => {
  const choices = offices(size).map((office) => ({ office: idOf("office", office), token: tokenOf(office) }));
  const order = { ...bare, method: "GET", body: null, choices, expects: 200 } as const;
  const reports = await alternate(
    size,
    generator,
    { ...order, port: portOf(ours), path: "/api/v1/tasks", headers: { authorization: "Bearer {token}" } },
    { ...order, port: portOf(least), path: "/tasks", headers: { office: "{office}" } },
  );
  return figureOf("GET /api/v1/tasks, 50 rows", 0.6, reports);
};

/** The head of each unit on each task that it leads; no two notes with the same words. */
const noteChoices = (size: LoadSize) =>
  offices(size).flatMap((office) =>
    Array.from({ length: size.tasks }, (_, task) => ({ task, unit: task % size.units })).map(
      ({ task, unit }) => ({
        office: idOf("office", office),
        token: tokenOf(office),
        unit: idOf("unit", unitNumber(office, unit)),
        appointment: idOf("appointment", unitNumber(office, unit)),
        task: idOf("task", taskNumber(office, 0, task)),
      }),
    ),
  );

export const noteOrder = (size: LoadSize, ours: string): LoadOrder => ({
  ...bare,
  method: "POST",
  choices: noteChoices(size),
  expects: 201,
  port: portOf(ours),
  path: "/api/v1/progress-updates",
  headers: {
    authorization: "Bearer {token}",
    "acting-appointment": "{appointment}",
    "content-type": "application/json",
  },
  body: '{"task_id":"{task}","text":"Đang triển khai bước {n}, đạt 40%"}',
});

export const noteRow = async (size: LoadSize, { ours, least, generator }: Sides): Promise<Figure> => {
  const order = noteOrder(size, ours);
  const headers = {
    office: "{office}",
    task: "{task}",
    unit: "{unit}",
    appointment: "{appointment}",
    "content-type": "application/json",
  };
  const reports = await alternate(size, generator, order, {
    ...order,
    port: portOf(least),
    path: "/notes",
    headers,
  });
  return figureOf("POST /api/v1/progress-updates", 0.4, reports);
};
