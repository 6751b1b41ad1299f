package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.note.ChartPage.Entry;
import app.afterwell.aftercare.note.ChartPage.NoteLine;
import app.afterwell.aftercare.plan.CareAccess;
import app.afterwell.aftercare.plan.CareAccess.Reader;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.aftercare.plan.Summaries;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A client's record over time, read in parts: each part takes the same number of queries, however long the record is. */
@Service
@Transactional
@PreAuthorize("hasRole('THERAPIST')")
public class Charts {

    private static final Instant EVER = Instant.ofEpochSecond(253_402_300_799L);
    private static final int MOST = 500;
    private static final int MOST_HITS = 50;
    private static final int MOST_WORDS = 200;
    private static final String START = "\u0001";
    private static final String STOP = "\u0002";

    private final CareAccess access;
    private final Visits visits;
    private final Summaries summaries;
    private final Files files;
    private final AuditTrail audit;
    private final JdbcClient sql;

    Charts(CareAccess access, Visits visits, Summaries summaries, Files files, AuditTrail audit, JdbcClient sql) {
        this.access = access;
        this.visits = visits;
        this.summaries = summaries;
        this.files = files;
        this.audit = audit;
        this.sql = sql;
    }

    /**
     * The newest part of a chart, or the part that begins at {@code before}.
     *
     * @param before null for the newest
     * @param most how many visits, 1 to 500
     */
    public ChartPage page(ClientId client, @Nullable Instant before, int most) {
        var reader = access.requireTherapistReading(client);
        if (before == null) {
            audit.record("chart.read", "client:" + client, client, reader.reason());
        }
        int wanted = Math.clamp(most, 1, MOST);
        var found = visits.ofClient(client, before == null ? EVER : before, wanted + 1);
        var shown = found.subList(0, Math.min(wanted, found.size()));
        var ids = shown.stream().map(Visit::id).toList();
        var notes = notes(ids, reader);
        var plans = summaries.ofAppointments(ids).stream()
                .collect(Collectors.toMap(PlanSummary::appointment, Function.identity(), (one, other) -> one));
        return new ChartPage(
                shown.stream()
                        .map(visit -> new Entry(visit, notes.get(visit.id()), plans.get(visit.id())))
                        .toList(),
                found.size() > wanted ? shown.getLast().slot().start() : null);
    }

    /** How many plans the client has had. */
    @Transactional(readOnly = true)
    public int plans(ClientId client) {
        access.requireTherapistReading(client);
        return sql.sql("select count(*) from aftercare_plan where client_id = :client and superseded_by is null")
                .param("client", client.value())
                .query(Integer.class)
                .single();
    }

    private record Written(
            AppointmentId appointment,
            NoteId id,
            NoteStatus status,
            int revision,
            SessionFindings session,
            NoteView.@Nullable Version signed) {}

