/** Mulberry32: small, and the same everywhere. Between 0 and 1. */
export const randomFrom = (seed: number): (() => number) => {
  let seedling = seed;
  return () => {
    seedling = (seedling + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seedling ^ (seedling >>> 15), 1 | seedling);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** So many of them, in their order; all where there are no more. */
export const someOf = <Item>(items: readonly Item[], most: number, random: () => number): readonly Item[] => {
  if (items.length <= most) return items;
  const drawn = items.map((item, place) => ({ item, place, draw: random() }));
  return drawn
    .toSorted((one, other) => one.draw - other.draw)
    .slice(0, most)
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
};
