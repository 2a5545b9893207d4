import { ok, type Result, refuse } from "../../shared/result.ts";
import { parsePackageXml } from "./parse-package-xml.ts";
import type { Package } from "./unpack-package.ts";
import { childrenNamed, type XmlElement } from "./xml-element.ts";

/** Null where there is no such part; `file_damaged` where it is no XML that can be read. */
export const unpackXmlPart = async (file: Package, name: string): Promise<Result<XmlElement | null>> => {
  const bytes = await file.unpack(name);
  if (!bytes.ok || bytes.value === null) return bytes.ok ? ok(null) : bytes;
  const root = parsePackageXml(bytes.value);
  return root === null ? refuse("file_damaged") : ok(root);
};

export type Relation = {
  readonly id: string;
  /** The last word of its type's address: "styles". */
  readonly type: string;
  /** A path in the package, or an address outside. */
  readonly target: string;
  readonly outside: boolean;
};

/** What a part refers to (ISO/IEC 29500-2, 9.3), or the whole package for "". */
export const unpackRelations = async (file: Package, part: string): Promise<Result<readonly Relation[]>> => {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const root = await unpackXmlPart(file, `${folder}_rels/${part.slice(slash)}.rels`);
  if (!root.ok) return root;
  return ok(
    childrenNamed(root.value, "Relationship").map(({ attributes }): Relation => {
      const target = attributes.get("Target") ?? "";
      const outside = attributes.get("TargetMode") === "External";
      return {
        id: attributes.get("Id") ?? "",
        type: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
        target: outside ? target : pathOf(target.startsWith("/") ? target : `${folder}${target}`),
        outside,
      };
    }),
  );
};

const pathOf = (target: string): string => {
  const steps: string[] = [];
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
};
