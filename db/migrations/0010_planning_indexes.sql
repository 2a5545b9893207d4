ALTER TABLE "organization" ADD COLUMN "look_again_on" date;--> statement-breakpoint
CREATE INDEX "task_of_catalogue_by_due" ON "task" USING btree ("organization_id","catalogue_id","due_on") WHERE has_ladder and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "appointment_watching" ON "appointment" USING btree ("organization_id") WHERE role in ('consolidator', 'leader');--> statement-breakpoint
CREATE INDEX "appointment_by_start" ON "appointment" USING btree ("from_on","organization_id");--> statement-breakpoint
-- Offices that stand already are judged as a whole once.
UPDATE "organization" SET "look_again_on" = ("created_at" at time zone 'UTC')::date;--> statement-breakpoint
GRANT UPDATE ("look_again_on") ON "organization" TO dondoc_system;
