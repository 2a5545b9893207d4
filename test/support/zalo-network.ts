import { fileTypeFromBuffer } from "file-type";

const LONGEST_FETCH_MS = 5_000;

export type PictureView = {
  /** Null when nobody answered. */
  readonly status: number | null;
  /** Null when what came is no image. */
  readonly image: { readonly bytes: Uint8Array; readonly mime: string } | null;
};

export const imageTypeOf = async (bytes: Uint8Array): Promise<string | null> => {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  return mime?.startsWith("image/") ? mime : null;
};

export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "127.0.0.1" || hostname === "localhost";

/**
 * The only way from the loopback Zalo to other servers. Nothing but this machine is ever called:
 * a public origin leads here when a test says so by `route`, and nowhere otherwise.
 */
export const createNetwork = () => {
  const routes = new Map<string, string>();
  const stop = new AbortController();

  /** Null where no road leads. */
  const resolve = (address: string): string | null => {
    if (!URL.canParse(address)) return null;
    const url = new URL(address);
    const root = routes.get(url.origin);
    if (root !== undefined) return `${root}${url.pathname}${url.search}`;
    return isLoopback(url) ? url.href : null;
  };

  /** Throws when no road leads there, nobody answers in time, or the server was closed. */
  const call = async (
    address: string,
    init: { readonly method: string; readonly headers?: Record<string, string>; readonly body?: string },
    timeoutMs: number,
  ): Promise<{ readonly response: Response; readonly bytes: Uint8Array }> => {
    const target = resolve(address);
    if (target === null) throw new Error(`no road leads to ${address}`);
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(target, { ...init, redirect: "manual", signal });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  const viewPicture = async (address: string): Promise<PictureView> => {
    try {
      const { response, bytes } = await call(address, { method: "GET" }, LONGEST_FETCH_MS);
      const said = response.headers.get("content-type") ?? "";
      const mime = response.ok && said.startsWith("image/") ? await imageTypeOf(bytes) : null;
      return { status: response.status, image: mime === null ? null : { bytes, mime } };
    } catch {
      return { status: null, image: null };
    }
  };

  return {
    /** `route("https://dondoc.example", "http://127.0.0.1:8080")`, as a reverse proxy would. */
    route: (origin: string, root: string): void => void routes.set(new URL(origin).origin, root),
    reaches: (address: string): boolean => resolve(address) !== null,
    call,
    viewPicture,
    stop: (): void => stop.abort(),
    isStopped: (): boolean => stop.signal.aborted,
  };
};
export type Network = ReturnType<typeof createNetwork>;
