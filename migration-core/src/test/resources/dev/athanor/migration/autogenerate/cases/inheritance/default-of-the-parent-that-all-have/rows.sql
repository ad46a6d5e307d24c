INSERT INTO p VALUES (1, 'a', 1), (11, 'b', 2);
