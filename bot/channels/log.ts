/** What a channel and the delivery need of pino. Fields hold codes and ids, never words of a message. */
type Write = (fields: Readonly<Record<string, unknown>>, event: string) => void;
export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write };
