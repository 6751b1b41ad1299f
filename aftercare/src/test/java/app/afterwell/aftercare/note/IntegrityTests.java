package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.note.IntegrityReport.Finding;
import app.afterwell.aftercare.note.IntegrityReport.Kind;
import app.afterwell.aftercare.plan.IssuedPlans;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.MutableClock;
import testsupport.TestActor;

/** That what is signed stays as it was signed, and that it shows where somebody went round the house to change it. */
@CareTest
class IntegrityTests {

    @Autowired
    SessionNotes notes;

    @Autowired
    SignedNotes later;

    @Autowired
    IssuedPlans issued;

    @Autowired
    Integrity integrity;

    @Autowired
    IntegrityCheck check;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    private Case it;
    private Signed signed;

    @BeforeEach
    void aSignedNoteWithAnAddendum() {
        // More exact than the database keeps: what is hashed must be what is stored.
        clock.set(Instant.parse("2026-11-22T15:00:00.123456789Z"));
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        signed = sign(it.therapist().call(() -> notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3)))));
        it.therapist().run(() -> later.add(new AddAddendum(it.appointment(), "Forgotten", "She fell in May. é 🙂")));
    }

    @AfterEach
    void backToSunday() {
        clock.set(Instant.parse("2026-11-22T15:00:00Z"));
    }

    private Signed sign(NoteView note) {
        return it.therapist()
                .call(() -> notes.sign(new SignNote(
                        it.appointment(), note.version(), note.preview().digest(), List.of())));
    }

    private List<Finding> findings() {
        return check.look(it.clientId()).findings();
    }

    /** As a superuser who switches the triggers off, and puts everything back afterwards. */
    private List<Finding> tampered(String change) {
        return transaction.execute(status -> {
            sql.sql("set local session_replication_role = replica").update();
            int changed =
                    sql.sql(change).param("note", signed.note().id().value()).update();
            assertThat(changed).as(change).isPositive();
            sql.sql("set local session_replication_role = origin").update();
            var found = findings();
            status.setRollbackOnly();
            return found;
        });
    }

    @Test
    void what_was_signed_fits() {
        var report = TestActor.owner().call(integrity::checkNow);
        assertThat(report.findings()).noneMatch(finding -> finding.client().equals(it.clientId()));
        assertThat(report.notes()).isPositive();
        assertThat(report.addenda()).isPositive();
        assertThat(TestActor.owner().call(integrity::last)).contains(report);
    }

    @Test
    void an_amended_note_fits_in_both_its_versions() {
        var begun = it.therapist().call(() -> later.amend(new AmendNote(it.appointment(), "Pressure was 2.")));
        var written = it.therapist()
                .call(() -> notes.save(new SaveDraft(it.appointment(), begun.version(), Clinic.hamstrings(2))));
        sign(written);
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update session_note set subjective = 'Nothing was said.' where id = :note",
                "update session_note set session = jsonb_set(session, '{painAfter}', '9') where id = :note",
                "update session_note set signed_name = 'Somebody else' where id = :note",
                "update session_note set signed_by = gen_random_uuid() where id = :note",
                "update session_note set signed_at = signed_at - interval '1 day' where id = :note",
                "update session_note set client_id = client_id, visit_day = visit_day - 1 where id = :note",
                "update session_note set digest = 'x' where id = :note",
                "update session_note set content_hash = 'x' where id = :note",
                "update aftercare_plan set engine_result = engine_result - 'withheld' where note_id = :note",
                "update aftercare_plan set decisions = '[{}]' where note_id = :note",
                "update aftercare_plan set decided = engine_result where note_id = :note",
                "update aftercare_plan set safety = null where note_id = :note",
                "update aftercare_plan set peak = 1 where note_id = :note",
                "update aftercare_plan set ends_on = ends_on + 1 where note_id = :note",
            })
    void a_row_that_was_altered_past_the_triggers_is_named(String change) {
        assertThat(tampered(change)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NOTE_ALTERED);
            assertThat(finding.row()).isEqualTo(signed.note().id().value());
            assertThat(finding.plan()).isEqualTo(signed.plan().id().value());
            assertThat(finding.appointment()).isEqualTo(it.appointment());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADDENDUM_ALTERED | update note_addendum set body = 'x' where note_id = :note",
                "ADDENDUM_ALTERED | update note_addendum set written_at = written_at + interval '1 second' where note_id = :note",
                "SIGNATURE_MISSING | update session_note set status = 'DRAFT' where id = :note",
                "PLAN_MISSING | delete from aftercare_plan where note_id = :note",
            })
    void so_is_whatever_else_does_not_fit(Kind kind, String change) {
        assertThat(tampered(change)).extracting(Finding::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update session_note set subjective = 'x' where id = :note",
                "update session_note set status = 'DRAFT' where id = :note",
                "update session_note set content_hash = 'x' where id = :note",
                "delete from session_note where id = :note",
                "update aftercare_plan set engine_result = '{}' where note_id = :note",
                "update aftercare_plan set digest = 'x', superseded_by = id where note_id = :note",
                "delete from aftercare_plan where note_id = :note",
                "update note_addendum set body = 'x' where note_id = :note",
                "delete from note_addendum where note_id = :note",
            })
    void the_applications_own_user_changes_nothing_that_is_signed(String change) {
        assertThatThrownBy(() -> sql.sql(change)
                        .param("note", signed.note().id().value())
                        .update())
                .hasMessageContaining("never changes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session_note", "aftercare_plan", "note_addendum"})
    void nor_does_it_empty_a_table(String table) {
        assertThatThrownBy(() -> sql.sql("truncate " + table + " cascade").update())
                .hasMessageContaining("never deleted");
    }

    @Test
    void a_note_that_was_hashed_in_the_first_way_still_fits() {
        var found = transaction.execute(status -> {
            var content = new LinkedHashMap<String, Object>();
            content.put("note", signed.note().id());
            content.put("appointment", it.appointment());
            content.put("client", it.clientId());
            content.put("session", signed.note().draft().session());
            content.put("text", signed.note().draft().text());
            content.put("plan", signed.plan().id());
            var basis = issued.basis(signed.plan().id());
            content.put("said", basis.said());
            content.put("decided", basis.decided());
            content.put("decisions", List.of());
            content.put("by", signed.note().signature().by());
            content.put("at", signed.note().signature().at());
            sql.sql("set local session_replication_role = replica").update();
            sql.sql("update session_note set hash_scheme = 1, content_hash = :hash where id = :note")
                    .param("hash", CareJson.hash(content))
                    .param("note", signed.note().id().value())
                    .update();
            sql.sql("set local session_replication_role = origin").update();
            var result = findings();
            status.setRollbackOnly();
            return result;
        });
        assertThat(found).isEmpty();
    }

    @Test
    void only_those_who_answer_for_the_record_may_look() {
        for (var who : List.of(it.therapist(), TestActor.desk(), it.client())) {
            for (Function<Integrity, Object> ask :
                    List.<Function<Integrity, Object>>of(Integrity::last, Integrity::checkNow)) {
                assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> who.call(() -> ask.apply(integrity)));
            }
        }
    }
}
