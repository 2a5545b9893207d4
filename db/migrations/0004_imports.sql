CREATE TABLE "document_import" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"format" text NOT NULL,
	"lines" jsonb NOT NULL,
	"reading" jsonb NOT NULL,
	"decisions" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"catalogue_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_import_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "document_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "task" DROP CONSTRAINT "task_number";--> statement-breakpoint
ALTER TABLE "catalogue_version" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "task_revision" ADD COLUMN "content" jsonb;--> statement-breakpoint
ALTER TABLE "document_import" ADD CONSTRAINT "document_import_catalogue" FOREIGN KEY ("organization_id","catalogue_id") REFERENCES "public"."catalogue"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_import_by_state" ON "document_import" USING btree ("organization_id","state","created_at");--> statement-breakpoint
ALTER TABLE "catalogue_version" ADD CONSTRAINT "catalogue_version_document" FOREIGN KEY ("organization_id","document_id") REFERENCES "public"."document"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "task_number" ON "task" USING btree ("organization_id","catalogue_id","number") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE POLICY "document_import_of_organization" ON "document_import" AS PERMISSIVE FOR ALL TO "dondoc_app" USING (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "document_import_for_system" ON "document_import" AS PERMISSIVE FOR ALL TO "dondoc_system" USING (true) WITH CHECK (true);