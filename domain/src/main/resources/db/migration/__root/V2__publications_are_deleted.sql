-- A publication is deleted once it was delivered, so nobody ever looks for completed ones; the index was only written.
drop index event_publication_by_completion;