    private Map<AppointmentId, NoteLine> notes(List<AppointmentId> appointments, Reader reader) {
        var ids = appointments.stream().map(AppointmentId::toString).toArray(String[]::new);
        var addenda = addenda("n.appointment_id = any(:ids::uuid[])", ids);
        return sql.sql("""
                        select id, appointment_id, status, revision, session, signed_name, signed_at, content_hash,
                            amendment_reason
                        from session_note where appointment_id = any(:ids::uuid[]) order by appointment_id, revision
                        """).param("ids", ids).query(Charts::written).list().stream()
                .filter(note -> note.status() == NoteStatus.SIGNED || !reader.brokeGlass())
                .collect(Collectors.groupingBy(Written::appointment))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        of -> line(
                                of.getValue(),
                                addenda.stream()
                                        .filter(one -> one.appointment().equals(of.getKey()))
                                        .map(Added::addendum)
                                        .toList())));
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        var status = NoteStatus.valueOf(row.getString("status"));
        return new Written(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new NoteId(row.getObject("id", UUID.class)),
                status,
                row.getInt("revision"),
                CareJson.read(row.getString("session"), SessionFindings.class),
                status == NoteStatus.SIGNED
                        ? new NoteView.Version(
                                row.getInt("revision"),
                                row.getString("signed_name"),
                                row.getTimestamp("signed_at").toInstant(),
                                row.getString("content_hash"),
                                row.getString("amendment_reason"))
                        : null);
    }

    private static NoteLine line(List<Written> versions, List<NoteView.Addendum> addenda) {
        var shown = versions.stream()
                .filter(version -> version.status() == NoteStatus.SIGNED)
                .reduce((older, newer) -> newer)
                .orElse(versions.getLast());
        return new NoteLine(
                shown.id(),
                shown.status(),
                shown.revision(),
                shown.session(),
                shown.status() == NoteStatus.SIGNED && versions.getLast().status() == NoteStatus.DRAFT,
                versions.stream().map(Written::signed).filter(Objects::nonNull).toList(),
                addenda);
    }

    private record Added(AppointmentId appointment, NoteId note, NoteView.Addendum addendum) {}

    /** @param where names the notes {@code n}, with {@code :ids} */
    private List<Added> addenda(String where, String... ids) {
        return sql.sql("""
                select n.appointment_id, a.note_id, a.written_name, a.written_at, a.reason, a.body
                from note_addendum a join session_note n on n.id = a.note_id
                where %s order by a.written_at, a.id
                """.formatted(where))
                .param("ids", ids)
                .query((row, number) -> new Added(
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        new NoteId(row.getObject("note_id", UUID.class)),
                        new NoteView.Addendum(
                                row.getString("written_name"),
                                row.getTimestamp("written_at").toInstant(),
                                row.getString("reason"),
                                row.getString("body"))))
                .list();
    }

    /**
     * What was worked on at the visits with a signed note, newest first.
     *
     * @param before null for the newest
     * @param most how many, 1 to 500
     */
    @Transactional(readOnly = true)
    public List<ChartFrame> frames(ClientId client, @Nullable Instant before, int most) {
        access.requireTherapistReading(client);
        return sql.sql("""
                select n.appointment_id, p.visit_start, n.visit_day, n.session, p.peak,
                    (select max(c.pain) from check_in c where c.plan_id = p.id and c.status = 'ANSWERED') as worst
                from aftercare_plan p join session_note n on n.id = p.note_id
                where p.client_id = :client and p.superseded_by is null and p.visit_start < :before
                order by p.visit_start desc, p.id limit :most
                """)
                .param("client", client.value())
                .param("before", Timestamp.from(before == null ? EVER : before))
                .param("most", Math.clamp(most, 1, MOST))
                .query((row, number) -> new ChartFrame(
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        row.getTimestamp("visit_start").toInstant(),
                        row.getObject("visit_day", LocalDate.class),
                        CareJson.read(row.getString("session"), SessionFindings.class),
                        row.getObject("worst", Integer.class),
                        row.getInt("peak")))
                .list();
    }

    /**
     * The client's notes in force and their addenda in which all these words are found, the newest first, at most 50.
     * Words are found in any of their forms, the last one also by its beginning; what is put in quotes is found as it
     * stands, what follows a minus must not be there.
     */
    public List<NoteHit> search(ClientId client, String typed) {
        var reader = access.requireTherapistReading(client);
        var words =
                typed.strip().substring(0, Math.min(MOST_WORDS, typed.strip().length()));
        var begun = typed(words);
        if (begun.isEmpty()) {
            return List.of();
        }
        audit.record("chart.search", "client:" + client, client, reader.reason());
        return sql.sql("""
                with asked as (select case when :signs then websearch_to_tsquery('english', :words)
                    else plainto_tsquery('english', :words) || to_tsquery('english', :begun) end as words),
                current as (
                    select n.* from session_note n
                    where n.client_id = :client and (n.status = 'SIGNED' or :drafts)
                      and n.revision = (select max(m.revision) from session_note m
                          where m.appointment_id = n.appointment_id and (m.status = 'SIGNED' or :drafts)))
                select n.appointment_id, n.visit_day, n.revision, n.status, coalesce(n.signed_name, '') as name,
                    n.created_at as at, false as addendum,
                    ts_headline('english', concat_ws(' · ', nullif(n.subjective, ''), nullif(n.objective, ''),
                        nullif(n.assessment, ''), nullif(n.plan_text, '')), asked.words, :marks) as said
                from current n, asked where n.search @@ asked.words
                union all
                select n.appointment_id, n.visit_day, n.revision, n.status, a.written_name, a.written_at, true,
                    ts_headline('english', a.reason || ' · ' || a.body, asked.words, :marks)
                from note_addendum a join session_note n on n.id = a.note_id, asked
                where n.client_id = :client and a.search @@ asked.words
                order by visit_day desc, at desc limit :most
                """)
                .param("words", words)
                .param("begun", begun)
                .param("signs", hasSigns(words))
                .param("client", client.value())
                .param("drafts", !reader.brokeGlass())
                .param(
                        "marks",
                        "StartSel=" + START + ",StopSel=" + STOP
                                + ",MaxFragments=2,MaxWords=22,MinWords=8,FragmentDelimiter= … ")
                .param("most", MOST_HITS)
                .query((row, number) -> new NoteHit(
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        row.getObject("visit_day", LocalDate.class),
                        row.getInt("revision"),
                        row.getBoolean("addendum"),
                        NoteStatus.valueOf(row.getString("status")),
                        row.getString("name"),
                        pieces(row.getString("said"))))
                .list();
    }

    /** The words as they are typed so far: all of them, the last one by its beginning. Nothing but letters and digits. */
    private static String typed(String words) {
        var terms = Arrays.stream(words.split("[^\\p{L}\\p{N}]+"))
                .filter(term -> !term.isEmpty())
                .toList();
        return terms.isEmpty() ? "" : String.join(" & ", terms) + ":*";
    }

    private static boolean hasSigns(String words) {
        return words.contains("\"")
                || words.contains("-")
                || words.toLowerCase(Locale.ROOT).contains(" or ");
    }

    private static List<NoteHit.Piece> pieces(String said) {
        var pieces = new ArrayList<NoteHit.Piece>();
        boolean found = false;
        for (var piece : said.split("(?=[\u0001\u0002])")) {
            if (piece.startsWith(START)) {
                found = true;
            } else if (piece.startsWith(STOP)) {
                found = false;
            }
            var text = piece.replace(START, "").replace(STOP, "");
            if (!text.isEmpty()) {
                pieces.add(new NoteHit.Piece(text, found));
            }
        }
        return pieces;
    }

    /** All that was ever signed about a client, versions that were amended included, newest visit first. */
    public List<RecordedNote> record(ClientId client) {
        var reader = access.requireTherapistReading(client);
        audit.record("chart.export", "client:" + client, client, reader.reason());
        return recorded("n.client_id = any(:ids::uuid[])", client.toString());
    }

    /** All versions of a visit's note that were signed, newest first. */
    public List<RecordedNote> record(AppointmentId appointment) {
        var visit = visits.visit(appointment).orElseThrow(() -> new NotFoundException("visit " + appointment));
        var reader = access.requireTherapistReading(visit.client());
        audit.record("note.read", "note:" + appointment, visit.client(), reader.reason());
        return recorded("n.appointment_id = any(:ids::uuid[])", appointment.toString());
    }

    /** Notes that audit says were taken out of the house as a document. */
    public List<RecordedNote> export(AppointmentId appointment) {
        var visit = visits.visit(appointment).orElseThrow(() -> new NotFoundException("visit " + appointment));
        var reader = access.requireTherapistReading(visit.client());
        audit.record("note.export", "note:" + appointment, visit.client(), reader.reason());
        return recorded("n.appointment_id = any(:ids::uuid[])", appointment.toString());
    }

    private List<RecordedNote> recorded(String where, String id) {
        var addenda = addenda(where, id);
        var signed = files.signed(where, id);
        return sql.sql("""
                select n.id, n.appointment_id, n.client_id, n.revision, n.visit_day, n.session, n.subjective,
                    n.objective, n.assessment, n.plan_text, n.signed_at, n.signed_name, n.content_hash,
                    n.amendment_reason, p.visit_start, p.zone, p.protocol_version, p.starts_on, p.ends_on,
                    p.superseded_by is null as in_force, coalesce(p.decided, p.engine_result) as given
                from session_note n join aftercare_plan p on p.id = n.plan_id
                where n.status = 'SIGNED' and %s order by p.visit_start desc, n.revision desc
                """.formatted(where))
                .param("ids", new String[] {id})
                .query((row, number) -> recorded(row, signed, addenda))
                .list();
    }

    private static RecordedNote recorded(ResultSet row, List<Files.Signed> files, List<Added> addenda)
            throws SQLException {
        var id = new NoteId(row.getObject("id", UUID.class));
        var given = CareJson.read(row.getString("given"), PlanResult.class);
        return new RecordedNote(
                id,
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getInt("revision"),
                row.getBoolean("in_force"),
                row.getObject("visit_day", LocalDate.class),
                row.getTimestamp("visit_start").toInstant(),
                ZoneId.of(row.getString("zone")),
                CareJson.read(row.getString("session"), SessionFindings.class),
                new NoteText(
                        row.getString("subjective"),
                        row.getString("objective"),
                        row.getString("assessment"),
                        row.getString("plan_text")),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("signed_name"),
                row.getString("content_hash"),
                row.getString("amendment_reason"),
                row.getInt("protocol_version"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                given.offered().stream()
                        .map(item -> new RecordedNote.Todo(item.item(), item.title(), item.dose()))
                        .distinct()
                        .toList(),
                given.withheld().stream()
                        .map(item -> new RecordedNote.Withheld(item.item()))
                        .distinct()
                        .toList(),
                files.stream()
                        .filter(one -> one.note().equals(id))
                        .map(Files.Signed::file)
                        .toList(),
                addenda.stream()
                        .filter(one -> one.note().equals(id))
                        .map(Added::addendum)
                        .toList());
    }
}
