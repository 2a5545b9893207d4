import type { OutgoingButton } from "../channel.ts";

/** One message as the page's script takes it. Times are the office's own; the script knows no zone. */
export type PageItem = {
  readonly id: string;
  readonly from: "bot" | "me";
  /** ISO instant: the order of the thread. */
  readonly at: string;
  /** "Thứ Hai 07/09/2026" */
  readonly day: string;
  readonly time: string;
  readonly parts: readonly {
    readonly text: string;
    readonly bold: boolean;
    /** The calendar date that the words are, where something is due on it. */
    readonly date?: string;
  }[];
  readonly choices: readonly (readonly OutgoingButton[])[];
  readonly copies: readonly { readonly label: string; readonly text: string }[];
  readonly pictureUrl: string | null;
  readonly fileName: string | null;
};
