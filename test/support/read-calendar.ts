/** One component of an iCalendar file, as it stands there. */
export type Component = {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
};
export type Property = {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
};

const LINE = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):([^\p{Cc}]*)$/u;

const propertyOf = (line: string): Property => {
  const [, name = "", params = "", value = ""] = LINE.exec(line) ?? [];
  if (name === "") throw new Error(`no line of a calendar: ${line}`);
  const named = [...params.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^;]*)/g)].map(([, key = "", text = ""]) => [
    key,
    text.replace(/^"|"$/g, ""),
  ]);
  return { name, params: Object.fromEntries(named), value };
};

/**
 * Reads iCalendar as RFC 5545 writes it, and objects to what a lenient program would let pass: UTF-8, CRLF after every
 * line, at most 75 octets a line, no sign torn in two, begin and end in pairs, no unknown escape.
 */
export const readCalendar = (bytes: Uint8Array): Component => {
  const lines: string[] = [];
  let from = 0;
  const text = Buffer.from(bytes);
  if (!text.subarray(-2).equals(Buffer.from("\r\n"))) throw new Error("the last line has no end");
  while (from < text.length) {
    const end = text.indexOf("\r\n", from);
    if (end - from > 75) throw new Error(`a line of ${end - from} octets`);
    // Each physical line must be UTF-8 by itself: folding may not tear a sign in two.
    const line = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text.subarray(from, end));
    if (line.startsWith(" ")) lines.push(`${lines.pop() ?? ""}${line.slice(1)}`);
    else lines.push(line);
    from = end + 2;
  }
  const open: { name: string; properties: Property[]; parts: Component[] }[] = [];
  let whole: Component | null = null;
  for (const property of lines.map(propertyOf)) {
    if (whole !== null) throw new Error("something stands behind the end");
    const inner = open.at(-1);
    if (property.name === "BEGIN") {
      const part = { name: property.value, properties: [], parts: [] };
      inner?.parts.push(part);
      open.push(part);
    } else if (property.name === "END") {
      if (inner?.name !== property.value) throw new Error(`END:${property.value} without its beginning`);
      open.pop();
      if (open.length === 0) whole = inner;
    } else if (inner === undefined) throw new Error("a property outside every component");
    else inner.properties.push(property);
  }
  if (whole?.name !== "VCALENDAR") throw new Error("no calendar");
  return whole;
};

/** The one property of that name. */
export const only = (component: Component, name: string): Property => {
  const found = component.properties.filter((property) => property.name === name);
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} ${name} in ${component.name}`);
  return one;
};

/** What an escaped text says. */
export const textOf = (component: Component, name: string): string => {
  const { value } = only(component, name);
  if (/(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value) || /(?<!\\)(?:\\\\)*[;,]/.test(value))
    throw new Error(`${name} is not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
};
