CREATE TABLE "answered_request" (
	"organization_id" uuid NOT NULL,
	"caller" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answered_request_organization_id_caller_idempotency_key_pk" PRIMARY KEY("organization_id","caller","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "answered_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_key" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"key_hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "api_key_hash" UNIQUE("key_hash")
);
--> statement-breakpoint
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid,
	"unit_id" uuid,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_read_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feed_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "calendar_feed_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_delivery" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"chain_position" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"last_status" integer,
	"last_problem" text,
	CONSTRAINT "event_delivery_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "event_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscription" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"actions" jsonb NOT NULL,
	"followed_to" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "subscription_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "subscription" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answered_request" ADD CONSTRAINT "answered_request_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_delivery" ADD CONSTRAINT "event_delivery_subscription" FOREIGN KEY ("organization_id","subscription_id") REFERENCES "public"."subscription"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answered_request_by_age" ON "answered_request" USING btree ("answered_at");--> statement-breakpoint
CREATE INDEX "calendar_feed_standing" ON "calendar_feed" USING btree ("organization_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "event_delivery_due" ON "event_delivery" USING btree ("not_before") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "event_delivery_of_subscription" ON "event_delivery" USING btree ("organization_id","subscription_id","chain_position");--> statement-breakpoint
CREATE INDEX "subscription_standing" ON "subscription" USING btree ("organization_id") WHERE ended_at is null and paused_at is null;--> statement-breakpoint
CREATE POLICY "answered_request_of_organization" ON "answered_request" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "answered_request_for_system" ON "answered_request" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "api_key_of_organization" ON "api_key" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "api_key_for_system" ON "api_key" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "calendar_feed_of_organization" ON "calendar_feed" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "calendar_feed_for_system" ON "calendar_feed" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "event_delivery_of_organization" ON "event_delivery" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "event_delivery_for_system" ON "event_delivery" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "subscription_of_organization" ON "subscription" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subscription_for_system" ON "subscription" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);