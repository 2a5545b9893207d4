import type { Role } from "../../api/members/member.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";

/** How people name a post, folded. */
const ROLE_WORDS: Readonly<Record<string, Role>> = {
  "thu truong": "head",
  "thu truong don vi": "head",
  truong: "head",
  "truong phong": "head",
  "truong ban": "head",
  "truong cong an": "head",
  "truong don vi": "head",
  "chi huy truong": "head",
  "chanh van phong": "head",
  "giam doc": "head",
  "hieu truong": "head",
  head: "head",
  pho: "deputy",
  "cap pho": "deputy",
  "cap pho cua thu truong don vi": "deputy",
  "pho phong": "deputy",
  "pho truong phong": "deputy",
  "pho ban": "deputy",
  "pho truong ban": "deputy",
  "pho truong cong an": "deputy",
  "pho chanh van phong": "deputy",
  "pho giam doc": "deputy",
  "pho hieu truong": "deputy",
  deputy: "deputy",
  "dau moi": "focal",
  "chuyen vien": "focal",
  "chuyen vien dau moi": "focal",
  "can bo dau moi": "focal",
  focal: "focal",
  "focal officer": "focal",
  "tong hop": "consolidator",
  "can bo tong hop": "consolidator",
  consolidator: "consolidator",
  "lanh dao": "leader",
  "lanh dao ubnd": "leader",
  "lanh dao uy ban nhan dan": "leader",
  "chu tich": "leader",
  "pho chu tich": "leader",
  leader: "leader",
  "quan tri": "admin",
  "quan tri vien": "admin",
  admin: "admin",
  administrator: "admin",
};

/** The post that words name, whole; null when they are anything else. */
export const recogniseRole = (words: string): Role | null =>
  words.length > 100 ? null : (ROLE_WORDS[foldVietnamese(words)] ?? null);

/** Leader and administrator stand beside the units. */
export const standsBesideUnits = (role: Role): boolean => role === "leader" || role === "admin";
