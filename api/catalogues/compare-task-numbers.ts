type Part = { readonly number: number; readonly rest: string };

/** A part that is not there stands first, numbers before letters; "10a" counts as 10. */
const readPart = (part: string): Part => {
  const [, digits = "", rest = ""] = /^(\d*)([\s\S]*)$/.exec(part) ?? [];
  return { number: part === "" ? -1 : digits === "" ? Number.POSITIVE_INFINITY : Number(digits), rest };
};

/** By code units: two spellings that read alike are still two. */
const compareSpelling = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** "3.5.a" after "3.5", "4.10" after "4.9". A total order: 0 only for the same number. */
export const compareTaskNumbers = (left: string, right: string): number => {
  const [lefts, rights] = [left.split("."), right.split(".")];
  for (let place = 0; place < Math.max(lefts.length, rights.length); place += 1) {
    const [one, other] = [readPart(lefts[place] ?? ""), readPart(rights[place] ?? "")];
    if (one.number !== other.number) return one.number < other.number ? -1 : 1;
    const byLetters = one.rest.localeCompare(other.rest, "vi");
    if (byLetters !== 0) return byLetters;
  }
  return compareSpelling(left, right);
};
