--
-- PostgreSQL database dump
--

\restrict lwIVaXPTbNQlY1Q2Ro8k7zKzFBzFBjsrpssEgcj4dGQ4rCNO6tfa6h15Iu6U833

-- Dumped from database version 15.18
-- Dumped by pg_dump version 15.18

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: Odd one; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA "Odd one";


ALTER SCHEMA "Odd one" OWNER TO postgres;

--
-- Name: state; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA state;


ALTER SCHEMA state OWNER TO postgres;

--
-- Name: SCHEMA state; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON SCHEMA state IS 'what the machines do';


--
-- Name: citext; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;


--
-- Name: EXTENSION citext; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: mail_address; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.mail_address AS public.citext
	CONSTRAINT mail_address_check CHECK ((VALUE OPERATOR(public.~) '^[^@;]+@[^@]+$'::public.citext));


ALTER DOMAIN public.mail_address OWNER TO postgres;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok; fine',
    'it''s good'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: positive; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.positive AS integer NOT NULL DEFAULT 1
	CONSTRAINT above_zero CHECK ((VALUE > 0));


ALTER DOMAIN public.positive OWNER TO postgres;

--
-- Name: place; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.place AS (
	street text,
	number public.positive,
	mood public.mood
);


ALTER TYPE public.place OWNER TO postgres;

--
-- Name: phase; Type: TYPE; Schema: state; Owner: postgres
--

CREATE TYPE state.phase AS ENUM (
    'begun',
    'done'
);


ALTER TYPE state.phase OWNER TO postgres;

