import { describe, expect, it } from "vitest";
import { localDate } from "../../api/shared/local-date.ts";
import {
  type Conversation,
  conversationSchema,
  EMPTY_CONVERSATION,
  readConversation,
} from "../../bot/conversation.ts";
import { packButton } from "../../bot/dialogues/button.ts";
import { routeMessage } from "../../bot/route-message.ts";
import type { Received, RoutingFacts } from "../../bot/routing/route.ts";

const TASK = "0190a000-0000-7000-8000-000000000001";
const UNIT = "0190a000-0000-7000-8000-000000000002";
const NOTE = "0190a000-0000-7000-8000-000000000003";

const card = { taskId: TASK, unitId: UNIT, number: "2.4" };
const undo = { kind: "note", noteId: NOTE, number: "3.1" } as const;
const taskSubject = { kind: "task", taskId: TASK, unitId: UNIT } as const;

type Facts = Omit<Partial<RoutingFacts>, "conversation"> & { readonly talk?: Partial<Conversation> };
const route = (received: Received, { talk, ...facts }: Facts = {}) =>
  routeMessage(received, {
    role: "head",
    today: localDate("2026-09-07"),
    messageKey: "m1",
    about: null,
    ...facts,
    conversation: { ...EMPTY_CONVERSATION, ...talk },
  });

/** "dialogue: what it hears", short enough for a table. */
const told = (...story: Parameters<typeof route>): string => {
  const routed = route(...story);
  if ("ask" in routed) return `ask ${routed.ask.number}: ${routed.ask.text}`;
  if ("say" in routed) return `say ${routed.say} ${routed.choices.map(({ data }) => data).join(", ")}`.trim();
  const { dialogue, input, afresh } = routed;
  const heard =
    input.kind === "command"
      ? `/${input.command}${input.rest === "" ? "" : ` ${input.rest}`}`
      : input.kind === "button"
        ? `[${input.button.join(" ")}]`
        : input.kind === "file"
          ? `file ${input.caption}${input.about === null ? "" : ` about ${input.about.kind}`}`
          : input.kind === "edited"
            ? `edited ${input.messageKey} ${input.text}`
            : input.kind === "catalogue-received"
              ? `received catalogue ${input.catalogueId}`
              : input.kind === "document"
                ? `document ${input.importId}`
                : input.kind === "received"
                  ? `received ${input.tasks.map((task) => ("number" in task ? task.number : task.taskId)).join(", ")}`
                  : `${input.text.length > 60 ? `${input.text.length} characters` : input.text}${input.about === null ? "" : ` about ${input.about.kind}`}`;
  return `${dialogue}: ${heard}${afresh ? "" : " (goes on)"}`;
};
const heard = (text: string, facts: Facts = {}): string => told({ kind: "text", text, edited: false }, facts);
const pressed = (data: string, facts: Facts = {}): string => told({ kind: "button", data }, facts);

