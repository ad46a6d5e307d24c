insert into book values (1);