--
-- Name: slug(text); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.slug(title text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT lower(replace(title, ' ', '-')); $$;


ALTER FUNCTION public.slug(title text) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: users; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.users (
    id bigint NOT NULL,
    mail public.mail_address NOT NULL,
    name text NOT NULL,
    slug text GENERATED ALWAYS AS (public.slug(name)) STORED,
    mood public.mood DEFAULT 'ok; fine'::public.mood,
    home public.place,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    settings jsonb DEFAULT '{"a": "\\b;"}'::jsonb NOT NULL,
    score numeric(10,2),
    last_log bigint,
    CONSTRAINT users_score_check CHECK ((score >= (0)::numeric))
);


ALTER TABLE public.users OWNER TO postgres;

--
-- Name: TABLE users; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.users IS 'People; and others'' machines';


--
-- Name: COLUMN users.mood; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.users.mood IS 'back\slash and
new line';


--
-- Name: count_users(public.mood); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.count_users(wanted public.mood DEFAULT NULL::public.mood) RETURNS bigint
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT 1;
 SELECT
         CASE
             WHEN (count_users.wanted IS NULL) THEN count(*)
             ELSE count(*) FILTER (WHERE (users.mood = count_users.wanted))
         END AS count
    FROM public.users;
END;


ALTER FUNCTION public.count_users(wanted public.mood) OWNER TO postgres;

--
-- Name: log; Type: TABLE; Schema: state; Owner: postgres
--

CREATE TABLE state.log (
    id bigint NOT NULL,
    user_id bigint,
    phase state.phase DEFAULT 'begun'::state.phase NOT NULL,
    who public.citext
);


ALTER TABLE state.log OWNER TO postgres;

--
-- Name: finish(bigint); Type: PROCEDURE; Schema: state; Owner: postgres
--

CREATE PROCEDURE state.finish(IN log_id bigint)
    LANGUAGE sql
    BEGIN ATOMIC
 UPDATE state.log SET phase = 'done'::state.phase
   WHERE (log.id = finish.log_id);
 UPDATE public.users SET score = 1
   WHERE (users.last_log = finish.log_id);
END;


ALTER PROCEDURE state.finish(IN log_id bigint) OWNER TO postgres;

--
-- Name: note(); Type: FUNCTION; Schema: state; Owner: postgres
--

CREATE FUNCTION state.note() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.settings ? 'quiet' THEN
        RETURN NEW;
    END IF;
    INSERT INTO state.log (user_id, who) VALUES (NEW.id, E'it\'s; ' || NEW.name);
    RETURN NEW;
END;
$$;


ALTER FUNCTION state.note() OWNER TO postgres;

--
-- Name: FUNCTION note(); Type: COMMENT; Schema: state; Owner: postgres
--

COMMENT ON FUNCTION state.note() IS 'Keeps a log';


--
-- Name: Select; Type: TABLE; Schema: Odd one; Owner: postgres
--

CREATE TABLE "Odd one"."Select" (
    "from" text NOT NULL COLLATE pg_catalog."C",
    "Group by" integer DEFAULT 5,
    CONSTRAINT "a check; here" CHECK (("Group by" <> 3))
);


ALTER TABLE "Odd one"."Select" OWNER TO postgres;

--
-- Name: animals; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.animals (
    id integer NOT NULL,
    legs integer DEFAULT 4 NOT NULL
);


ALTER TABLE public.animals OWNER TO postgres;

--
-- Name: birds; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.birds (
    wings integer DEFAULT 2
)
INHERITS (public.animals);


ALTER TABLE public.birds OWNER TO postgres;

--
-- Name: counts; Type: MATERIALIZED VIEW; Schema: public; Owner: postgres
--

CREATE MATERIALIZED VIEW public.counts AS
 SELECT users.mood,
    count(*) AS many
   FROM public.users
  GROUP BY users.mood
  WITH NO DATA;


ALTER TABLE public.counts OWNER TO postgres;

--
-- Name: happy; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.happy AS
 SELECT users.id,
    users.name,
    (users.settings ? 'a'::text) AS has_a
   FROM public.users
  WHERE (users.mood = 'it''s good'::public.mood)
  WITH CASCADED CHECK OPTION;


ALTER TABLE public.happy OWNER TO postgres;

--
-- Name: legacy; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.legacy (
    id integer NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.legacy OWNER TO postgres;

--
-- Name: invoice_numbers; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.invoice_numbers
    AS integer
    START WITH 1000
    INCREMENT BY 5
    MINVALUE 1000
    NO MAXVALUE
    CACHE 10;


ALTER TABLE public.invoice_numbers OWNER TO postgres;

--
-- Name: invoice_numbers; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.invoice_numbers OWNED BY public.legacy.number;


--
-- Name: legacy_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.legacy_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.legacy_id_seq OWNER TO postgres;

--
-- Name: legacy_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.legacy_id_seq OWNED BY public.legacy.id;


--
-- Name: measures; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.measures (
    taken date NOT NULL,
    sensor integer NOT NULL,
    value double precision
)
PARTITION BY RANGE (taken);


ALTER TABLE public.measures OWNER TO postgres;

--
-- Name: measures_2024; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.measures_2024 (
    taken date NOT NULL,
    sensor integer NOT NULL,
    value double precision
);


ALTER TABLE public.measures_2024 OWNER TO postgres;

--
-- Name: measures_rest; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.measures_rest (
    taken date NOT NULL,
    sensor integer NOT NULL,
    value double precision
);


ALTER TABLE public.measures_rest OWNER TO postgres;

--
-- Name: users_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: log_id_seq; Type: SEQUENCE; Schema: state; Owner: postgres
--

ALTER TABLE state.log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME state.log_id_seq
    START WITH 10
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: open; Type: VIEW; Schema: state; Owner: postgres
--

CREATE VIEW state.open AS
 SELECT l.id,
    u.name
   FROM (state.log l
     JOIN public.users u ON ((u.id = l.user_id)))
  WHERE (l.phase = 'begun'::state.phase);


ALTER TABLE state.open OWNER TO postgres;

--
-- Name: measures_2024; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.measures ATTACH PARTITION public.measures_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');


--
-- Name: measures_rest; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.measures ATTACH PARTITION public.measures_rest DEFAULT;


--
-- Name: birds legs; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.birds ALTER COLUMN legs SET DEFAULT 2;


--
-- Name: legacy id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.legacy ALTER COLUMN id SET DEFAULT nextval('public.legacy_id_seq'::regclass);


--
-- Name: legacy number; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.legacy ALTER COLUMN number SET DEFAULT nextval('public.invoice_numbers'::regclass);


--
-- Name: Select Select_pkey; Type: CONSTRAINT; Schema: Odd one; Owner: postgres
--

ALTER TABLE ONLY "Odd one"."Select"
    ADD CONSTRAINT "Select_pkey" PRIMARY KEY ("from");


--
-- Name: animals animals_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.animals
    ADD CONSTRAINT animals_pkey PRIMARY KEY (id);


--
-- Name: legacy legacy_int4range_excl; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.legacy
    ADD CONSTRAINT legacy_int4range_excl EXCLUDE USING gist (int4range(id, number, '[]'::text) WITH &&);


--
-- Name: legacy legacy_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.legacy
    ADD CONSTRAINT legacy_pkey PRIMARY KEY (id);


--
-- Name: measures measures_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_pkey PRIMARY KEY (taken, sensor);


--
-- Name: measures_2024 measures_2024_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.measures_2024
    ADD CONSTRAINT measures_2024_pkey PRIMARY KEY (taken, sensor);


--
-- Name: measures_rest measures_rest_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.measures_rest
    ADD CONSTRAINT measures_rest_pkey PRIMARY KEY (taken, sensor);


--
-- Name: users short_name; Type: CHECK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE public.users
    ADD CONSTRAINT short_name CHECK ((length(name) < 100)) NOT VALID;


--
-- Name: users users_mail_key; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_mail_key UNIQUE (mail);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: log log_pkey; Type: CONSTRAINT; Schema: state; Owner: postgres
--

ALTER TABLE ONLY state.log
    ADD CONSTRAINT log_pkey PRIMARY KEY (id);


--
-- Name: counts_by_mood; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX counts_by_mood ON public.counts USING btree (mood);


--
-- Name: measures_by_sensor; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX measures_by_sensor ON ONLY public.measures USING btree (sensor);


--
-- Name: measures_2024_sensor_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX measures_2024_sensor_idx ON public.measures_2024 USING btree (sensor);


--
-- Name: measures_rest_sensor_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX measures_rest_sensor_idx ON public.measures_rest USING btree (sensor);


--
-- Name: users_by_name; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX users_by_name ON public.users USING btree (lower(name) text_pattern_ops, id DESC NULLS LAST) INCLUDE (mood) WHERE (score > (5)::numeric);


--
-- Name: users_by_trigram; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX users_by_trigram ON public.users USING gin (name public.gin_trgm_ops);


--
-- Name: log_by_who; Type: INDEX; Schema: state; Owner: postgres
--

CREATE INDEX log_by_who ON state.log USING hash (who);


--
-- Name: measures_2024_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.measures_pkey ATTACH PARTITION public.measures_2024_pkey;


--
-- Name: measures_2024_sensor_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.measures_by_sensor ATTACH PARTITION public.measures_2024_sensor_idx;


--
-- Name: measures_rest_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.measures_pkey ATTACH PARTITION public.measures_rest_pkey;


--
-- Name: measures_rest_sensor_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.measures_by_sensor ATTACH PARTITION public.measures_rest_sensor_idx;


--
-- Name: users note_users; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER note_users AFTER INSERT OR UPDATE OF name ON public.users FOR EACH ROW WHEN ((new.name <> 'x;'::text)) EXECUTE FUNCTION state.note();


--
-- Name: users users_last_log_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_last_log_fkey FOREIGN KEY (last_log) REFERENCES state.log(id) ON DELETE SET NULL;


--
-- Name: log log_user_id_fkey; Type: FK CONSTRAINT; Schema: state; Owner: postgres
--

ALTER TABLE ONLY state.log
    ADD CONSTRAINT log_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- Name: users own_rows; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY own_rows ON public.users FOR SELECT USING ((name = CURRENT_USER));


--
-- Name: users; Type: ROW SECURITY; Schema: public; Owner: postgres
--

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

--
-- Name: TABLE users; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.users TO PUBLIC;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: state; Owner: postgres
--

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA state GRANT SELECT ON TABLES  TO PUBLIC;


--
-- PostgreSQL database dump complete
--

\unrestrict lwIVaXPTbNQlY1Q2Ro8k7zKzFBzFBjsrpssEgcj4dGQ4rCNO6tfa6h15Iu6U833

