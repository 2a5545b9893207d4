CREATE TABLE "audit_entry" (
	"organization_id" uuid NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid,
	"details" jsonb NOT NULL,
	"hash" text,
	"chain_position" bigint,
	CONSTRAINT "audit_entry_organization_id_sequence_pk" PRIMARY KEY("organization_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"organization_id" uuid NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "calendar_day_organization_id_date_pk" PRIMARY KEY("organization_id","date")
);
--> statement-breakpoint
ALTER TABLE "calendar_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid,
	"group_id" uuid,
	"part" text,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "assignment_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalogue" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"scope_start_on" date NOT NULL,
	"scope_end_on" date NOT NULL,
	"current_version" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"consolidating_unit_id" uuid,
	"adjustment_route" jsonb,
	"difficulty_route" jsonb,
	"ad_hoc_reports" boolean NOT NULL,
	CONSTRAINT "catalogue_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "catalogue_of_document" UNIQUE("organization_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "catalogue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalogue_version" (
	"organization_id" uuid NOT NULL,
	"catalogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "catalogue_version_organization_id_catalogue_id_number_pk" PRIMARY KEY("organization_id","catalogue_id","number")
);
--> statement-breakpoint
ALTER TABLE "catalogue_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"issued_on" date,
	"issuer" text NOT NULL,
	"title" text NOT NULL,
	"superiors" jsonb NOT NULL,
	"restricted" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "section" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"catalogue_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "section_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "section_number" UNIQUE("organization_id","catalogue_id","number")
);
--> statement-breakpoint
ALTER TABLE "section" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "target" (
	"organization_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"phrase" text NOT NULL,
	"meaning" jsonb NOT NULL,
	CONSTRAINT "target_organization_id_task_id_position_pk" PRIMARY KEY("organization_id","task_id","position")
);
--> statement-breakpoint
ALTER TABLE "target" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"catalogue_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"parent_id" uuid,
	"number" text NOT NULL,
	"position" integer NOT NULL,
	"short_title" text NOT NULL,
	"search_text" text NOT NULL,
	"wording" text,
	"is_heading" boolean NOT NULL,
	"due_on" date,
	"has_ladder" boolean NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "task_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "task_number" UNIQUE("organization_id","catalogue_id","number")
);
--> statement-breakpoint
ALTER TABLE "task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_revision" (
	"organization_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"number" text NOT NULL,
	"short_title" text NOT NULL,
	"due_on" date,
	"in_force_from" date NOT NULL,
	CONSTRAINT "task_revision_organization_id_task_id_version_pk" PRIMARY KEY("organization_id","task_id","version")
);
--> statement-breakpoint
ALTER TABLE "task_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_frame" (
	"organization_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"phrase" text,
	"kind" text NOT NULL,
	"date" date,
	"exclusive" boolean,
	"start_on" date,
	"end_on" date,
	"recurs" text NOT NULL,
	"parts" jsonb,
	CONSTRAINT "time_frame_organization_id_task_id_position_pk" PRIMARY KEY("organization_id","task_id","position")
);
--> statement-breakpoint
ALTER TABLE "time_frame" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation" (
	"organization_id" uuid NOT NULL,
	"chat_link_id" uuid NOT NULL,
	"state" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_organization_id_chat_link_id_pk" PRIMARY KEY("organization_id","chat_link_id")
);
--> statement-breakpoint
ALTER TABLE "conversation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "incoming_update" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"update_key" text NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "incoming_update_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chat_key" text,
	"content" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	"failures" integer NOT NULL,
	"retry_at" timestamp with time zone,
	CONSTRAINT "incoming_update_key" UNIQUE("channel","account","update_key")
);
--> statement-breakpoint
ALTER TABLE "incoming_update" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_message_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" uuid,
	"chat_link_id" uuid,
	"channel" text,
	"account" text,
	"chat_key" text,
	"locale" text NOT NULL,
	"purpose" text NOT NULL,
	"message" jsonb NOT NULL,
	"subject" jsonb,
	"edits_message_key" text,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"sent_keys" jsonb,
	"sent_link_id" uuid,
	"failure" text
);
--> statement-breakpoint
ALTER TABLE "outbox_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"mode" text NOT NULL,
	"clock_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installation_is_one" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "installation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lease" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tick" (
	"at" timestamp with time zone PRIMARY KEY NOT NULL,
	"queued" integer NOT NULL,
	"skipped" integer NOT NULL,
	"withdrawn" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tick" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"unit_id" uuid,
	"role" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "appointment_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "appointment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat_link" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"chat_key" text,
	"current_appointment_id" uuid,
	"linked_at" timestamp with time zone NOT NULL,
	"unreachable_since" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "chat_link_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "chat_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"member_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invitation_code" UNIQUE("code_hash")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leader_charge" (
	"organization_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "leader_charge_organization_id_appointment_id_unit_id_pk" PRIMARY KEY("organization_id","appointment_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "leader_charge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "link_attempt" (
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"chat_key" text NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" timestamp with time zone,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_attempt_channel_account_chat_key_pk" PRIMARY KEY("channel","account","chat_key")
);
--> statement-breakpoint
ALTER TABLE "link_attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text,
	"locale" text NOT NULL,
	"digest_at" text,
	"preferred_channel" text,
	"created_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "member_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "web_session" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"chat_link_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "web_session_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "web_session_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "web_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "nudge" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	"recipient" text NOT NULL,
	"member_id" uuid,
	"rung" text NOT NULL,
	"due_on" date NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"planned_for" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"outbox_id" uuid,
	CONSTRAINT "nudge_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "nudge_once" UNIQUE("organization_id","subject_kind","subject_id","unit_id","recipient","rung","due_on")
);
--> statement-breakpoint
ALTER TABLE "nudge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"superior_id" uuid,
	"time_zone" text NOT NULL,
	"policy" jsonb NOT NULL,
	"live_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organization_code" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "organization" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attachment" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"progress_update_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"name" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachment_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "attachment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "completion_claim" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"progress_update_id" uuid NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"completed_on" date NOT NULL,
	"state" text NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	CONSTRAINT "completion_claim_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "completion_claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "progress_update" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"chat_link_id" uuid,
	"message_key" text,
	"text" text NOT NULL,
	"state" text,
	"percent" integer,
	"completed_on" date,
	"understood" jsonb NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"noted_on" date NOT NULL,
	"corrects_id" uuid,
	"replaced_by_id" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "progress_update_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "progress_update" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_acknowledgement" (
	"organization_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"acknowledged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_acknowledgement_organization_id_task_id_unit_id_pk" PRIMARY KEY("organization_id","task_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "task_acknowledgement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "obligation" (
	"organization_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"excluded_reason" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "obligation_organization_id_round_id_unit_id_pk" PRIMARY KEY("organization_id","round_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "obligation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reporting_round" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"catalogue_id" uuid NOT NULL,
	"label" text NOT NULL,
	"phrase" text NOT NULL,
	"position" integer NOT NULL,
	"window_start_on" date NOT NULL,
	"cut_off_on" date,
	"due_on" date,
	"upward_due_on" date,
	"closed_at" timestamp with time zone,
	CONSTRAINT "reporting_round_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "reporting_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_reporter" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid,
	"group_id" uuid,
	CONSTRAINT "round_reporter_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "round_reporter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"short_name" text,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "unit_name" UNIQUE("organization_id","folded_name")
);
--> statement-breakpoint
ALTER TABLE "unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_alias" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid,
	"group_id" uuid,
	"alias" text NOT NULL,
	"folded_alias" text NOT NULL,
	CONSTRAINT "unit_alias_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "unit_alias_folded" UNIQUE("organization_id","folded_alias")
);
--> statement-breakpoint
ALTER TABLE "unit_alias" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_group" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"group_of" text,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_group_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "unit_group_name" UNIQUE("organization_id","folded_name")
);
--> statement-breakpoint
ALTER TABLE "unit_group" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_group_member" (
	"organization_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "unit_group_member_organization_id_group_id_unit_id_from_on_pk" PRIMARY KEY("organization_id","group_id","unit_id","from_on")
);
--> statement-breakpoint
ALTER TABLE "unit_group_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_task" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_group" FOREIGN KEY ("organization_id","group_id") REFERENCES "public"."unit_group"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_document" FOREIGN KEY ("organization_id","document_id") REFERENCES "public"."document"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_consolidating_unit" FOREIGN KEY ("organization_id","consolidating_unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_version" ADD CONSTRAINT "catalogue_version_catalogue" FOREIGN KEY ("organization_id","catalogue_id") REFERENCES "public"."catalogue"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_catalogue" FOREIGN KEY ("organization_id","catalogue_id") REFERENCES "public"."catalogue"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_task" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_catalogue" FOREIGN KEY ("organization_id","catalogue_id") REFERENCES "public"."catalogue"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_section" FOREIGN KEY ("organization_id","section_id") REFERENCES "public"."section"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_parent" FOREIGN KEY ("organization_id","parent_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_revision" ADD CONSTRAINT "task_revision_task" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_frame" ADD CONSTRAINT "time_frame_task" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_chat_link" FOREIGN KEY ("organization_id","chat_link_id") REFERENCES "public"."chat_link"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_member" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."member"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_link" ADD CONSTRAINT "chat_link_member" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."member"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_member" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."member"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_charge" ADD CONSTRAINT "leader_charge_appointment" FOREIGN KEY ("organization_id","appointment_id") REFERENCES "public"."appointment"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_charge" ADD CONSTRAINT "leader_charge_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_chat_link" FOREIGN KEY ("organization_id","chat_link_id") REFERENCES "public"."chat_link"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_progress_update" FOREIGN KEY ("organization_id","progress_update_id") REFERENCES "public"."progress_update"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_claim" ADD CONSTRAINT "completion_claim_progress_update" FOREIGN KEY ("organization_id","progress_update_id") REFERENCES "public"."progress_update"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_claim" ADD CONSTRAINT "completion_claim_task" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_task" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_appointment" FOREIGN KEY ("organization_id","appointment_id") REFERENCES "public"."appointment"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_acknowledgement" ADD CONSTRAINT "task_acknowledgement_task" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."task"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_round" FOREIGN KEY ("organization_id","round_id") REFERENCES "public"."reporting_round"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_round" ADD CONSTRAINT "reporting_round_catalogue" FOREIGN KEY ("organization_id","catalogue_id") REFERENCES "public"."catalogue"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_reporter" ADD CONSTRAINT "round_reporter_round" FOREIGN KEY ("organization_id","round_id") REFERENCES "public"."reporting_round"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_reporter" ADD CONSTRAINT "round_reporter_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_reporter" ADD CONSTRAINT "round_reporter_group" FOREIGN KEY ("organization_id","group_id") REFERENCES "public"."unit_group"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_alias" ADD CONSTRAINT "unit_alias_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_alias" ADD CONSTRAINT "unit_alias_group" FOREIGN KEY ("organization_id","group_id") REFERENCES "public"."unit_group"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_group" ADD CONSTRAINT "unit_group_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_group_member" ADD CONSTRAINT "unit_group_member_group" FOREIGN KEY ("organization_id","group_id") REFERENCES "public"."unit_group"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_group_member" ADD CONSTRAINT "unit_group_member_unit" FOREIGN KEY ("organization_id","unit_id") REFERENCES "public"."unit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_unhashed" ON "audit_entry" USING btree ("organization_id","sequence") WHERE hash is null;--> statement-breakpoint
CREATE INDEX "audit_entry_chain" ON "audit_entry" USING btree ("organization_id","chain_position");--> statement-breakpoint
CREATE INDEX "assignment_by_task" ON "assignment" USING btree ("organization_id","task_id");--> statement-breakpoint
CREATE INDEX "assignment_by_unit" ON "assignment" USING btree ("organization_id","unit_id");--> statement-breakpoint
CREATE INDEX "task_by_due" ON "task" USING btree ("due_on","organization_id");--> statement-breakpoint
CREATE INDEX "incoming_update_waiting" ON "incoming_update" USING btree ("channel","account","chat_key","sequence") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "outbox_message_due" ON "outbox_message" USING btree ("not_before") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_message_of_link" ON "outbox_message" USING btree ("organization_id","chat_link_id","sequence");--> statement-breakpoint
CREATE INDEX "outbox_message_of_member" ON "outbox_message" USING btree ("organization_id","member_id","sequence");--> statement-breakpoint
CREATE INDEX "outbox_message_sent_link" ON "outbox_message" USING btree ("organization_id","sent_link_id","sequence");--> statement-breakpoint
CREATE INDEX "appointment_by_member" ON "appointment" USING btree ("organization_id","member_id");--> statement-breakpoint
CREATE INDEX "appointment_by_unit" ON "appointment" USING btree ("organization_id","unit_id","role");--> statement-breakpoint
CREATE INDEX "chat_link_by_member" ON "chat_link" USING btree ("organization_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_link_of_chat" ON "chat_link" USING btree ("channel","account","chat_key") WHERE revoked_at is null and chat_key is not null;--> statement-breakpoint
CREATE INDEX "web_session_by_link" ON "web_session" USING btree ("organization_id","chat_link_id");--> statement-breakpoint
CREATE INDEX "nudge_of_outbox" ON "nudge" USING btree ("organization_id","outbox_id") WHERE outcome = 'queued';--> statement-breakpoint
CREATE INDEX "organization_by_superior" ON "organization" USING btree ("superior_id");--> statement-breakpoint
CREATE INDEX "attachment_of_note" ON "attachment" USING btree ("organization_id","progress_update_id");--> statement-breakpoint
CREATE INDEX "completion_claim_of_task" ON "completion_claim" USING btree ("organization_id","task_id","unit_id");--> statement-breakpoint
CREATE INDEX "completion_claim_waiting" ON "completion_claim" USING btree ("organization_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "progress_update_standing" ON "progress_update" USING btree ("organization_id","task_id","unit_id","noted_at") WHERE replaced_by_id is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "progress_update_of_unit" ON "progress_update" USING btree ("organization_id","unit_id","noted_on");--> statement-breakpoint
CREATE INDEX "progress_update_by_message" ON "progress_update" USING btree ("organization_id","chat_link_id","message_key");--> statement-breakpoint
CREATE INDEX "reporting_round_of_catalogue" ON "reporting_round" USING btree ("organization_id","catalogue_id");--> statement-breakpoint
CREATE INDEX "reporting_round_by_due" ON "reporting_round" USING btree ("due_on","organization_id");--> statement-breakpoint
CREATE INDEX "round_reporter_of_round" ON "round_reporter" USING btree ("organization_id","round_id");--> statement-breakpoint
CREATE INDEX "unit_group_member_by_unit" ON "unit_group_member" USING btree ("organization_id","unit_id");--> statement-breakpoint
CREATE POLICY "audit_entry_of_organization" ON "audit_entry" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_entry_for_system" ON "audit_entry" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "calendar_day_of_organization" ON "calendar_day" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "calendar_day_for_system" ON "calendar_day" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "assignment_of_organization" ON "assignment" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "assignment_for_system" ON "assignment" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "catalogue_of_organization" ON "catalogue" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "catalogue_for_system" ON "catalogue" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "catalogue_version_of_organization" ON "catalogue_version" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "catalogue_version_for_system" ON "catalogue_version" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "document_of_organization" ON "document" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "document_for_system" ON "document" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "section_of_organization" ON "section" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "section_for_system" ON "section" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "target_of_organization" ON "target" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "target_for_system" ON "target" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "task_of_organization" ON "task" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "task_for_system" ON "task" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "task_revision_of_organization" ON "task_revision" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "task_revision_for_system" ON "task_revision" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "time_frame_of_organization" ON "time_frame" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "time_frame_for_system" ON "time_frame" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "conversation_of_organization" ON "conversation" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "conversation_for_system" ON "conversation" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "incoming_update_for_system" ON "incoming_update" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "outbox_message_of_organization" ON "outbox_message" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "outbox_message_for_system" ON "outbox_message" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "installation_for_system" ON "installation" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "lease_for_system" ON "lease" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tick_for_system" ON "tick" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "appointment_of_organization" ON "appointment" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "appointment_for_system" ON "appointment" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "chat_link_of_organization" ON "chat_link" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "chat_link_for_system" ON "chat_link" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitation_of_organization" ON "invitation" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "invitation_for_system" ON "invitation" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "leader_charge_of_organization" ON "leader_charge" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "leader_charge_for_system" ON "leader_charge" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "link_attempt_for_system" ON "link_attempt" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "member_of_organization" ON "member" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "member_for_system" ON "member" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "web_session_of_organization" ON "web_session" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "web_session_for_system" ON "web_session" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "nudge_of_organization" ON "nudge" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "nudge_for_system" ON "nudge" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organization_of_organization" ON "organization" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "organization_for_system" ON "organization" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "attachment_of_organization" ON "attachment" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "attachment_for_system" ON "attachment" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "completion_claim_of_organization" ON "completion_claim" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "completion_claim_for_system" ON "completion_claim" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "progress_update_of_organization" ON "progress_update" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "progress_update_for_system" ON "progress_update" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "task_acknowledgement_of_organization" ON "task_acknowledgement" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "task_acknowledgement_for_system" ON "task_acknowledgement" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "obligation_of_organization" ON "obligation" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "obligation_for_system" ON "obligation" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reporting_round_of_organization" ON "reporting_round" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "reporting_round_for_system" ON "reporting_round" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "round_reporter_of_organization" ON "round_reporter" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "round_reporter_for_system" ON "round_reporter" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_of_organization" ON "unit" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_for_system" ON "unit" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_alias_of_organization" ON "unit_alias" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_alias_for_system" ON "unit_alias" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_group_of_organization" ON "unit_group" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_group_for_system" ON "unit_group" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_group_member_of_organization" ON "unit_group_member" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_group_member_for_system" ON "unit_group_member" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);