INSERT INTO note (text) VALUES ('from data.sql');