describe("commands", () => {
  it.each([
    ["/nhiemvu", "tasks: /nhiemvu"],
    ["/NhiemVu@dondoc_bot quá hạn", "tasks: /nhiemvu quá hạn"],
    ["/nhiệmvụ 2.4", "tasks: /nhiemvu 2.4"],
    ["/nhiemvu\n2.4", "tasks: /nhiemvu 2.4"],
    ["/khongco", "control: /trogiup /khongco"],
    ["/start", "control: /start"],
    ["/help", "control: /trogiup"],
    ["/nv 2.4", "tasks: /nhiemvu 2.4"],
    ["/ nhiemvu", "control: / nhiemvu"],
    ["nhiệm vụ", "tasks: /nhiemvu"],
    ["Nhiệm vụ".normalize("NFD"), "tasks: /nhiemvu"],
    ["NHIEM VU", "tasks: /nhiemvu"],
    ["nv", "tasks: /nhiemvu"],
    ["nhiem vu qua han", "tasks: /nhiemvu qua han"],
    ["nv sắp đến hạn", "tasks: /nhiemvu sắp đến hạn"],
    ["nhiệm vụ thường xuyên", "tasks: /nhiemvu thường xuyên"],
    ["nhiệm vụ phối hợp", "tasks: /nhiemvu phối hợp"],
    ["nhiệm vụ có liên quan", "tasks: /nhiemvu có liên quan"],
    ["nhiệm vụ 2.4", "tasks: /nhiemvu 2.4"],
    ["nv 3.5a", "tasks: /nhiemvu 3.5a"],
    ["lịch", "lookups: /lich"],
    ["lich", "lookups: /lich"],
    ["tìm chính quyền thân thiện", "lookups: /tim chính quyền thân thiện"],
    ["văn bản", "lookups: /vanban"],
    ["duyệt", "claims: /duyet"],
    ["cài đặt", "settings: /caidat"],
    ["dữ liệu của tôi", "own-data: /dulieucuatoi"],
    ["trợ giúp", "control: /trogiup"],
    ["help", "control: /trogiup"],
    ["hủy", "control: /huy"],
    ["huỷ", "control: /huy"],
    ["hoàn tác", "control: /hoantac"],
    ["mời", "invite: /moi"],
    ["bàn giao", "hand-over: /bangiao"],
    ["phân công", "assign: /phancong"],
  ])("%j → %s", (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ["mới họp xong", "head", "control: mới họp xong"],
    ["lịch họp đã gửi", "head", "control: lịch họp đã gửi"],
    ["nhiệm vụ chưa rõ", "head", "tasks: /nhiemvu chưa rõ"],
    ["nhiệm vụ chuyển đổi số", "head", "tasks: /nhiemvu chuyển đổi số"],
    ["nhiệm vụ đã xong 50%", "head", "control: nhiệm vụ đã xong 50%"],
    ["hủy họp", "head", "control: hủy họp"],
    ["phân công 1.2 chủ trì Văn phòng", "head", "control: phân công 1.2 chủ trì Văn phòng"],
    ["phân công 1.2 chủ trì Văn phòng", "admin", "assign: /phancong 1.2 chủ trì Văn phòng"],
    ["mời Văn phòng", "admin", "invite: /moi Văn phòng"],
    ["bàn giao Phòng Kinh tế", "admin", "hand-over: /bangiao Phòng Kinh tế"],
    ["nhiệm vụ Phòng Kinh tế", "leader", "tasks: /nhiemvu Phòng Kinh tế"],
    ["nv van phong", "consolidator", "tasks: /nhiemvu van phong"],
    ["nhiệm vụ Phòng Kinh tế", null, "tasks: /nhiemvu Phòng Kinh tế"],
    [`nhiệm vụ ${"x".repeat(400)}`, "leader", "control: 409 characters"],
  ] as const)("%j of %s → %s", (text, role, expected) => {
    expect(heard(text, { role })).toBe(expected);
  });
});

describe("notes and numbers", () => {
  it.each([
    ["2.4", "notes: 2.4"],
    ["2.4 đã xong", "notes: 2.4 đã xong"],
    ["2.4 da xong, dat 100%", "notes: 2.4 da xong, dat 100%"],
    ["nhiệm vụ 2.4 đã xong", "notes: nhiệm vụ 2.4 đã xong"],
    ["nhiệm vụ 2.4 đã xong".normalize("NFD"), `notes: ${"nhiệm vụ 2.4 đã xong".normalize("NFD")}`],
    ["2.3 không phát sinh\n3.1 đang làm", "notes: 2.3 không phát sinh\n3.1 đang làm"],
    ["3.5.a: đã họp", "notes: 3.5.a: đã họp"],
    ["2", "tasks: /nhiemvu 2"],
    ["12", "tasks: /nhiemvu 12"],
    ["1000", "control: 1000"],
    ["20/3", "control: 20/3"],
    ["đã xong", "control: đã xong"],
    ["", "control: "],
    ["   ", "control:    "],
    ["😀", "say courtesy-thanks"],
    ["báo cáo 2.4 đã xong", "notes: báo cáo 2.4 đã xong"],
    ["han cua 4.8 la ngay nao", "tasks: /nhiemvu 4.8"],
    ["2.4 hạn ngày nào?", "tasks: /nhiemvu 2.4"],
    ["2.4 xong chưa", "tasks: /nhiemvu 2.4"],
    ["2.4 vướng: chưa rõ đơn vị nào chủ trì", "notes: 2.4 vướng: chưa rõ đơn vị nào chủ trì"],
    ["đang chờ mục 3.1 của đơn vị bạn", "say note-which-task"],
    ["nhiệm vụ nào quá hạn", "tasks: /nhiemvu nào quá hạn"],
    ["việc nào đang quá hạn?", "tasks: /nhiemvu việc nào đang quá hạn?"],
    ["\u202eabc", "control: \u202eabc"],
    ["<b>nv</b>", "control: <b>nv</b>"],
    ["a".repeat(10_000), "control: 10000 characters"],
    [`2.4 ${"a".repeat(10_000)}`, "notes: 10004 characters"],
    ["tiếp", "say pages-no-next"],
    ["sửa đã xong", "control: sửa đã xong"],
    ["thu hồi", "say note-nothing-to-withdraw"],
    ["thu hồi 2.4", "say note-nothing-to-withdraw"],
    ["sửa", "say note-nothing-to-correct"],
    ["trước", "say pages-no-previous"],
    ["quay lại", "say pages-no-previous"],
    ["quá hạn", "tasks: /nhiemvu quá hạn"],
    ["một", "control: một"],
  ])("%j → %s", (text, expected) => {
    expect(heard(text)).toBe(expected);
  });
});

