package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.note.IntegrityReport.Finding;
import app.afterwell.aftercare.note.IntegrityReport.Kind;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Ids;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the hash of every signed row again, each night, and names the rows that do not fit theirs. */
@Component
@Transactional
class IntegrityCheck {

    private static final Logger LOG = LoggerFactory.getLogger(IntegrityCheck.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 40);
    private static final int BATCH = 200;

    private final JdbcClient sql;
    private final AuditTrail audit;
    private final Clock clock;

    IntegrityCheck(JdbcClient sql, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> checkIntegrityOfTheRecord(IntegrityCheck check) {
            return Tasks.recurring("record-integrity", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                    .execute((instance, context) -> check.run());
        }
    }

    /** Looks at everything, keeps what was found, and writes what is new of it into the audit trail. */
    IntegrityReport run() {
        var report = look(null);
        var known = new HashSet<>(last().map(IntegrityReport::findings).orElse(List.of()));
        keep(report);
        for (var finding : report.findings()) {
            if (!known.contains(finding)) {
                LOG.error("{} {}: what is stored is not what was signed", finding.kind(), finding.row());
                audit.record("integrity.broken", subject(finding), finding.client(), null);
            }
        }
        return report;
    }

    /**
     * Looks, and keeps nothing.
     *
     * @param only the client whose record is looked at; null for all
     */
    IntegrityReport look(@Nullable ClientId only) {
        @Nullable String client = only == null ? null : only.toString();
        var findings = new ArrayList<Finding>();
        long notes = notes(client, findings);
        long addenda = addenda(client, findings);
        findings.addAll(plansWithoutSignature(client));
        findings.addAll(versionsWithoutTheOneBefore(client));
        return new IntegrityReport(clock.instant().truncatedTo(ChronoUnit.MICROS), notes, addenda, findings);
    }

    private static String subject(Finding finding) {
        return (finding.kind() == Kind.ADDENDUM_ALTERED ? "addendum:" : "note:") + finding.row();
    }

    /** What the last look found. */
    Optional<IntegrityReport> last() {
        return sql.sql("""
                select checked_at, notes, addenda, findings from integrity_check
                order by checked_at desc, id desc limit 1
                """)
                .query((row, number) -> new IntegrityReport(
                        row.getTimestamp("checked_at").toInstant(),
                        row.getLong("notes"),
                        row.getLong("addenda"),
                        CareJson.readList(row.getString("findings"), Finding.class)))
                .optional();
    }

    private void keep(IntegrityReport report) {
        sql.sql("""
                insert into integrity_check (id, checked_at, notes, addenda, findings)
                values (:id, :at, :notes, :addenda, :findings::jsonb)
                """)
                .param("id", Ids.next())
                .param("at", Timestamp.from(report.at()))
                .param("notes", report.notes())
                .param("addenda", report.addenda())
                .param("findings", CareJson.write(report.findings()))
                .update();
    }

    private record Looked(UUID id, @Nullable Finding finding) {}

    private long notes(@Nullable String only, List<Finding> findings) {
        long count = 0;
        @Nullable UUID last = null;
        List<Looked> page;
        do {
            page = sql.sql("select " + Signing.COLUMNS + """
                     from session_note n left join aftercare_plan p on p.id = n.plan_id
                    where n.status = 'SIGNED' and (cast(:only as uuid) is null or n.client_id = cast(:only as uuid))
                        and (cast(:last as uuid) is null or n.id > cast(:last as uuid))
                    order by n.id limit :most
                    """)
                    .param("last", last == null ? null : last.toString())
                    .param("only", only)
                    .param("most", BATCH)
                    .query((row, number) -> new Looked(row.getObject("id", UUID.class), note(row)))
                    .list();
            count += page.size();
            last = page.isEmpty() ? null : page.getLast().id();
            add(findings, page);
        } while (page.size() == BATCH);
        return count;
    }

    private static @Nullable Finding note(ResultSet row) throws SQLException {
        @Nullable UUID plan = row.getObject("issued", UUID.class);
        if (plan == null || !row.getObject("id", UUID.class).equals(row.getObject("issued_by", UUID.class))) {
            return finding(Kind.PLAN_MISSING, row, row.getObject("plan_id", UUID.class));
        }
        boolean fits = Signing.again(row).equals(row.getString("content_hash"))
                && row.getBoolean("files_fit")
                && row.getString("digest").equals(row.getString("plan_digest"))
                && row.getTimestamp("signed_at").equals(row.getTimestamp("issued_at"));
        return fits ? null : finding(Kind.NOTE_ALTERED, row, plan);
    }

    private long addenda(@Nullable String only, List<Finding> findings) {
        long count = 0;
        @Nullable UUID last = null;
        List<Looked> page;
        do {
            page = sql.sql("""
                    select a.id, a.note_id, a.reason, a.body, a.written_by, a.written_name, a.written_at, a.content_hash,
                        n.appointment_id, n.client_id, n.visit_day, n.revision
                    from note_addendum a join session_note n on n.id = a.note_id
                    where (cast(:last as uuid) is null or a.id > cast(:last as uuid)) and (cast(:only as uuid) is null or n.client_id = cast(:only as uuid))
                    order by a.id limit :most
                    """)
                    .param("last", last == null ? null : last.toString())
                    .param("only", only)
                    .param("most", BATCH)
                    .query((row, number) -> new Looked(row.getObject("id", UUID.class), addendum(row)))
                    .list();
            count += page.size();
            last = page.isEmpty() ? null : page.getLast().id();
            add(findings, page);
        } while (page.size() == BATCH);
        return count;
    }

    private static @Nullable Finding addendum(ResultSet row) throws SQLException {
        var hash = Signing.addendum(
                row.getObject("id", UUID.class),
                row.getObject("note_id", UUID.class),
                row.getString("reason"),
                row.getString("body"),
                row.getObject("written_by", UUID.class),
                row.getString("written_name"),
                row.getTimestamp("written_at").toInstant());
        return hash.equals(row.getString("content_hash")) ? null : finding(Kind.ADDENDUM_ALTERED, row, null);
    }

    private List<Finding> plansWithoutSignature(@Nullable String only) {
        return sql.sql("""
                select n.id, n.appointment_id, n.client_id, n.visit_day, n.revision, p.id as plan
                from aftercare_plan p join session_note n on n.id = p.note_id
                where (n.status <> 'SIGNED' or n.plan_id is distinct from p.id) and (cast(:only as uuid) is null or n.client_id = cast(:only as uuid))
                order by p.id
                """)
                .param("only", only)
                .query((row, number) -> finding(Kind.SIGNATURE_MISSING, row, row.getObject("plan", UUID.class)))
                .list();
    }

    private List<Finding> versionsWithoutTheOneBefore(@Nullable String only) {
        return sql.sql("""
                select n.id, n.appointment_id, n.client_id, n.visit_day, n.revision from session_note n
                where n.revision > 1 and (cast(:only as uuid) is null or n.client_id = cast(:only as uuid)) and not exists (
                    select 1 from session_note b where b.id = n.amends and b.status = 'SIGNED'
                    and b.appointment_id = n.appointment_id and b.revision = n.revision - 1) order by n.id
                """)
                .param("only", only)
                .query((row, number) -> finding(Kind.VERSION_MISSING, row, null))
                .list();
    }

    private static void add(List<Finding> findings, List<Looked> page) {
        page.forEach(looked -> {
            if (looked.finding() != null) {
                findings.add(looked.finding());
            }
        });
    }

    private static Finding finding(Kind kind, ResultSet row, @Nullable UUID plan) throws SQLException {
        return new Finding(
                kind,
                row.getObject("id", UUID.class),
                plan,
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getObject("visit_day", LocalDate.class),
                row.getInt("revision"));
    }
}
