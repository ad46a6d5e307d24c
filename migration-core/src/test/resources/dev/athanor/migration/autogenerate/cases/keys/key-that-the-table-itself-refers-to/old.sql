CREATE TABLE node (id int, payload int, up int, PRIMARY KEY (id) INCLUDE (payload), CONSTRAINT up_fk FOREIGN KEY (up) REFERENCES node (id));