describe("choices that were offered", () => {
  const talk = {
    choices: [
      { data: packButton(["task", TASK]), label: "2.4" },
      { data: "command lich", label: "Lịch" },
      { data: "old nonsense", label: "Hoàn tác" },
    ],
    next: packButton(["tasks", "all", 2]),
  };
  it.each([
    ["1", `tasks: [task ${TASK}]`],
    [" 2 ", "lookups: /lich"],
    ["4", "tasks: /nhiemvu 4"],
    ["0", "tasks: /nhiemvu 0"],
    ["tiếp", "tasks: [tasks all 2]"],
    ["TIEP", "tasks: [tasks all 2]"],
    ["2.4", `tasks: [task ${TASK}]`],
    ["lịch", "lookups: /lich"],
    ["hoàn tác", "control: [answer unknown]"],
    ["/hoantac", "control: /hoantac"],
  ])("%j → %s", (text, expected) => {
    expect(heard(text, { talk })).toBe(expected);
  });
});

describe("choices without buttons", () => {
  const pages = [
    { data: packButton(["pick", UNIT]), label: "Văn phòng HĐND&UBND" },
    { data: packButton(["pick", TASK]), label: "Phòng Kinh tế" },
    { data: packButton(["pick", NOTE]), label: "Phòng Văn hóa - Xã hội" },
    { data: "answer page-3", label: "Trang sau ›", hidden: true, turns: "next" as const },
    { data: "answer page-1", label: "‹ Trang trước", hidden: true, turns: "previous" as const },
  ];
  it.each([
    ["một", `invite: [pick ${UNIT}] (goes on)`],
    ["số 2.", `invite: [pick ${TASK}] (goes on)`],
    ["chọn ba", `invite: [pick ${NOTE}] (goes on)`],
    ["van phong", `invite: [pick ${UNIT}] (goes on)`],
    ["phòng kinh tế", `invite: [pick ${TASK}] (goes on)`],
    ["Phòng", `say choice-which pick ~AZCgAAAAcACAAAAAAAAAAQ, pick ~AZCgAAAAcACAAAAAAAAAAw`],
    ["tiếp", "invite: [answer page-3] (goes on)"],
    ["trang sau", "invite: [answer page-3] (goes on)"],
    ["trước", "invite: [answer page-1] (goes on)"],
    ["quay lại", "invite: [answer page-1] (goes on)"],
    // What stands only on buttons has no number.
    ["4", "invite: 4 (goes on)"],
    ["Phòng Kinh tế; thủ trưởng; Ngô B", "invite: Phòng Kinh tế; thủ trưởng; Ngô B (goes on)"],
    ["hủy", "control: /huy"],
  ])("a page of names, %j → %s", (text, expected) => {
    const talk = { dialogue: "invite", state: {}, choices: pages };
    expect(heard(text, { role: "admin", talk })).toBe(expected);
  });

  it("where one page is all, a word for another one is no name", () => {
    const talk = { dialogue: "invite", state: {}, choices: pages.slice(0, 3) };
    expect(heard("tiếp", { role: "admin", talk })).toBe("say pages-none");
    expect(heard("trước", { role: "admin", talk: { ...talk, choices: [] } })).toBe("invite: trước (goes on)");
  });

  const list = {
    choices: [
      { data: packButton(["task", TASK]), label: "2.4", hidden: true },
      { data: packButton(["task", NOTE]), label: "3", hidden: true },
      { data: "tasks overdue 1", label: "Quá hạn (5)", hidden: true },
    ],
    next: "tasks all 2",
  };
  it.each([
    ["2.4", `tasks: [task ${TASK}]`],
    // The third of the list is not what "3" means, nor the first what "1" does.
    ["3", `tasks: [task ${NOTE}]`],
    ["1", "tasks: /nhiemvu 1"],
    ["quá hạn", "tasks: [tasks overdue 1]"],
    ["Quá hạn (5)", "tasks: [tasks overdue 1]"],
    ["tiếp", "tasks: [tasks all 2]"],
    ["2.4 đã xong", "notes: 2.4 đã xong"],
  ])("a list of tasks, %j → %s", (text, expected) => {
    expect(heard(text, { talk: list })).toBe(expected);
  });

  it("“tiếp” and “tiếp tục” may be what a note says", () => {
    const awaiting = { dialogue: "notes", state: { at: "awaiting-words", taskId: TASK, number: "2.4" } };
    expect(heard("tiếp", { talk: { ...awaiting, next: "tasks all 2" } })).toBe("notes: tiếp (goes on)");
    expect(heard("tiếp tục", { talk: { card, next: "tasks all 2" } })).not.toContain("tasks:");
    const dated = { dialogue: "notes", state: { at: "awaiting-date", noteId: NOTE, text: "x" } };
    expect(heard("tiếp", { talk: { ...dated, next: "tasks all 2" } })).toBe("tasks: [tasks all 2]");
  });

  it("“không” declines, it does not begin “không phát sinh” of a card", () => {
    const choices = [{ data: packButton(["nothing-new", TASK]), label: "Không phát sinh", hidden: true }];
    expect(heard("không", { talk: { choices, card } })).toBe("ask 2.4: không");
    expect(heard("không phát sinh", { talk: { choices, card } })).toBe(`notes: [nothing-new ${TASK}]`);
  });

  it("of several notes the number says which is withdrawn", () => {
    const choices = [
      { data: packButton(["note-withdraw", NOTE]), label: "Thu hồi 3.1", hidden: true },
      { data: packButton(["note-withdraw", TASK]), label: "Thu hồi 2.4", hidden: true },
    ];
    expect(heard("thu hồi 2.4", { talk: { choices } })).toBe(`notes: [note-withdraw ${TASK}]`);
    expect(heard("thu hồi", { talk: { choices } })).toContain("say note-which-withdraw");
  });
});

