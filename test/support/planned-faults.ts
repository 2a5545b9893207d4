type Params = Readonly<Record<string, unknown>>;

/** What a test wants to go wrong at a messenger's server. */
export type FaultPlan<Fault> = {
  /** "*" for any method. */
  readonly method: string;
  readonly chatId?: string | number;
  /** One when left out. */
  readonly times?: number;
  readonly with: Fault;
  /** "after_recording": it was done and the person sees it, the bot hears the failure. */
  readonly after?: "before_recording" | "after_recording";
};

/** Asked at each call for which nothing was planned. */
type ChooseFault<Fault> = (method: string, params: Params) => Omit<FaultPlan<Fault>, "method"> | null;

/** Each plan holds for so many calls; the oldest plan that fits is taken first. */
export const plannedFaults = <Fault>() => {
  const plans: { readonly plan: FaultPlan<Fault>; left: number }[] = [];
  let choose: ChooseFault<Fault> = () => null;
  return {
    add: (plan: FaultPlan<Fault>): void => void plans.push({ plan, left: plan.times ?? 1 }),
    chooseBy: (chooser: ChooseFault<Fault>): void => {
      choose = chooser;
    },
    clear: (): void => {
      plans.splice(0);
      choose = () => null;
    },
    take: (method: string, params: Params): Omit<FaultPlan<Fault>, "method"> | null => {
      const found = plans.find(
        ({ plan, left }) =>
          left > 0 &&
          (plan.method === "*" || plan.method.toLowerCase() === method.toLowerCase()) &&
          (plan.chatId === undefined || String(plan.chatId) === String(params.chat_id)),
      );
      if (found === undefined) return choose(method, params);
      found.left -= 1;
      return found.plan;
    },
  };
};
