package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.note.NoteView.Addendum;
import app.afterwell.aftercare.note.NoteView.ConflictCopy;
import app.afterwell.aftercare.note.NoteView.PastNote;
import app.afterwell.aftercare.note.NoteView.Version;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Ids;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What surrounds a draft: an empty one to begin with, copies of refused ones, and the last signed one to copy from. */
@Component
class Drafts {

    private final JdbcClient sql;

    Drafts(JdbcClient sql) {
        this.sql = sql;
    }

    static NoteDraft empty(Visit visit) {
        return new NoteDraft(
                new SessionFindings(
                        visit.slot().start().atZone(visit.zone()).toLocalDate(),
                        (int) visit.length().toMinutes(),
                        List.of(),
                        null,
                        null,
                        Set.of(),
                        Set.of()),
                NoteText.EMPTY);
    }

    /** The draft with what the calendar knows better: the day always, the length if none was given. */
    static NoteDraft ofVisit(NoteDraft draft, Visit visit) {
        var session = draft.session();
        return new NoteDraft(
                new SessionFindings(
                        visit.slot().start().atZone(visit.zone()).toLocalDate(),
                        session.minutes() > 0
                                ? session.minutes()
                                : (int) visit.length().toMinutes(),
                        session.areas(),
                        session.painBefore(),
                        session.painAfter(),
                        session.goals(),
                        session.picks()),
                draft.text(),
                draft.decisions(),
                draft.strokes());
    }

    /** Keeps a draft that came too late; the same text twice is kept once. */
    void keepCopy(AppointmentId appointment, int basedOn, NoteDraft draft, Actor by, Instant at) {
        sql.sql("""
                insert into note_conflict_copy (id, appointment_id, based_on, session, subjective, objective,
                    assessment, plan_text, decisions, strokes, content_hash, saved_at, saved_by, saved_name)
                values (:id, :appointment, :basedOn, :session::jsonb, :subjective, :objective, :assessment, :plan,
                    :decisions::jsonb, :strokes::jsonb, :hash, :at, :by, :name)
                on conflict (appointment_id, content_hash) do update set saved_at = excluded.saved_at
                """)
                .param("id", Ids.next())
                .param("appointment", appointment.value())
                .param("basedOn", basedOn)
                .param("session", CareJson.write(draft.session()))
                .param("subjective", draft.text().subjective())
                .param("objective", draft.text().objective())
                .param("assessment", draft.text().assessment())
                .param("plan", draft.text().plan())
                .param("decisions", CareJson.write(draft.decisions()))
                .param("strokes", CareJson.write(draft.strokes()))
                .param("hash", CareJson.hash(draft))
                .param("at", Timestamp.from(at))
                .param("by", by.userId().value())
                .param("name", by.displayName())
                .update();
    }

    void discardCopy(AppointmentId appointment, NoteId copy) {
        sql.sql("delete from note_conflict_copy where appointment_id = :appointment and id = :id")
                .param("appointment", appointment.value())
                .param("id", copy.value())
                .update();
    }

    List<ConflictCopy> copies(AppointmentId appointment) {
        return sql.sql("""
                select id, saved_name, saved_at, session, subjective, objective, assessment, plan_text,
                    decisions, strokes
                from note_conflict_copy where appointment_id = :appointment order by saved_at desc, id desc
                """)
                .param("appointment", appointment.value())
                .query((row, number) -> new ConflictCopy(
                        new NoteId(row.getObject("id", UUID.class)),
                        row.getString("saved_name"),
                        row.getTimestamp("saved_at").toInstant(),
                        draft(row)))
                .list();
    }

    void addAddendum(NoteId note, AddAddendum addendum, Actor by, Instant now) {
        var id = Ids.next();
        var at = now.truncatedTo(ChronoUnit.MICROS);
        sql.sql("""
                insert into note_addendum (id, note_id, reason, body, written_at, written_by, written_name, content_hash)
                values (:id, :note, :reason, :body, :at, :by, :name, :hash)
                """)
                .param("id", id)
                .param("note", note.value())
                .param("reason", addendum.reason())
                .param("body", addendum.text())
                .param("at", Timestamp.from(at))
                .param("by", by.userId().value())
                .param("name", by.displayName())
                .param(
                        "hash",
                        Signing.addendum(
                                id,
                                note.value(),
                                addendum.reason(),
                                addendum.text(),
                                by.userId().value(),
                                by.displayName(),
                                at))
                .update();
    }

    List<Addendum> addenda(AppointmentId appointment) {
        return sql.sql("""
                select a.written_name, a.written_at, a.reason, a.body
                from note_addendum a join session_note n on n.id = a.note_id
                where n.appointment_id = :appointment order by a.written_at, a.id
                """)
                .param("appointment", appointment.value())
                .query((row, number) -> new Addendum(
                        row.getString("written_name"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("reason"),
                        row.getString("body")))
                .list();
    }

    List<Version> signedVersions(AppointmentId appointment) {
        return sql.sql("""
                select revision, signed_name, signed_at, content_hash, amendment_reason from session_note
                where appointment_id = :appointment and status = 'SIGNED' order by revision
                """)
                .param("appointment", appointment.value())
                .query((row, number) -> new Version(
                        row.getInt("revision"),
                        row.getString("signed_name"),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getString("content_hash"),
                        row.getString("amendment_reason")))
                .list();
    }

    /** The client's last signed note of an earlier visit. */
    @Nullable
    PastNote lastSigned(ClientId client, Visit before) {
        return sql.sql("""
                select n.id, p.visit_start, n.session, n.subjective, n.objective, n.assessment, n.plan_text,
                    n.decisions, n.strokes
                from aftercare_plan p join session_note n on n.id = p.note_id
                where p.client_id = :client and p.visit_start < :start and p.superseded_by is null
                order by p.visit_start desc, p.id limit 1
                """)
                .param("client", client.value())
                .param("start", Timestamp.from(before.slot().start()))
                .query((row, number) -> new PastNote(
                        new NoteId(row.getObject("id", UUID.class)),
                        row.getTimestamp("visit_start").toInstant(),
                        draft(row)))
                .optional()
                .orElse(null);
    }

    static NoteDraft draft(ResultSet row) throws SQLException {
        return new NoteDraft(
                CareJson.read(row.getString("session"), SessionFindings.class),
                new NoteText(
                        row.getString("subjective"),
                        row.getString("objective"),
                        row.getString("assessment"),
                        row.getString("plan_text")),
                CareJson.readList(row.getString("decisions"), Decision.class),
                CareJson.readList(row.getString("strokes"), PenStroke.class));
    }
}
