CREATE TABLE x (a int, c text DEFAULT 'c');
CREATE TABLE y (b int);
CREATE TABLE z (d int) INHERITS (x, y);
