package app.afterwell.aftercare.note;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The notes as they are stored. */
interface SessionNoteRows extends Repository<SessionNote, UUID> {

    SessionNote save(SessionNote note);

    void flush();

    Optional<SessionNote> findById(UUID id);

    @Query("select n from SessionNote n where n.appointmentId = :appointment and n.revision = :revision")
    Optional<SessionNote> revision(UUID appointment, int revision);

    /** The newest version of a visit's note. */
    @Query("""
            select n from SessionNote n where n.appointmentId = :appointment
            and n.revision = (select max(m.revision) from SessionNote m where m.appointmentId = :appointment)
            """)
    Optional<SessionNote> newest(UUID appointment);

    /** The newest version of a visit's note that was signed. */
    @Query("""
            select n from SessionNote n where n.appointmentId = :appointment
            and n.revision = (select max(m.revision) from SessionNote m
                where m.appointmentId = :appointment and m.signedAt is not null)
            """)
    Optional<SessionNote> newestSigned(UUID appointment);

    void delete(SessionNote note);
}
