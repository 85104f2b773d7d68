-- A replay has a topic of its own, and a topic that was made anew begins at offset 0 again: neither may hide a letter.
alter table dead_letter add column read_from text;
update dead_letter set read_from = topic;
alter table dead_letter alter column read_from set not null;
alter table dead_letter drop constraint dead_letter_topic_partition_offset_key;
create unique index dead_letter_once on dead_letter
    (read_from, partition, "offset", md5(coalesce(key, '')), md5(coalesce(payload, '')));
