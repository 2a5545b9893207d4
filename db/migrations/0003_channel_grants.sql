grant select, insert, update, delete on group_chat, group_summary to dondoc_app;
--> statement-breakpoint
-- Which group an update came from, and which groups the week's summary is due to.
grant select on group_chat, group_summary to dondoc_system;
--> statement-breakpoint
grant select, insert, delete on published_picture to dondoc_system;
--> statement-breakpoint
grant select (fallback_channel) on member to dondoc_system;
