/** Answers that fit no step of an administrator's dialogue, each to be answered with a sentence. */
export const BAD_ANSWERS: readonly (readonly [name: string, text: string])[] = [
  ["nothing", ""],
  ["blanks", "  \n "],
  ["10,000 characters", "a".repeat(10_000)],
  ["emoji", "😀"],
  ["zero", "0"],
  ["a number beyond the list", "99"],
  ["a unit of another office", "Sở Nội vụ thành phố Cần Thơ"],
  ["HTML", "<b>Phòng</b>"],
  ["right-to-left", "\u202eabc\u200f"],
];
