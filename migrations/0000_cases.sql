CREATE TABLE "audit" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"institution_id" text,
	"request_id" text NOT NULL,
	"action" text NOT NULL,
	"case_id" uuid NOT NULL,
	"revision" integer,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "case_contract" (
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"subject" text NOT NULL,
	"method" text,
	"lots" integer,
	"period_from" text,
	"period_to" text,
	"amount" bigint,
	"supplier" text,
	"regime" text,
	"renews" text,
	CONSTRAINT "case_contract_case_id_position_pk" PRIMARY KEY("case_id","position")
);
--> statement-breakpoint
CREATE TABLE "case_indicator" (
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"measured_both" boolean NOT NULL,
	CONSTRAINT "case_indicator_case_id_position_pk" PRIMARY KEY("case_id","position")
);
--> statement-breakpoint
CREATE TABLE "case_money" (
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"amount" bigint NOT NULL,
	"amount_max" bigint,
	"qualifier" text NOT NULL,
	"kind" text NOT NULL,
	"per" text,
	"what" text NOT NULL,
	"year" integer,
	"budget_level" text,
	CONSTRAINT "case_money_case_id_position_pk" PRIMARY KEY("case_id","position")
);
--> statement-breakpoint
CREATE TABLE "case_revision" (
	"case_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_revision_case_id_revision_pk" PRIMARY KEY("case_id","revision")
);
--> statement-breakpoint
CREATE TABLE "case_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"case_id" uuid
);
--> statement-breakpoint
CREATE TABLE "case_source" (
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"url" text NOT NULL,
	"publisher" text NOT NULL,
	"published" text,
	"accessed" text NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "case_source_case_id_position_pk" PRIMARY KEY("case_id","position")
);
--> statement-breakpoint
CREATE TABLE "case_step" (
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"planned" text,
	"actual" text,
	"note" text NOT NULL,
	CONSTRAINT "case_step_case_id_position_pk" PRIMARY KEY("case_id","position")
);
--> statement-breakpoint
CREATE TABLE "case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"latest_revision" integer NOT NULL,
	"published_revision" integer,
	"file_hash" text,
	"file_revision" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"revision" integer NOT NULL,
	"original_language" text NOT NULL,
	"texts" jsonb NOT NULL,
	"region" text NOT NULL,
	"category" text NOT NULL,
	"owner" text,
	"outcome" text NOT NULL,
	"confidence" text NOT NULL,
	"seasons" text[] NOT NULL,
	"year" integer,
	"resolved_on" text,
	"cost_amount" bigint,
	"cost_kind" text,
	"duration_min" integer,
	"duration_max" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "published_case_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"case_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_contract" ADD CONSTRAINT "case_contract_case_id_published_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."published_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_indicator" ADD CONSTRAINT "case_indicator_case_id_published_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."published_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_money" ADD CONSTRAINT "case_money_case_id_published_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."published_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_revision" ADD CONSTRAINT "case_revision_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_slug" ADD CONSTRAINT "case_slug_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_source" ADD CONSTRAINT "case_source_case_id_published_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."published_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_step" ADD CONSTRAINT "case_step_case_id_published_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."published_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_case" ADD CONSTRAINT "published_case_id_case_id_fk" FOREIGN KEY ("id") REFERENCES "public"."case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_case_id_index" ON "audit" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_money_kind_index" ON "case_money" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "case_slug_case_id_index" ON "case_slug" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_source_publisher_index" ON "case_source" USING btree ("publisher");--> statement-breakpoint
CREATE INDEX "case_step_kind_index" ON "case_step" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "published_case_updated_at_id_index" ON "published_case" USING btree ("updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "published_case_region_updated_at_id_index" ON "published_case" USING btree ("region","updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "published_case_category_updated_at_id_index" ON "published_case" USING btree ("category","updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "outbox_xid_seq_index" ON "outbox" USING btree ("xid","seq");