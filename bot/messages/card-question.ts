import type { Message } from "../../api/outbox/message.ts";
import { choice, line, main, message } from "./lines.ts";

/** Words after a card that do not read like a note: asked, not guessed. */
export const cardQuestion = (number: string): Message =>
  message(
    [[line("card-question", { number })]],
    [[main(choice(["answer", "yes"], "choice-yes")), choice(["answer", "no"], "choice-no")]],
  );
