ALTER TABLE "outbox" ALTER COLUMN "written_at" SET DEFAULT clock_timestamp();--> statement-breakpoint
ALTER TABLE "outbox_horizon" ADD COLUMN "origin" text DEFAULT '' NOT NULL;