describe("after a note", () => {
  it.each([
    ["thu hồi", `notes: [note-withdraw ${NOTE}]`],
    ["THU HOI", `notes: [note-withdraw ${NOTE}]`],
    ["thu hồi 3.1", `notes: [note-withdraw ${NOTE}]`],
    ["thu hồi 2.4", "say note-nothing-to-withdraw"],
    ["bỏ phiếu xong", "control: bỏ phiếu xong"],
    ["xóa nhà tạm đạt 90%", "control: xóa nhà tạm đạt 90%"],
    ["sửa", `notes: [note-correct ${NOTE}]`],
    ["sửa đạt 90%", "corrections: đạt 90%"],
    ["Sửa: đạt 90%", "corrections: đạt 90%"],
    ["sửa lại: đạt 90%", "corrections: đạt 90%"],
    ["sua dat 90%", "corrections: dat 90%"],
    ["sửa đạt 90%".normalize("NFD"), "corrections: đạt 90%"],
    ["sửa 3.1 đạt 90%", "corrections: đạt 90%"],
    ["sửa 2.4 đạt 90%", "notes: 2.4 đạt 90%"],
    ["sửa chữa đường đã xong", "control: sửa chữa đường đã xong"],
    ["sua chua duong da xong", "control: sua chua duong da xong"],
    ["sửa đổi quy chế xong", "control: sửa đổi quy chế xong"],
  ])("%j → %s", (text, expected) => {
    expect(heard(text, { talk: { undo } })).toBe(expected);
  });

  it.each(["ghi nhầm rồi", "em ghi nham roi a", "xóa đi", "Bỏ", "nhầm", "xin lỗi, em gửi nhầm"])(
    "%j is told the words for it, and not put on the card",
    (text) => {
      expect(heard(text, { talk: { undo } })).toBe("say note-mistaken");
      expect(heard(text)).not.toContain("note-mistaken");
    },
  );

  it("the echo that asks for a day still takes “sửa …” and “thu hồi”", () => {
    const talk = { undo, dialogue: "notes", state: { at: "awaiting-date", noteId: NOTE, text: "x" } };
    expect(heard("sửa đạt 90%", { talk })).toBe("corrections: đạt 90%");
    expect(heard("thu hồi", { talk })).toBe(`notes: [note-withdraw ${NOTE}] (goes on)`);
    expect(heard("20/3", { talk })).toBe("notes: 20/3 (goes on)");
  });
});

