package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanDifference;
import app.afterwell.aftercare.engine.PlanDifference.Said;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.SafetyProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs a version over the signed notes of the last months and tells what would have been different. */
@Service
public class ProtocolReplay {

    /** Rows that the database sends at once, so that memory stays the same however many notes there are. */
    private static final int FETCH = 500;

    private static final int MOST_CASES = 200;

    private final ProtocolVersions versions;
    private final Protocols protocols;
    private final JdbcTemplate jdbc;
    private final CurrentActor actor;
    private final Clock clock;

    /**
     * What would have been different.
     *
     * @param notes how many were looked at
     * @param changedNotes in how many anything would have been different
     * @param complete false if it was cancelled
     * @param counts by item and reason, the most frequent first
     * @param cases some of the plans, for a clinical lead; empty for everybody else
     */
    public record Report(long notes, long changedNotes, boolean complete, List<Count> counts, List<Case> cases) {}

    /**
     * How often an item would have been treated differently for a reason.
     *
     * @param reason the rule behind what would be said now
     */
    public record Count(String item, Said before, Said after, boolean reworded, String reason, long notes) {}

    /** A plan that would have been different, and in what. */
    public record Case(PlanId plan, List<PlanDifference.Change> changes) {}

    private record Key(String item, Said before, Said after, boolean reworded, String reason) {}

    ProtocolReplay(ProtocolVersions versions, Protocols protocols, JdbcTemplate jdbc, CurrentActor actor, Clock clock) {
        this.versions = versions;
        this.protocols = protocols;
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Compares a version, as if it were approved, with the one in force.
     *
     * @param months how far to look back
     * @param goOn told now and then how many notes were looked at; false cancels
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('OWNER') or hasAuthority('CLINICAL_LEAD')")
    public Report run(int number, int months, LongPredicate goOn) {
        var draft = versions.findByNumber(number).orElseThrow(() -> new NotFoundException("protocol " + number));
        var candidate = CompiledProtocol.compile(ProtocolDrafts.read(number, draft.yaml()), true);
        var inForce = CompiledProtocol.compile(protocols.inForce().written(), true);
        var since = clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        var run = new Run(candidate, inForce, goOn, actor.require().clinicalLead());
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select id, session, safety, history from aftercare_plan"
                                    + " where issued_at >= ? and superseded_by is null",
                            ResultSet.TYPE_FORWARD_ONLY,
                            ResultSet.CONCUR_READ_ONLY);
                    statement.setFetchSize(FETCH);
                    statement.setTimestamp(1, Timestamp.from(since));
                    return statement;
                },
                (ResultSet rows) -> {
                    while (rows.next() && run.look(rows)) {
                        // each row is counted and forgotten
                    }
                    return run;
                });
        return run.report();
    }

    private static final class Run {

        private final CompiledProtocol candidate;
        private final CompiledProtocol inForce;
        private final LongPredicate goOn;
        private final boolean withCases;
        private final Map<Key, Long> counts = new HashMap<>();
        private final List<Case> cases = new ArrayList<>();
        private long notes;
        private long changed;
        private boolean complete = true;

        Run(CompiledProtocol candidate, CompiledProtocol inForce, LongPredicate goOn, boolean withCases) {
            this.candidate = candidate;
            this.inForce = inForce;
            this.goOn = goOn;
            this.withCases = withCases;
        }

        boolean look(ResultSet row) throws SQLException {
            var session = known(CareJson.read(Objects.requireNonNull(row.getString("session")), SessionFindings.class));
            var safety = CareJson.readOrNull(row.getString("safety"), SafetyProfile.class);
            var history = CareJson.read(Objects.requireNonNull(row.getString("history")), History.class);
            var changes = PlanDifference.between(
                    inForce.plan(session, safety, history), candidate.plan(session, safety, history));
            notes++;
            if (!changes.isEmpty()) {
                changed++;
                Set<Key> once = new HashSet<>();
                for (var change : changes) {
                    String reason =
                            change.rules().isEmpty() ? "" : change.rules().getLast();
                    once.add(new Key(change.item(), change.before(), change.after(), change.reworded(), reason));
                }
                once.forEach(key -> counts.merge(key, 1L, Long::sum));
                if (withCases && cases.size() < MOST_CASES) {
                    cases.add(new Case(new PlanId(row.getObject("id", UUID.class)), changes));
                }
            }
            if (notes % FETCH == 0 && !goOn.test(notes)) {
                complete = false;
            }
            return complete;
        }

        /** An item may be gone from one of the two versions: a pick of it says nothing about the other items. */
        private SessionFindings known(SessionFindings session) {
            if (session.picks().isEmpty()) {
                return session;
            }
            var picks = new HashSet<>(session.picks());
            picks.removeIf(
                    code -> candidate.item(code).isEmpty() || inForce.item(code).isEmpty());
            return new SessionFindings(
                    session.date(),
                    session.minutes(),
                    session.areas(),
                    session.painBefore(),
                    session.painAfter(),
                    session.goals(),
                    picks);
        }

        Report report() {
            var sorted = counts.entrySet().stream()
                    .map(entry -> new Count(
                            entry.getKey().item(),
                            entry.getKey().before(),
                            entry.getKey().after(),
                            entry.getKey().reworded(),
                            entry.getKey().reason(),
                            entry.getValue()))
                    .sorted(Comparator.comparingLong(Count::notes)
                            .reversed()
                            .thenComparing(Count::item)
                            .thenComparing(Count::after)
                            .thenComparing(Count::before)
                            .thenComparing(Count::reason))
                    .toList();
            return new Report(notes, changed, complete, sorted, List.copyOf(cases));
        }
    }
}
