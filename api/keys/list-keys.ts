import { type KeyRow, selectKeys } from "../../db/queries/key-queries.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

/** Every key the office ever made, revoked ones too, with its last use. Refuses `not_allowed`. */
export const listKeys: UseCase<Record<string, never>, readonly KeyRow[]> = async (work) =>
  may(work.actor, "manage-keys") ? ok(await selectKeys(work.tx)) : refuse("not_allowed");
