/** An element by its local name: prefixes differ between writers, and the strict variant has other namespaces. */
export type XmlElement = {
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

export const childNamed = (element: XmlElement | null | undefined, name: string): XmlElement | null => {
  for (const child of element?.children ?? [])
    if (typeof child !== "string" && child.name === name) return child;
  return null;
};

export const childrenNamed = (element: XmlElement | null | undefined, name: string): readonly XmlElement[] =>
  elementsIn(element).filter((child) => child.name === name);

export const elementsIn = (element: XmlElement | null | undefined): readonly XmlElement[] =>
  (element?.children ?? []).filter((child) => typeof child !== "string");

/** The attribute `val` of a child: how these formats write most properties. */
export const valueIn = (element: XmlElement | null | undefined, name: string): string | null =>
  childNamed(element, name)?.attributes.get("val") ?? null;

/** A property that is on when it is there at all, unless it says otherwise; null where it is not there. */
export const switchOf = (element: XmlElement | null | undefined, name: string): boolean | null => {
  const child = childNamed(element, name);
  return child === null ? null : !/^(?:0|false|off|none)$/.test(child.attributes.get("val") ?? "");
};

/** A whole number between the bounds; null where there is none. */
export const numberIn = (text: string | null | undefined, least: number, most: number): number | null => {
  if (text === null || text === undefined || !/^-?\d{1,9}$/.test(text)) return null;
  return Math.min(most, Math.max(least, Number(text)));
};
