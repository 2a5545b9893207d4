/** How much is seeded and how long each row is measured. `--quick` tries every row without proving anything. */
export type LoadSize = {
  readonly offices: number;
  readonly units: number;
  readonly tasks: number;
  readonly years: number;
  /** Of the planning of a morning. */
  readonly plannedOffices: number;
  readonly plannedUnits: number;
  readonly heads: number;
  readonly headSeconds: number;
  readonly seconds: number;
  readonly rounds: number;
};

export const FULL: LoadSize = {
  offices: 200,
  units: 8,
  tasks: 40,
  years: 3,
  plannedOffices: 3_300,
  plannedUnits: 40,
  heads: 1_000,
  headSeconds: 60,
  seconds: 6,
  rounds: 5,
};

export const QUICK: LoadSize = {
  ...FULL,
  offices: 20,
  plannedOffices: 100,
  heads: 100,
  headSeconds: 10,
  seconds: 2,
  rounds: 3,
};

/** A working morning, after everybody has been served. */
export const MORNING = new Date("2026-09-07T09:00:00+07:00");
export const YEAR = 2026;
