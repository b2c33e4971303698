CREATE TABLE "outbox_horizon" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"xid" "xid8" NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "written_at" timestamp with time zone DEFAULT now() NOT NULL;