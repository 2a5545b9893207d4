import { z } from "zod";
import { storableText } from "./storable-text.ts";

export const text = z.string().transform(storableText);

/** What may be missing, and what is of a shape we do not know, is treated alike: it is not there. */
export const perhaps = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
