/** One figure with what it is held to. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: number;
  readonly within: "at least" | "at most" | "under";
  /** What it was made of: "ours 310/s, least 520/s". */
  readonly made: string;
};

const holds = ({ value, bound, within }: Figure): boolean =>
  within === "at least" ? value >= bound : within === "at most" ? value <= bound : value < bound;

const round = (value: number): string => (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0));

/** A line on standard output for each figure, as soon as it is known. */
export const lineOf = (figure: Figure): string => {
  const { name, value, unit, bound, within, made } = figure;
  const shown = `${round(value)}${unit === "" ? "" : ` ${unit}`}`;
  return `${holds(figure) ? "good " : "short"}  ${name}: ${shown} (${within} ${round(bound)}); ${made}`;
};
