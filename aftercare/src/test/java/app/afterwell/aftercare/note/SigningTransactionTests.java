package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills the database connection in the middle of a signature and looks at what is left. */
@CareTest
class SigningTransactionTests {

    @Autowired
    SessionNotes notes;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void heal() {
        for (var table : List.of("aftercare_plan", "check_in", "scheduled_tasks", "event_publication")) {
            sql.sql("drop trigger if exists kill on " + table).update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aftercare_plan", "check_in", "scheduled_tasks"})
    void a_signature_that_is_killed_half_way_leaves_neither_a_signed_note_nor_a_plan(String killedAt) {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var note = it.therapist().call(() -> notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3))));
        var sign = new SignNote(it.appointment(), note.version(), note.preview().digest(), List.of());
        sql.sql("""
                create or replace function kill() returns trigger language plpgsql as $$
                begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$
                """).update();
        sql.sql("create trigger kill before insert on " + killedAt + " for each row execute function kill()")
                .update();

        assertThatException().isThrownBy(() -> it.therapist().call(() -> notes.sign(sign)));

        heal();
        assertThat(count("select count(*) from session_note where appointment_id = :id and status = 'SIGNED'", it))
                .isZero();
        assertThat(count("select count(*) from aftercare_plan where appointment_id = :id", it))
                .isZero();
        assertThat(count(
                        "select count(*) from check_in where client_id in"
                                + " (select client_id from session_note where appointment_id = :id)",
                        it))
                .isZero();

        var signed = it.therapist().call(() -> notes.sign(sign));
        assertThat(signed.note().status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(count("select count(*) from aftercare_plan where appointment_id = :id", it))
                .isEqualTo(1);
    }

    private long count(String query, Clinic.Case it) {
        return sql.sql(query)
                .param("id", it.appointment().value())
                .query(Long.class)
                .single();
    }
}
