package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.plan.NewPlan;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a signature covers: one version of a note and the plan that it issued. */
final class Signing {

    /** How hashes are made now; the column's default says the same. */
    static final int SCHEME = 2;

    private Signing() {}

    /** A version as it is about to be signed. */
    record Version(
            int revision,
            @Nullable UUID amends,
            @Nullable String amendmentReason,
            NoteDraft draft,
            List<Attachment> files) {}

    /** SHA-256 over all that was signed, in hexadecimal: who, when, what was written, said and decided. */
    static String hash(Version version, NewPlan plan, UserId by, String name) {
        var basis = plan.basis();
        var decided = plan.plan().decided().equals(plan.plan().said())
                ? null
                : plan.plan().decided();
        var bytes = new Canonical();
        note(
                bytes,
                plan.note(),
                plan.appointment(),
                plan.client(),
                plan.practitioner(),
                version.revision(),
                version.amends(),
                version.amendmentReason(),
                plan.session().date(),
                CareJson.write(version.draft().session()),
                version.draft().text(),
                CareJson.write(version.draft().decisions()),
                CareJson.write(version.draft().strokes()),
                files(version.files()));
        bytes.put("signedBy", by).put("signedName", name).time("signedAt", plan.issuedAt());
        bytes.put("digest", plan.digest()).put("plan", plan.id());
        bytes.put("protocol", basis.protocolVersion())
                .put("startsOn", basis.startsOn())
                .put("endsOn", basis.endsOn())
                .time("visitStart", plan.slot().start())
                .time("visitEnd", plan.slot().end())
                .put("zone", plan.zone())
                .json("planSession", CareJson.write(plan.session()))
                .json("safety", CareJson.writeOrNull(plan.safety()))
                .json("history", CareJson.write(plan.history()))
                .json("said", CareJson.write(plan.plan().said()))
                .json("decisions", CareJson.write(plan.decisions()))
                .json("decided", CareJson.writeOrNull(decided))
                .json("overrides", CareJson.write(plan.plan().overrides()))
                .put("baseline", plan.band().baseline())
                .put("peak", plan.band().peak())
                .put("bandEndHours", plan.band().endHours());
        return bytes.hash();
    }

    private static void note(
            Canonical bytes,
            Object id,
            Object appointment,
            Object client,
            Object practitioner,
            int revision,
            @Nullable Object amends,
            @Nullable String reason,
            LocalDate day,
            String session,
            NoteText text,
            String decisions,
            String strokes,
            @Nullable String files) {
        bytes.put("note", id)
                .put("appointment", appointment)
                .put("client", client)
                .put("practitioner", practitioner)
                .put("revision", revision)
                .put("amends", amends)
                .put("amendmentReason", reason)
                .put("day", day)
                .json("session", session)
                .put("subjective", text.subjective())
                .put("objective", text.objective())
                .put("assessment", text.assessment())
                .put("planText", text.plan())
                .json("draftDecisions", decisions)
                .json("strokes", strokes)
                .json("files", files);
    }

    /** The hash of each file by its id; null where there is none. */
    private static @Nullable String files(List<Attachment> files) {
        if (files.isEmpty()) {
            return null;
        }
        var hashes = new TreeMap<String, String>();
        files.forEach(file -> hashes.put(file.id().toString(), file.hash()));
        return CareJson.write(hashes);
    }

    /** What {@link #again(ResultSet)} reads of a signed note {@code n} and its plan {@code p}. */
    static final String COLUMNS = """
            n.id, n.appointment_id, n.client_id, n.practitioner_id, n.revision, n.amends, n.amendment_reason, n.visit_day,
            n.session, n.subjective, n.objective, n.assessment, n.plan_text, n.decisions as draft_decisions, n.strokes,
            n.signed_by, n.signed_name, n.signed_at,
            n.digest, n.plan_id, n.content_hash, n.hash_scheme, p.id as issued, p.note_id as issued_by,
            p.protocol_version, p.issued_at, p.starts_on, p.ends_on, p.visit_start, p.visit_end, p.zone,
            p.session as plan_session, p.safety, p.history, p.engine_result, p.decisions, p.decided, p.overrides,
            p.digest as plan_digest, p.baseline, p.peak, p.band_end_hours,
            (select jsonb_object_agg(f.id, f.content_hash) from note_attachment a join note_file f on f.id = a.file_id
                where a.note_id = n.id) as files,
            not exists (select 1 from note_attachment a join note_file f on f.id = a.file_id
                where a.note_id = n.id and encode(sha256(f.content), 'hex') <> f.content_hash) as files_fit
            """;

