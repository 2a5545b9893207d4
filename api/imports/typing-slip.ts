/** What somebody mistyped, in a text in composed form (NFC). */
export type TypingSlip = {
  /** A warning's code. */
  readonly code: string;
  /** Offsets in the text, end exclusive. */
  readonly from: number;
  readonly to: number;
};

export type Word = {
  /** As written. */
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
};
