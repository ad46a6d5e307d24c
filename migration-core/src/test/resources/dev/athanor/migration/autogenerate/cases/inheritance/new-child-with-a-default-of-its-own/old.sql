CREATE TABLE base (id int NOT NULL, a text DEFAULT 'x', b int DEFAULT 1);