    /** The same hash made from what is stored. */
    static String again(ResultSet row) throws SQLException {
        return row.getInt("hash_scheme") == 1 ? first(row) : second(row);
    }

    private static String second(ResultSet row) throws SQLException {
        var bytes = new Canonical();
        note(
                bytes,
                row.getString("id"),
                row.getString("appointment_id"),
                row.getString("client_id"),
                row.getString("practitioner_id"),
                row.getInt("revision"),
                row.getString("amends"),
                row.getString("amendment_reason"),
                row.getObject("visit_day", LocalDate.class),
                row.getString("session"),
                new NoteText(
                        row.getString("subjective"),
                        row.getString("objective"),
                        row.getString("assessment"),
                        row.getString("plan_text")),
                row.getString("draft_decisions"),
                row.getString("strokes"),
                row.getString("files"));
        bytes.put("signedBy", row.getString("signed_by"))
                .put("signedName", row.getString("signed_name"))
                .time("signedAt", time(row, "signed_at"));
        bytes.put("digest", row.getString("digest")).put("plan", row.getString("plan_id"));
        bytes.put("protocol", row.getInt("protocol_version"))
                .put("startsOn", row.getObject("starts_on", LocalDate.class))
                .put("endsOn", row.getObject("ends_on", LocalDate.class))
                .time("visitStart", time(row, "visit_start"))
                .time("visitEnd", time(row, "visit_end"))
                .put("zone", row.getString("zone"))
                .json("planSession", row.getString("plan_session"))
                .json("safety", row.getString("safety"))
                .json("history", row.getString("history"))
                .json("said", row.getString("engine_result"))
                .json("decisions", row.getString("decisions"))
                .json("decided", row.getString("decided"))
                .json("overrides", row.getString("overrides"))
                .put("baseline", row.getInt("baseline"))
                .put("peak", row.getInt("peak"))
                .put("bandEndHours", row.getInt("band_end_hours"));
        return bytes.hash();
    }

    /** How the first notes were hashed: one JSON object, written by the classes that it is read into. */
    private static String first(ResultSet row) throws SQLException {
        var said = CareJson.read(row.getString("engine_result"), PlanResult.class);
        @Nullable String decided = row.getString("decided");
        var strokes = CareJson.readList(row.getString("strokes"), PenStroke.class);
        var content = new LinkedHashMap<String, Object>();
        content.put("note", new NoteId(row.getObject("id", UUID.class)));
        content.put("appointment", new AppointmentId(row.getObject("appointment_id", UUID.class)));
        content.put("client", new ClientId(row.getObject("client_id", UUID.class)));
        content.put("session", CareJson.read(row.getString("session"), SessionFindings.class));
        content.put(
                "text",
                new NoteText(
                        row.getString("subjective"),
                        row.getString("objective"),
                        row.getString("assessment"),
                        row.getString("plan_text")));
        if (!strokes.isEmpty()) {
            content.put("strokes", strokes);
        }
        @Nullable String files = row.getString("files");
        if (files != null) {
            content.put("files", CareJson.read(files, TreeMap.class));
        }
        content.put("plan", new PlanId(row.getObject("plan_id", UUID.class)));
        content.put("said", said);
        content.put("decided", decided == null ? said : CareJson.read(decided, PlanResult.class));
        content.put("decisions", CareJson.readList(row.getString("decisions"), Decision.class));
        content.put("by", new UserId(row.getObject("signed_by", UUID.class)));
        content.put("at", time(row, "signed_at"));
        return CareJson.hash(content);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** SHA-256 over an addendum, in hexadecimal. */
    static String addendum(UUID id, UUID note, String reason, String text, UUID by, String name, Instant at) {
        return new Canonical()
                .put("addendum", id)
                .put("note", note)
                .put("reason", reason)
                .put("text", text)
                .put("by", by)
                .put("name", name)
                .time("at", at)
                .hash();
    }
}