describe("“đã nhận”", () => {
  it.each([
    ["2.4 đã nhận", "received 2.4"],
    ["2.4: da nhan nhiem vu ạ.", "received 2.4"],
    ["2.3, 3.1 và 4.8 đã tiếp nhận", "received 2.3, 3.1, 4.8"],
    ["2.3 đã nhận; 3.1 đã nhận", "received 2.3, 3.1"],
    ["đã nhận 2.4", "received 2.4"],
    ["Đã nhận nhiệm vụ: 3.5.a, 3.5.b", "received 3.5.a, 3.5.b"],
  ])("%s", (text, expected) => {
    expect(heard(text)).toBe(`acknowledgements: ${expected}`);
    // Whatever is open, the number counts.
    expect(
      heard(text, {
        talk: { card, choices: [{ data: packButton(["task-seen", NOTE]), label: "Đã nhận nhiệm vụ" }] },
      }),
    ).toBe(`acknowledgements: ${expected}`);
  });

  it("alone it is about what it answers, else about the open card", () => {
    const other = "0190a000-0000-7000-8000-000000000009";
    const about = { kind: "task", taskId: other, unitId: UNIT } as const;
    expect(heard("đã nhận", { talk: { card } })).toBe(`acknowledgements: received ${TASK}`);
    expect(heard("Đã nhận ạ", { talk: { card }, about })).toBe(`acknowledgements: received ${other}`);
    expect(heard("đã nhận", { about: { kind: "claim", claimId: NOTE } })).not.toContain("received");
    expect(heard("đã nhận")).not.toContain("received");
  });

  it.each([
    "2.4 đã nhận kinh phí",
    "2.4 đã nhận hồ sơ của 12 hộ",
    "2.4 đã nhận\nđang làm",
    "2.3 đã nhận; 3.1 đang làm",
    "đã nhận 2 tỷ đồng",
    "đã nhận 2.4 tỷ",
  ])("%s says more, and is no acknowledgement", (text) => {
    expect(heard(text, { talk: { card } })).not.toContain("received");
  });

  it("in another dialogue it is an answer to that", () => {
    expect(
      heard("2.4 đã nhận", {
        talk: { dialogue: "notes", state: { at: "awaiting-words", taskId: TASK, number: "2.4" } },
      }),
    ).toBe("notes: 2.4 đã nhận (goes on)");
  });
});

