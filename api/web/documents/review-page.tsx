import type { Child } from "hono/jsx";
import type { Doubt } from "../../imports/draft.ts";
import { AmendsSection } from "./amends-section.tsx";
import { type Block, blockName, doubtName } from "./block.ts";
import { DocumentBlock } from "./document-block.tsx";
import { DocumentShell } from "./document-shell.tsx";
import { DoubtBlock, DoubtsSection, SettledDoubt } from "./doubt-block.tsx";
import type { DraftPage } from "./draft-page.ts";
import { UNIT_NAMES } from "./field-form.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { CountsBar, FinishSection } from "./finish-section.tsx";
import { RoundBlock, RoundsSection } from "./report-round-block.tsx";
import { SourceLines } from "./source-lines.tsx";
import { TaskBlock, TasksSection } from "./task-block.tsx";
import { UnitBlock, UnitsSection } from "./unit-block.tsx";

/** The names that a person can choose from: the office's, and those of the document. */
const UnitNames = ({ page }: { readonly page: DraftPage }) => {
  const names = new Set([
    ...page.shown.office.map(({ name }) => name),
    ...page.shown.draft.reading.units.map(({ name }) => name),
  ]);
  return (
    <datalist id={UNIT_NAMES}>
      {[...names].map((name) => (
        <option value={name} />
      ))}
    </datalist>
  );
};

/** Everything but the document's own words: what a decision of many consequences replaces. */
export const DraftPart = ({ page, said }: { readonly page: DraftPage; readonly said?: string }) => {
  // Which catalogue it is comes first where it must be said, or has something to show.
  const early = page.shown.amends === undefined || page.shown.comparison !== null;
  return (
    <>
      <main class="draft" id="draft">
        <Said page={page} />
        <DocumentBlock page={page} />
        {early ? <AmendsSection page={page} /> : null}
        <DoubtsSection page={page} />
        <FindingsSection page={page} />
        <RoundsSection page={page} />
        <TasksSection page={page} />
        <UnitsSection page={page} />
        {early ? null : <AmendsSection page={page} />}
        <FinishSection page={page} />
        <UnitNames page={page} />
      </main>
      {said === undefined ? null : <Around page={page} said={said} />}
    </>
  );
};

/** What stands beside the draft and follows it: the counts, and a word for whoever listens. */
const Around = ({ page, said }: { readonly page: DraftPage; readonly said: string }) => (
  <>
    <CountsBar page={page} swap />
    <p class="unseen" id="said" hx-swap-oob="innerHTML">
      {said}
    </p>
  </>
);

/** A refusal that concerns the whole draft. */
const Said = ({ page }: { readonly page: DraftPage }) => {
  const { problem, words } = page;
  if (problem === null || problem.key !== null) return null;
  return (
    <div class="wrong-words" id="problem" role="alert" tabindex={-1}>
      <p>{problem.sentence}</p>
      {problem.typed.length === 0 ? null : (
        <p dir="auto">{words.t("review-typed", { text: problem.typed.join("; ") })}</p>
      )}
    </div>
  );
};

export const ReviewPage = (props: {
  readonly page: DraftPage;
  readonly office: string;
  /** The same file was read before: this is the draft of then. */
  readonly again: boolean;
}) => {
  const { page, office, again } = props;
  const { t } = page.words;
  const { number } = page.shown.draft.reading.document;
  return (
    <DocumentShell
      words={page.words}
      office={office}
      title={number === null ? t("review-title-unnumbered") : t("review-title", { number })}
      review
    >
      {again ? <p class="notice">{t("review-again")}</p> : null}
      <div class="review">
        <DraftPart page={page} />
        <SourceLines page={page} />
      </div>
      <p class="unseen" id="said" role="status" aria-live="polite" />
      <CountsBar page={page} />
    </DocumentShell>
  );
};

export const BlockPart = ({ page, block }: { readonly page: DraftPage; readonly block: Block }) => {
  if (block.kind === "document") return <DocumentBlock page={page} />;
  if (block.kind === "task") return <TaskBlock page={page} index={block.index} />;
  if (block.kind === "round") return <RoundBlock page={page} index={block.index} />;
  return <UnitBlock page={page} index={block.index} />;
};

/** A part that goes to its own place, wherever the answer to the request goes. */
const Elsewhere = ({ name, children }: { readonly name: string; readonly children: Child }) => (
  <hx-partial hx-target={`#${name}`} hx-swap="outerHTML">
    {children}
  </hx-partial>
);

/**
 * What one decision changes on the page: first the block in which it was taken, then what shows the same field
 * elsewhere, the counts, and a word for whoever listens.
 */
export const DecisionPart = (props: {
  readonly page: DraftPage;
  readonly place: string;
  /** The doubt as it was; null where the field was not doubtful. */
  readonly doubt: Doubt | null;
  readonly block: Block | null;
  readonly said: string;
}) => {
  const { page, place, doubt, block, said } = props;
  const name = doubt === null ? null : doubtName(doubt.key);
  const open = doubt === null ? undefined : page.shown.draft.doubts.find(({ key }) => key === doubt.key);
  const doubtPart =
    doubt === null ? null : open === undefined ? (
      <SettledDoubt page={page} doubt={doubt} />
    ) : (
      <DoubtBlock page={page} doubt={open} next={undefined} />
    );
  const blockPart = block === null ? null : <BlockPart page={page} block={block} />;
  const inDoubt = place === name;
  return (
    <>
      {inDoubt ? doubtPart : blockPart}
      {inDoubt && block !== null ? <Elsewhere name={blockName(block)}>{blockPart}</Elsewhere> : null}
      {!inDoubt && name !== null ? <Elsewhere name={name}>{doubtPart}</Elsewhere> : null}
      <Elsewhere name="findings">
        <FindingsSection page={page} />
      </Elsewhere>
      <Elsewhere name="finish">
        <FinishSection page={page} />
      </Elsewhere>
      <Around page={page} said={said} />
    </>
  );
};
