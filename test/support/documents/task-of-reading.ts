import type { ReadTask } from "../../../api/imports/reading.ts";

/** A task as a reading holds it, with nothing but its number and words. */
export const readTask = (number: string, title: string): ReadTask => ({
  number,
  number_in_document: number,
  section: null,
  parent: null,
  title,
  is_heading_task: false,
  lead_text: null,
  lead_units: [],
  coordinating_text: null,
  coordinating_units: [],
  time_frame: {
    text: null,
    kind: "none",
    date: null,
    exclusive: null,
    start_on: null,
    end_on: null,
    due_on: null,
    recurs: "none",
  },
  targets: [],
  source_lines: [1, 1],
  confidence: { number: 1, title: 1, lead_units: 1, coordinating_units: 1, time_frame: 1, targets: 1 },
  spans: {},
});
