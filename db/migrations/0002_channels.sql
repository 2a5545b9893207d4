CREATE TABLE "group_chat" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"chat_key" text NOT NULL,
	"locale" text NOT NULL,
	"connected_by" uuid NOT NULL,
	"connected_at" timestamp with time zone NOT NULL,
	"disconnected_at" timestamp with time zone,
	CONSTRAINT "group_chat_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "group_chat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "group_summary" (
	"organization_id" uuid NOT NULL,
	"group_chat_id" uuid NOT NULL,
	"week_of" date NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_summary_organization_id_group_chat_id_week_of_pk" PRIMARY KEY("organization_id","group_chat_id","week_of")
);
--> statement-breakpoint
ALTER TABLE "group_summary" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_picture" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "published_picture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "fallback_channel" text;--> statement-breakpoint
ALTER TABLE "group_chat" ADD CONSTRAINT "group_chat_connected_by" FOREIGN KEY ("organization_id","connected_by") REFERENCES "public"."appointment"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_summary" ADD CONSTRAINT "group_summary_group_chat" FOREIGN KEY ("organization_id","group_chat_id") REFERENCES "public"."group_chat"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_chat_of_chat" ON "group_chat" USING btree ("channel","account","chat_key") WHERE disconnected_at is null;--> statement-breakpoint
CREATE INDEX "published_picture_expiry" ON "published_picture" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "group_chat_of_organization" ON "group_chat" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "group_chat_for_system" ON "group_chat" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "group_summary_of_organization" ON "group_summary" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "group_summary_for_system" ON "group_summary" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "published_picture_for_system" ON "published_picture" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);