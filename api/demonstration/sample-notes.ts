/** What the demonstration's people had reported before its first morning. `unit` is a short name or a name. */
export type SampleNote = {
  readonly unit: string;
  readonly number: string;
  readonly at: string;
  /** Its words in `locales/`. */
  readonly key: string;
};

const CULTURE = "VHXH";

/**
 * The consolidating unit has written on eight of its seventeen tasks, so that nine are missing in round 1;
 * of what is overdue only 2.4 has a note. Two other units have claimed a completion each, which waits for its
 * confirmation.
 */
export const SAMPLE_NOTES: readonly SampleNote[] = [
  { unit: "VP HĐND&UBND", number: "1.2", at: "2026-02-13T10:20:00+07:00", key: "web-sample-note-plan-done" },
  { unit: CULTURE, number: "2.4", at: "2026-03-12T15:40:00+07:00", key: "web-sample-note-asking-opinions" },
  { unit: CULTURE, number: "1.1", at: "2026-04-08T09:05:00+07:00", key: "web-sample-note-conferences" },
  { unit: CULTURE, number: "2.1", at: "2026-05-14T14:30:00+07:00", key: "web-sample-note-planning" },
  { unit: CULTURE, number: "5.2", at: "2026-06-10T10:00:00+07:00", key: "web-sample-note-staff" },
  { unit: CULTURE, number: "4.1", at: "2026-06-25T16:10:00+07:00", key: "web-sample-note-reform" },
  { unit: CULTURE, number: "3.2", at: "2026-07-16T08:45:00+07:00", key: "web-sample-note-models" },
  { unit: CULTURE, number: "3.5.c", at: "2026-08-06T09:30:00+07:00", key: "web-sample-note-democracy" },
  { unit: CULTURE, number: "2.5", at: "2026-08-20T15:15:00+07:00", key: "web-sample-note-friendly" },
  {
    unit: "Phòng Kinh tế, Hạ tầng và Đô thị",
    number: "1.2",
    at: "2026-08-21T11:00:00+07:00",
    key: "web-sample-note-plan-late",
  },
];
