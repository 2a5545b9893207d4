/** What a chat list shows of a task; the bound is that of the catalogue. */
const LONGEST = 80;
/** A cut before this many characters would say too little. */
const SHORTEST = 30;
/** Where a sentence may end without losing its meaning. */
const JOINTS = [". ", "; ", " (", ": ", ", ", " gắn với ", " theo ", " về ", " của ", " trên địa bàn "];

/**
 * The first words of a task that fit a line of a chat list: up to a joint of the sentence where there is one, else
 * whole words and "…".
 */
export const shortenTitle = (title: string): string => {
  const text = title.replace(/\s+/gu, " ").trim();
  const tidy = (part: string): string => part.replace(/[\s.;:,–-]+$/u, "");
  if (text.length <= LONGEST) return tidy(text) || text;
  const room = text.slice(0, LONGEST);
  for (const joint of JOINTS.slice(0, 4)) {
    const at = room.indexOf(joint, SHORTEST);
    // An opening quotation that is not closed would read as a mistake.
    if (at > 0 && balanced(room.slice(0, at))) return tidy(room.slice(0, at));
  }
  const words = room.slice(0, LONGEST - 2);
  const cut = words.slice(0, Math.max(words.lastIndexOf(" "), SHORTEST));
  const joint = Math.max(...JOINTS.slice(4).map((one) => cut.lastIndexOf(one)));
  const whole = joint >= LONGEST / 2 && balanced(cut.slice(0, joint)) ? cut.slice(0, joint) : cut;
  return `${tidy(whole)}…`;
};

const balanced = (text: string): boolean =>
  (text.match(/“/gu)?.length ?? 0) === (text.match(/”/gu)?.length ?? 0) &&
  (text.match(/\(/gu)?.length ?? 0) === (text.match(/\)/gu)?.length ?? 0);
