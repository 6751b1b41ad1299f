package app.afterwell.aftercare.protocol;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.Ids;
import app.afterwell.domain.UnacceptableException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What therapists would have changed in the protocol. */
@Service
public class ProtocolProposals {

    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * A proposal that nobody has answered yet.
     *
     * @param number the version that it is about
     * @param item empty if it is about the protocol as a whole
     */
    public record Proposal(UUID id, int number, String item, String text, String by, Instant at) {}

    ProtocolProposals(JdbcClient jdbc, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says what should change.
     *
     * @param item its code; empty for the protocol as a whole
     * @throws UnacceptableException {@code invalid} if the text is empty or longer than 2000 characters
     */
    @Transactional
    @PreAuthorize("hasAnyRole('THERAPIST', 'OWNER')")
    public void propose(int number, String item, String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new UnacceptableException(
                    "invalid",
                    "Say what should change, in at most " + LONGEST + " characters.",
                    List.of(new FieldProblem(
                            "text", said.isEmpty() ? "required" : "size", "Say what should change, and why.")));
        }
        var by = actor.require();
        jdbc.sql("""
                        insert into protocol_proposal (id, number, item, body, by_id, by_name, at, version)
                        values (?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        Ids.next(),
                        number,
                        item,
                        said,
                        by.userId().value(),
                        by.displayName(),
                        Timestamp.from(clock.instant()))
                .update();
        audit.record("protocol.proposed", "protocol:" + number, null, null);
    }

    /** Those that wait for an answer, the oldest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('THERAPIST', 'OWNER')")
    public List<Proposal> open() {
        return jdbc.sql("""
                        select id, number, item, body, by_name, at from protocol_proposal
                        where closed_at is null order by at, id limit 200""")
                .query((row, index) -> new Proposal(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("item"),
                        row.getString("body"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Closes a proposal; closing it twice is closing it once. */
    @Transactional
    @PreAuthorize("hasRole('OWNER') or hasAuthority('CLINICAL_LEAD')")
    public void close(UUID proposal) {
        jdbc.sql("""
                        update protocol_proposal set closed_at = ?, closed_by_name = ?, version = version + 1
                        where id = ? and closed_at is null""")
                .params(Timestamp.from(clock.instant()), actor.require().displayName(), proposal)
                .update();
    }

    /**
     * Opens a proposal again that was closed by mistake.
     *
     * @throws ConflictException {@code not-closed} if it is open
     */
    @Transactional
    @PreAuthorize("hasRole('OWNER') or hasAuthority('CLINICAL_LEAD')")
    public void reopen(UUID proposal) {
        int reopened = jdbc.sql("""
                        update protocol_proposal set closed_at = null, closed_by_name = null, version = version + 1
                        where id = ? and closed_at is not null""").param(proposal).update();
        if (reopened == 0) {
            throw new ConflictException("not-closed", "This proposal is open.");
        }
    }
}
