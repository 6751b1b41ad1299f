package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the devices that write one note take turns, until the end of the transaction. */
final class NoteLock {

    private NoteLock() {}

    static void take(JdbcClient sql, AppointmentId appointment) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 3))")
                .param("key", appointment.toString())
                .query((row, number) -> true)
                .single();
    }
}
