package app.afterwell.booking;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The appointments to be changed. */
interface Appointments extends Repository<Appointment, UUID> {

    /** The appointment, which nobody else changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select appointment from Appointment appointment where appointment.id = :id")
    Optional<Appointment> findToChange(UUID id);

    /** Writes what has changed, so that the database can refuse it now. */
    void flush();
}
