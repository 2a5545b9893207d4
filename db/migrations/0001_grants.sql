-- What each role may do. Row-level security decides which rows; this decides which verbs and columns.
grant usage on schema public to dondoc_app, dondoc_system;
--> statement-breakpoint
grant select, insert, update, delete on
  organization, unit, unit_group, unit_group_member, unit_alias,
  member, appointment, leader_charge, chat_link, invitation, web_session,
  document, catalogue, section, task, time_frame, target, assignment,
  reporting_round, round_reporter, obligation,
  completion_claim, task_acknowledgement, attachment,
  conversation, outbox_message, nudge, calendar_day
to dondoc_app;
--> statement-breakpoint
-- Append-only: a note's words, a version and an audit entry stay as they were written.
grant select, insert on progress_update, catalogue_version, task_revision, audit_entry to dondoc_app;
--> statement-breakpoint
grant update (replaced_by_id, withdrawn_at, withdrawn_by) on progress_update to dondoc_app;
--> statement-breakpoint
-- Found before an organization is known.
grant select, insert, update, delete on
  installation, tick, lease, incoming_update, link_attempt, outbox_message, nudge
to dondoc_system;
--> statement-breakpoint
grant select on chat_link, invitation, web_session, appointment, leader_charge to dondoc_system;
--> statement-breakpoint
grant update (unreachable_since) on chat_link to dondoc_system;
--> statement-breakpoint
-- Planned in sets: facts without anybody's name and without anybody's words.
grant select on
  organization, unit, unit_group, unit_group_member, catalogue, section, task, task_revision, assignment,
  reporting_round, round_reporter, obligation, completion_claim, task_acknowledgement, calendar_day
to dondoc_system;
--> statement-breakpoint
grant select (organization_id, id, kind, number, issued_on, restricted) on document to dondoc_system;
--> statement-breakpoint
grant select (organization_id, id, locale, digest_at, preferred_channel, erased_at) on member to dondoc_system;
--> statement-breakpoint
grant select (organization_id, id, task_id, unit_id, state, completed_on, noted_at, noted_on, replaced_by_id, withdrawn_at)
  on progress_update to dondoc_system;
--> statement-breakpoint
-- Which evidence files any office still names; neither whose nor what.
grant select (sha256) on attachment to dondoc_system;
--> statement-breakpoint
grant update (live_on) on organization to dondoc_system;
--> statement-breakpoint
grant select, insert on audit_entry to dondoc_system;
--> statement-breakpoint
grant update (hash, chain_position) on audit_entry to dondoc_system;
