CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, email text,
    note varchar(50), score int, status text NOT NULL DEFAULT 'new', born date,
    full_name text GENERATED ALWAYS AS (name) STORED);

CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric(10,2), amount int, code varchar(20),
    created timestamp, payload json, state text, updated timestamptz);
CREATE INDEX orders_state_idx ON orders (state);
CREATE INDEX orders_amount_idx ON orders (amount);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint CONSTRAINT items_order_fk REFERENCES orders, qty int, sku text);
CREATE INDEX items_order_idx ON items (order_id);
CREATE VIEW order_view AS SELECT id, code FROM orders;
CREATE MATERIALIZED VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE UNIQUE INDEX totals_key ON totals (customer_id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER items_touch BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION touch();

CREATE TABLE logs (id bigint PRIMARY KEY, line text, qty int CONSTRAINT logs_qty CHECK (qty > 0) NOT NULL);

CREATE TABLE events (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE loose (id bigint, at date NOT NULL, kind text);

CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN level AS int;
CREATE TABLE moods (id bigint PRIMARY KEY, feeling mood, height level);

CREATE DOMAIN positive AS int CHECK (VALUE > 0);

CREATE SCHEMA archive;
CREATE TABLE archive.old_orders (id bigint PRIMARY KEY);

CREATE SEQUENCE numbers;
