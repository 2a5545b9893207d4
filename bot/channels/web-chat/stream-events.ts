import { itemsFrame, type OpenPage, type PageHub } from "./page-hub.ts";
import type { PageItem } from "./page-item.ts";

/** A stream ends after this, and the page connects again: so a revoked session is noticed. */
const STREAM_MS = 10 * 60 * 1000;
/** Frames that wait for a slow network before the page counts as gone. */
const FRAMES_WAITING = 200;

/**
 * One page's stream. It is among the open pages before `missed` is read, so that nothing falls between; what is
 * seen twice, the page knows by its id.
 */
export const streamEvents = (
  hub: PageHub,
  page: Pick<OpenPage, "visitor" | "token">,
  missed: () => Promise<readonly PageItem[]>,
  ready: () => void,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let leave = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: async (controller) => {
        let open = true;
        const write = (frame: string): boolean => {
          if (!open || (controller.desiredSize ?? 0) < -FRAMES_WAITING) return false;
          if (frame !== "") controller.enqueue(encoder.encode(frame));
          return true;
        };
        const end = setTimeout(() => leave(), STREAM_MS);
        end.unref();
        const close = (): void => {
          if (!open) return;
          open = false;
          clearTimeout(end);
          try {
            controller.close();
          } catch {
            // The reader was faster: the stream is closed already.
          }
        };
        leave = hub.add(page.visitor.chatKey, { ...page, write, close });
        write("retry: 2000\n\n");
        try {
          write(itemsFrame(await missed()));
        } catch {
          // The database is away: the page connects again and asks again.
          leave();
          return;
        }
        ready();
      },
      cancel: () => leave(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
};
