package app.afterwell.aftercare.note;

import app.afterwell.domain.Actor;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos and papers as they are stored: the file once, and which versions of the note it belongs to. */
@Component
class Files {

    private static final String COLUMNS =
            "f.id, f.name, f.media_type, length(f.content) as bytes, f.content_hash, f.added_at, f.added_name";

    private final JdbcClient sql;

    Files(JdbcClient sql) {
        this.sql = sql;
    }

    void store(Attachment file, byte[] content, Visit visit, Actor by) {
        sql.sql("""
                insert into note_file (id, appointment_id, client_id, name, media_type, content, content_hash,
                    added_at, added_by, added_name)
                values (:id, :appointment, :client, :name, :type, :content, :hash, :at, :by, :byName)
                """)
                .param("id", file.id().value())
                .param("appointment", visit.id().value())
                .param("client", visit.client().value())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("content", content)
                .param("hash", file.hash())
                .param("at", Timestamp.from(file.addedAt()))
                .param("by", by.userId().value())
                .param("byName", by.displayName())
                .update();
    }

    void attach(NoteId note, AttachmentId file, Visit visit) {
        sql.sql("""
                insert into note_attachment (note_id, file_id)
                select :note, id from note_file where id = :file and appointment_id = :appointment
                on conflict do nothing
                """)
                .param("note", note.value())
                .param("file", file.value())
                .param("appointment", visit.id().value())
                .update();
    }

    void detach(NoteId note, AttachmentId file) {
        sql.sql("delete from note_attachment where note_id = :note and file_id = :file")
                .param("note", note.value())
                .param("file", file.value())
                .update();
    }

    /** A version that amends another begins with its files. */
    void carryOver(NoteId from, NoteId to) {
        sql.sql("insert into note_attachment (note_id, file_id) "
                        + "select :to, file_id from note_attachment where note_id = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Files that were taken out of the draft and belong to no version. */
    void forgetUnused(Visit visit) {
        sql.sql("""
                delete from note_file f where appointment_id = :appointment
                and not exists (select 1 from note_attachment a where a.file_id = f.id)
                """).param("appointment", visit.id().value()).update();
    }

    List<Attachment> of(NoteId note) {
        return sql.sql("select " + COLUMNS + """
                 from note_attachment a join note_file f on f.id = a.file_id
                where a.note_id = :note order by f.added_at, f.id
                """)
                .param("note", note.value())
                .query(Files::attachment)
                .list();
    }

    /** A file with the version of a note that it was signed with. */
    record Signed(NoteId note, int revision, Attachment file) {}

    /** Those of all signed versions of these visits' or clients' notes, in the order in which they came. */
    List<Signed> signed(String where, String id) {
        return sql.sql("select n.id as note_id, n.revision, " + COLUMNS + """
                 from session_note n join note_attachment a on a.note_id = n.id join note_file f on f.id = a.file_id
                where n.status = 'SIGNED' and %s order by f.added_at, f.id
                """.formatted(where))
                .param("ids", new String[] {id})
                .query((row, number) -> new Signed(
                        new NoteId(row.getObject("note_id", UUID.class)),
                        row.getInt("revision"),
                        attachment(row, number)))
                .list();
    }

    /** Those of all signed versions of a visit's note. */
    List<Signed> signed(Visit visit) {
        return signed("n.appointment_id = any(:ids::uuid[])", visit.id().toString());
    }

    Optional<Attachment.Content> content(Visit visit, AttachmentId file) {
        return sql.sql("select " + COLUMNS + ", f.content from note_file f "
                        + "where f.id = :file and f.appointment_id = :appointment")
                .param("file", file.value())
                .param("appointment", visit.id().value())
                .query((row, number) -> new Attachment.Content(attachment(row, number), row.getBytes("content")))
                .optional();
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("added_at").toInstant();
        return new Attachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getString("content_hash"),
                at,
                row.getString("added_name"));
    }
}
