/**
 * "Dừng", "dừng lại": leaves a walk of questions. With its mark alone: folded it would be "đúng", the answer that most
 * of these questions offer.
 */
export const recogniseStop = (text: string): boolean =>
  text.length <= 40 && /^dừng(?: (?:lại|đã|ở đây|nhé|ạ|thôi))*[.!]*$/iu.test(text.normalize("NFC").trim());
