CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x') PARTITION BY RANGE (id);
CREATE TABLE p1 (id int NOT NULL, a text DEFAULT 'own');
