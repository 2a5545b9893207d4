/** Ids that the seeding statements and the load both compute, so that nothing has to be read back. */
export const KINDS = {
  office: 1,
  unit: 2,
  member: 3,
  appointment: 4,
  link: 5,
  document: 6,
  catalogue: 7,
  section: 8,
  task: 9,
  assignment: 10,
  group: 11,
  round: 12,
  reporter: 13,
  note: 14,
  key: 15,
  claim: 16,
} as const;
export type Kind = keyof typeof KINDS;

/** The same in SQL: the kind's number, then the row's. */
export const idSql = (kind: Kind, number: string): string =>
  `('${KINDS[kind].toString(16).padStart(8, "0")}-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;

export const idOf = (kind: Kind, number: number): string =>
  `${KINDS[kind].toString(16).padStart(8, "0")}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** Room for each office's units, and for each year's tasks. */
export const unitNumber = (office: number, unit: number): number => office * 64 + unit;
export const UNIT = "o * 64 + u";
export const taskNumber = (office: number, year: number, task: number): number =>
  (office * 4 + year) * 1024 + task;
export const TASK = "(o * 4 + y) * 1024 + t";
export const YEARLY = "o * 4 + y";

export const tokenOf = (office: number): string => `dondoc_bench_of_office_${office}`;
export const chatKeyOf = (office: number, unit: number): string =>
  String(1_000_000 + unitNumber(office, unit));
export const BOT_ID = "100200300";
export const BOT_TOKEN = `${BOT_ID}:BENCH-token_of-dondoc`;
export const WEBHOOK_SECRET = "bench-secret-of-the-webhook";
