package app.afterwell.aftercare.note;

import app.afterwell.domain.Actor;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import jakarta.validation.Valid;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Ready-made texts for notes: everybody's own, and the clinic's, which clinical leads look after. */
@Service
@Validated
@Transactional
@PreAuthorize("hasRole('THERAPIST')")
public class Snippets {

    private final JdbcClient sql;
    private final CurrentActor actor;
    private final Clock clock;

    Snippets(JdbcClient sql, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.actor = actor;
        this.clock = clock;
    }

    /** One's own and the clinic's, by name. */
    @Transactional(readOnly = true)
    public List<Snippet> mine() {
        return sql.sql("""
                select id, name, body, owner from note_snippet
                where owner is null or owner = :me order by lower(name), owner nulls last
                """)
                .param("me", actor.require().userId().value())
                .query((row, number) -> new Snippet(
                        new SnippetId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("body"),
                        row.getObject("owner") == null))
                .list();
    }

    /** Whether whoever asks may change the clinic's snippets. */
    public boolean keepsTheClinics() {
        return actor.require().clinicalLead();
    }

    /**
     * Adds a snippet, or changes the one with its id.
     *
     * @throws ConflictException {@code snippet-name} if there is another of that name
     * @throws AccessDeniedException if it is the clinic's and whoever asks is no clinical lead
     */
    public void save(@Valid Snippet snippet) {
        var who = actor.require();
        requireLeadFor(snippet.clinic(), who);
        var stored = find(snippet.id(), who);
        if (stored != null) {
            requireLeadFor(stored.clinic(), who);
        }
        @Nullable UUID owner = snippet.clinic() ? null : who.userId().value();
        try {
            sql.sql("""
                    insert into note_snippet (id, owner, name, body, changed_at, changed_by)
                    values (:id, :owner, :name, :body, :at, :by)
                    on conflict (id) do update set owner = excluded.owner, name = excluded.name,
                        body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                    """)
                    .param("id", snippet.id().value())
                    .param("owner", owner)
                    .param("name", snippet.name().strip())
                    .param("body", snippet.text().strip())
                    .param("at", Timestamp.from(clock.instant()))
                    .param("by", who.userId().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ConflictException("snippet-name", "There is a snippet of that name already.");
        }
    }

    /**
     * Takes a snippet away; notes that it was used in keep its text.
     *
     * @throws AccessDeniedException if it is the clinic's and whoever asks is no clinical lead
     */
    public void remove(SnippetId id) {
        var who = actor.require();
        var stored = find(id, who);
        if (stored == null) {
            throw new NotFoundException("snippet " + id);
        }
        requireLeadFor(stored.clinic(), who);
        sql.sql("delete from note_snippet where id = :id")
                .param("id", id.value())
                .update();
    }

    private static void requireLeadFor(boolean clinic, Actor who) {
        if (clinic && !who.clinicalLead()) {
            throw new AccessDeniedException("only a clinical lead changes the clinic's snippets");
        }
    }

    private record Stored(boolean clinic) {}

    /** Somebody else's is not there; an id that is taken by it cannot be used. */
    private @Nullable Stored find(SnippetId id, Actor who) {
        var owner = sql.sql("select owner from note_snippet where id = :id")
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("owner", UUID.class)))
                .optional();
        if (owner.isEmpty()) {
            return null;
        }
        @Nullable UUID whose = owner.get().orElse(null);
        if (whose != null && !whose.equals(who.userId().value())) {
            throw new NotFoundException("snippet " + id);
        }
        return new Stored(whose == null);
    }
}
