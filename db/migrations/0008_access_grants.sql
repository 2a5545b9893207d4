grant select, insert, update, delete on
  api_key, answered_request, calendar_feed, subscription, event_delivery
to dondoc_app;
--> statement-breakpoint
-- Found before an organization is known.
grant select on api_key to dondoc_system;
--> statement-breakpoint
grant select (organization_id, id, member_id, unit_id, token_hash, revoked_at) on calendar_feed to dondoc_system;
--> statement-breakpoint
-- Which offices have something to follow or to deliver; neither the address nor its secret.
grant select (organization_id, id, followed_to, paused_at, ended_at) on subscription to dondoc_system;
--> statement-breakpoint
grant select (organization_id, id, subscription_id, state, not_before) on event_delivery to dondoc_system;
--> statement-breakpoint
-- Answers that nobody may ask for again any more are swept across offices.
grant select (organization_id, answered_at), delete on answered_request to dondoc_system;
