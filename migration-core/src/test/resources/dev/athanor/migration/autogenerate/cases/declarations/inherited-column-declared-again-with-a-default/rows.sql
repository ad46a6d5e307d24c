INSERT INTO base VALUES (5, 'a');
INSERT INTO kid VALUES (6, 'b', 7);
