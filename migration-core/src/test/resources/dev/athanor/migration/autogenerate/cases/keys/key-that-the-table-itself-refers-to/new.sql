CREATE TABLE node (id bigint, payload bigint, up bigint, PRIMARY KEY (id) INCLUDE (payload), CONSTRAINT up_fk FOREIGN KEY (up) REFERENCES node (id));
