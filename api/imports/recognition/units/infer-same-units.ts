import { measureSlip } from "./measure-slip.ts";
import type { UnitCluster, UnitSighting } from "./unit-sighting.ts";

const OFFICES: readonly string[] = [
  "van phong hoi dong nhan dan uy ban nhan dan",
  "van phong uy ban nhan dan",
  "van phong thong ke",
];
const BARE_OFFICE = "van phong";

/** Kinds of which an office has one of each name, so that a shorter name is the longer one cut. */
const isOneOfAKind = (sighting: UnitSighting | undefined): boolean =>
  sighting !== undefined &&
  sighting.group === null &&
  (sighting.kind === "department" || sighting.kind === "service_unit") &&
  !/^(truong|tram|nha|to|doi|ban quan ly cho)\b/.test(sighting.key);

/** Comparing each with each is for a real document, which names some fifty. */
const MOST_CLUSTERS = 400;
const SHORTEST_SLIP = 10;

/** A name read once, with a letter or two unlike a name that is sure or read more often. */
const isSlipOf = (key: string, sightings: readonly UnitSighting[], other: UnitCluster): boolean => {
  const [first] = sightings;
  const surest = Math.max(...sightings.slice(0, 50).map(({ certainty }) => certainty));
  if (first === undefined || first.group !== null || other.sightings[0]?.group !== null) return false;
  if (key === other.key || key.length < SHORTEST_SLIP || /\d/.test(key) || surest >= SURE) return false;
  if (first.kind === "residential_group" || key.startsWith("truong ")) return false;
  const more =
    other.sightings.length > sightings.length || other.sightings.some((one) => one.certainty >= SURE);
  const allowed = key.length < 18 ? 1 : 2;
  return more && measureSlip(key, other.key, allowed) <= allowed;
};
const SURE = 0.93;

/** "UBND thành phố" where the document names one city only, also by the beginning of a name that a line cut off. */
const samePlaces = (clusters: readonly UnitCluster[]): readonly (readonly [string, string])[] => {
  const places = new Map<string, string[]>();
  for (const { key, sightings } of clusters) {
    const above = sightings[0]?.above ?? null;
    if (above !== null) places.set(above, [...(places.get(above) ?? []), key]);
  }
  return [...places].flatMap(([above, keys]) => {
    const named = keys.filter((key) => key !== above && !keys.some((one) => one.startsWith(`${key} `)));
    const [only, other] = named;
    if (only === undefined) return [];
    const cut = keys.filter((key) => key !== only && (key !== above || other === undefined));
    return cut.flatMap((key) => {
      const whole = key === above ? only : named.find((one) => one.startsWith(`${key} `));
      return whole === undefined ? [] : [[key, whole] as const];
    });
  });
};

/**
 * Which keys mean one unit although their words differ: "Văn phòng", "Văn phòng UBND" and "Văn phòng HĐND và UBND"
 * where there is only one office, and a name that is the beginning of exactly one other. The second is only
 * probable, so its keys are doubtful.
 */
export const inferSameUnits = (
  clusters: readonly UnitCluster[],
): {
  readonly clusters: readonly UnitCluster[];
  readonly sameAs: ReadonlyMap<string, string>;
  readonly doubtful: ReadonlySet<string>;
} => {
  const byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]));
  const sameAs = new Map<string, string>();
  const doubtful = new Set<string>();

  const office = OFFICES.find((key) => byKey.has(key));
  if (office !== undefined)
    for (const key of [...OFFICES, BARE_OFFICE])
      if (key !== office && byKey.has(key)) sameAs.set(key, office);

  for (const [key, other] of samePlaces(clusters)) sameAs.set(key, other);

  const few = clusters.length <= MOST_CLUSTERS;
  for (const { key, sightings } of few ? clusters : []) {
    const right = sameAs.has(key) ? undefined : clusters.find((other) => isSlipOf(key, sightings, other));
    if (right === undefined) continue;
    sameAs.set(key, right.key);
    doubtful.add(key);
  }
  for (const { key, sightings } of few ? clusters : []) {
    if (sameAs.has(key) || !isOneOfAKind(sightings[0])) continue;
    const longer = clusters.filter(
      (other) =>
        other.key.startsWith(`${key} `) && !sameAs.has(other.key) && isOneOfAKind(other.sightings[0]),
    );
    const [only, another] = longer;
    if (only === undefined || another !== undefined) continue;
    sameAs.set(key, only.key);
    doubtful.add(key);
  }

  const rootOf = (key: string): string => {
    const next = sameAs.get(key);
    return next === undefined ? key : rootOf(next);
  };
  const merged = new Map<string, UnitSighting[]>();
  for (const { key, sightings } of clusters) {
    const root = rootOf(key);
    merged.set(root, [...(merged.get(root) ?? []), ...sightings]);
  }
  return {
    clusters: [...merged].map(([key, sightings]) => ({ key, sightings })),
    sameAs: new Map([...sameAs].map(([key]) => [key, rootOf(key)])),
    doubtful,
  };
};
