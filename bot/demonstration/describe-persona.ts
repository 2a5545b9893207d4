import type { Persona } from "../../api/demonstration/find-personas.ts";
import type { Role } from "../../api/members/member.ts";
import { type Locale, translatorFor } from "../../locales/translate.ts";
import type { PersonaCard } from "../channels/web-chat/demonstration-page.tsx";

const SEES: Readonly<Record<Role, string>> = {
  head: "web-persona-head-sees",
  deputy: "web-persona-head-sees",
  focal: "web-persona-head-sees",
  consolidator: "web-persona-consolidator-sees",
  leader: "web-persona-leader-sees",
  admin: "web-persona-admin-sees",
};

/** Who that is and what that person sees, in one sentence. */
export const describePersona = (persona: Persona, locale: Locale): PersonaCard => {
  const t = translatorFor(locale);
  const role = { term: `role-${persona.role}` };
  return {
    id: persona.memberId,
    name:
      persona.unitName === null
        ? t("web-post", { role })
        : t("web-persona-in-unit", { role, unit: persona.unitName }),
    sees: t(persona.begin ? "web-persona-begin-sees" : SEES[persona.role]),
    begin: persona.begin,
  };
};
