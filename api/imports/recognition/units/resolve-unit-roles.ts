import type { UnitCell } from "./unit-lexicon.ts";

type Side = {
  readonly units: readonly string[];
  readonly roles: UnitCell["roles"];
  readonly confidence: number;
};

export type ResolvedRoles = { readonly leading: Side; readonly helping: Side };

const HELPS = /phối hợp|kết hợp|tham gia|hỗ trợ/iu;
const LEADS = /chủ trì|đầu mối|chịu trách nhiệm chính/iu;
/** The column says one thing and the cell's words another: a person decides. */
const CONTRADICTED = 0.75;

/**
 * A unit of which the lead cell says that it coordinates ("đề nghị … phối hợp") stands with those who do, and one of
 * which the coordinating cell says that it leads stands with the leads. A cell is never emptied: then its column holds.
 */
export const resolveUnitRoles = (leading: Side, helping: Side): ResolvedRoles => {
  const down = said(leading, HELPS, LEADS);
  const leadsThere = said(helping, LEADS, HELPS);
  const up = leading.units.length > 0 && sharesOut(helping) ? [] : leadsThere;
  const moved = down.length > 0 || up.length > 0;
  if (!moved && leadsThere.length > 0)
    return { leading, helping: { ...helping, confidence: Math.min(CONTRADICTED, helping.confidence) } };
  if (!moved) return { leading, helping };
  const leads = down.length < leading.units.length ? down : [];
  const helps = up.length < helping.units.length ? up : [];
  const confidence = (side: Side): number => Math.min(CONTRADICTED, side.confidence);
  const leadUnits = unique([...without(leading.units, leads), ...helps]);
  return {
    leading: {
      units: leadUnits,
      roles: leading.roles.filter(({ unit }) => !leads.includes(unit)),
      confidence: confidence(leading),
    },
    helping: {
      units: unique([...without(helping.units, helps), ...leads]).filter((unit) => !leadUnits.includes(unit)),
      roles: [
        ...helping.roles.filter(({ unit }) => !helps.includes(unit)),
        ...leading.roles.filter(({ unit }) => leads.includes(unit)),
      ],
      confidence: confidence(helping),
    },
  };
};

/** "Ban A chủ trì nội dung; Đoàn B phối hợp tổ chức": the cell says who does which part of the coordinating. */
const sharesOut = ({ units, roles }: Side): boolean =>
  units.length > 1 &&
  roles.length === units.length &&
  roles.some(({ role }) => HELPS.test(role)) &&
  roles.every(
    ({ role }) => HELPS.test(role) || /(?:chủ trì|đầu mối)\s+(?!thực hiện|triển khai)\p{L}/iu.test(role),
  );

const said = ({ roles }: Side, one: RegExp, other: RegExp): readonly string[] =>
  roles.filter(({ role }) => one.test(role) && !other.test(role)).map(({ unit }) => unit);

const without = (units: readonly string[], gone: readonly string[]): readonly string[] =>
  units.filter((unit) => !gone.includes(unit));

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
