CREATE TABLE "embedding" (
	"model" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"vector" "bytea" NOT NULL,
	"used_on" date DEFAULT current_date NOT NULL,
	CONSTRAINT "embedding_model_hash_pk" PRIMARY KEY("model","hash")
);
--> statement-breakpoint
CREATE INDEX "embedding_used_on_index" ON "embedding" USING btree ("used_on");