describe("the open card and answers", () => {
  it.each([
    ["đã xong", "notes: đã xong about task"],
    ["dat 80%", "notes: dat 80% about task"],
    ["vướng mắc: thiếu kinh phí", "notes: vướng mắc: thiếu kinh phí about task"],
    ["mới họp xong", "notes: mới họp xong about task"],
    ["cảm ơn đồng chí", "say courtesy-thanks"],
    ["thường xuyên", "ask 2.4: thường xuyên"],
    ["ok rồi", "ask 2.4: ok rồi"],
    // What names another task, or asks, is never put down to the open one.
    ["hai phẩy ba đã xong", "notes: hai phẩy ba đã xong"],
    ["báo cáo 3.1 đã xong", "notes: báo cáo 3.1 đã xong"],
    ["đang làm cùng mục 3.1", "say note-which-task"],
    ["đã lồng ghép cùng 3.1, đạt 50%", "ask 2.4: đã lồng ghép cùng 3.1, đạt 50%"],
    ["con bao nhieu nhiem vu chua xong", "tasks: /nhiemvu"],
    ["bao gio phai nop bao cao", "lookups: /lich"],
    ["ai chưa làm", "ask 2.4: ai chưa làm"],
    // What is said of all tasks is not one task's.
    ["còn 4.7 cũng xong", "notes: còn 4.7 cũng xong"],
    ["tất cả không phát sinh", "say note-name-tasks"],
    ["các mục còn lại không phát sinh", "say note-name-tasks"],
    ["đã xong hết các mục", "say note-name-tasks"],
    ["tất cả các hộ đã ký, đạt 100%", "notes: tất cả các hộ đã ký, đạt 100% about task"],
    ["?", "control: ?"],
    ["nhiệm vụ 3.1 hạn ngày nào", "tasks: /nhiemvu 3.1"],
    ["3.1 đang làm", "notes: 3.1 đang làm"],
    ["nv", "tasks: /nhiemvu"],
    ["", "control: "],
  ])("with 2.4 open, %j → %s", (text, expected) => {
    expect(heard(text, { talk: { card } })).toBe(expected);
  });

  it.each([
    { at: "asking-card", taskId: TASK, text: "x", files: [] },
    { at: "awaiting-date", noteId: NOTE, text: "x" },
  ])("a question that is not answered lapses: $at", (state) => {
    const talk = { card, undo, dialogue: "notes", state };
    expect(heard("đang làm 50%", { talk })).toBe("notes: đang làm 50% about task");
    expect(heard("kèm biên bản", { talk })).toBe(
      state.at === "asking-card" ? "ask 2.4: kèm biên bản" : "say note-date-awaited",
    );
    expect(heard("ok", { talk })).toBe("say courtesy-thanks");
    expect(heard("nhiệm vụ chuyển đổi số", { talk })).toBe("tasks: /nhiemvu chuyển đổi số");
    expect(heard("thu hồi", { talk })).toContain(`notes: [note-withdraw ${NOTE}]`);
    expect(heard("thu hồi 2.4", { talk })).toBe("say note-nothing-to-withdraw");
  });

  it("an answer to a card, an echo or a claim is about that", () => {
    expect(heard("cảm ơn", { about: taskSubject })).toBe("notes: cảm ơn about task");
    const note = { kind: "note", noteId: NOTE, taskId: TASK, unitId: UNIT } as const;
    expect(heard("đang làm", { about: note })).toBe("notes: đang làm about note");
    expect(heard("thiếu minh chứng", { about: { kind: "claim", claimId: NOTE } })).toBe(
      "claims: thiếu minh chứng about claim",
    );
    expect(heard("nv", { about: taskSubject })).toBe("tasks: /nhiemvu");
    const older = { ...note, noteId: UNIT };
    expect(heard("thu hồi", { about: older, talk: { undo } })).toBe(`notes: [note-withdraw ${UNIT}]`);
    expect(heard("sửa", { about: older, talk: { undo } })).toBe(`notes: [note-correct ${UNIT}]`);
  });
});

it("a photo whose caption names another task is not put down to the open one", () => {
  const photo = (caption: string): Received => ({
    kind: "file",
    file: { sha256: "0", kind: "image/jpeg", size: 1, name: "anh.jpg" },
    caption,
  });
  expect(told(photo("ảnh hội nghị"), { talk: { card } })).toBe("notes: file ảnh hội nghị about task");
  expect(told(photo("hội nghị của 3.1"), { talk: { card } })).toBe("notes: file hội nghị của 3.1");
});

describe("in the middle of a dialogue", () => {
  const talk = { dialogue: "claims", state: { claimId: NOTE } };
  it.each([
    ["chưa có minh chứng", "claims: chưa có minh chứng (goes on)"],
    ["nhiệm vụ chưa có minh chứng", "claims: nhiệm vụ chưa có minh chứng (goes on)"],
    ["tìm thêm minh chứng", "claims: tìm thêm minh chứng (goes on)"],
    ["2.4 chưa xong", "claims: 2.4 chưa xong (goes on)"],
    ["7", "claims: 7 (goes on)"],
    ["nv", "tasks: /nhiemvu"],
    ["nhiệm vụ 2.4", "tasks: /nhiemvu 2.4"],
    ["/tim minh chứng", "lookups: /tim minh chứng"],
    ["hủy", "control: /huy"],
    ["", "claims:  (goes on)"],
  ])("%j → %s", (text, expected) => {
    expect(heard(text, { talk, role: "consolidator" })).toBe(expected);
  });

  it("an administrator begins the same talk again with words after the command", () => {
    const assigning = { dialogue: "assign", state: {} };
    expect(heard("phan cong 2.4 bo chu tri", { talk: assigning, role: "admin" })).toBe(
      "assign: /phancong 2.4 bo chu tri",
    );
  });

  it("a list is no dialogue that waits for words", () => {
    expect(heard("nhiệm vụ Phòng Kinh tế", { talk: { dialogue: "tasks" }, role: "leader" })).toBe(
      "tasks: /nhiemvu Phòng Kinh tế",
    );
    expect(heard("2.4 đã xong", { talk: { dialogue: "tasks" } })).toBe("notes: 2.4 đã xong");
  });

  it("what an older program left under way is forgotten", () => {
    expect(heard("xin chào", { talk: { dialogue: "gone", state: {} } })).toBe("say courtesy-greeting");
    expect(pressed("answer yes", { talk: { dialogue: "gone", state: {} } })).toBe("control: [answer yes]");
  });
});

describe("buttons", () => {
  it.each([
    [packButton(["task", TASK]), `tasks: [task ${TASK}]`],
    [packButton(["tasks", "overdue", 3]), "tasks: [tasks overdue 3]"],
    [packButton(["nothing-new", TASK]), `notes: [nothing-new ${TASK}]`],
    [packButton(["claim-return", NOTE]), `claims: [claim-return ${NOTE}]`],
    ["command nhiemvu", "tasks: /nhiemvu"],
    ["command rm", "control: [command rm]"],
    ["cancel", "control: [cancel]"],
    ["answer yes", "control: [answer yes]"],
    ["", "control: [answer unknown]"],
    ["task 2.4", "control: [answer unknown]"],
    ["<script>", "control: [answer unknown]"],
    ["\u0000", "control: [answer unknown]"],
    ["x".repeat(1_000), "control: [answer unknown]"],
  ])("%j → %s", (data, expected) => {
    expect(pressed(data)).toBe(expected);
  });

  it("an answer belongs to the dialogue that asked", () => {
    expect(pressed("answer yes", { talk: { dialogue: "notes" } })).toBe("notes: [answer yes] (goes on)");
    expect(pressed(packButton(["pick", UNIT]), { talk: { dialogue: "assign" } })).toBe(
      `assign: [pick ${UNIT}] (goes on)`,
    );
  });
});

describe("files and edits", () => {
  const file = { sha256: "a".repeat(64), kind: "image/png", size: 9, name: "anh.png" };
  it("a file is a note's evidence, about what it answers or the open card", () => {
    expect(told({ kind: "file", file, caption: "2.4 ảnh" })).toBe("notes: file 2.4 ảnh");
    expect(told({ kind: "file", file, caption: "" }, { talk: { card } })).toBe("notes: file  about task");
    const awaiting = { dialogue: "notes", state: { at: "awaiting-words", taskId: TASK, number: "2.4" } };
    expect(told({ kind: "file", file, caption: "x" }, { about: taskSubject, talk: awaiting })).toBe(
      "notes: file x about task (goes on)",
    );
  });

  it("an edited message is heard as such, whatever is under way; without a key it is a message", () => {
    expect(told({ kind: "text", text: "2.4 xong", edited: true }, { talk: { dialogue: "claims" } })).toBe(
      "notes: edited m1 2.4 xong",
    );
    expect(told({ kind: "text", text: "2.4 xong", edited: true }, { messageKey: null })).toBe(
      "notes: 2.4 xong",
    );
  });
});

describe("the stored talk", () => {
  it("is read back, and begins afresh from anything else", () => {
    const stored = { ...EMPTY_CONVERSATION, card, undo, next: "tasks all 2" };
    expect(readConversation(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    for (const garbage of [null, undefined, 7, "x", [], {}, { ...stored, card: { taskId: "2.4" } }])
      expect(readConversation(garbage)).toEqual(EMPTY_CONVERSATION);
    expect(conversationSchema.safeParse(EMPTY_CONVERSATION).success).toBe(true);
  });
});
