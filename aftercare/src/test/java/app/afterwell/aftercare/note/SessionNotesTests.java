package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Finding;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.NoteSigned;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import testsupport.CountedStatements;
import testsupport.TestActor;
import testsupport.TestSecurity.RecordedAudit;

@CareTest
@RecordApplicationEvents
class SessionNotesTests {

    @Autowired
    SessionNotes notes;

    @Autowired
    Briefings briefings;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    RecordedAudit audit;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEvents events;

    private NoteView save(Case it, int version, NoteDraft draft) {
        return it.therapist().call(() -> notes.save(new SaveDraft(it.appointment(), version, draft)));
    }

    private Signed sign(Case it, NoteView note, Decision... decisions) {
        return it.therapist()
                .call(() -> notes.sign(new SignNote(
                        it.appointment(), note.version(), note.preview().digest(), List.of(decisions))));
    }

    private static NoteDraft text(String subjective) {
        var draft = Clinic.hamstrings(2);
        return new NoteDraft(draft.session(), new NoteText(subjective, "", "", ""));
    }

    @Test
    void a_note_that_nobody_has_begun_opens_empty_with_what_the_calendar_knows() {
        var it = calendar.visitJustOver();

        var note = it.therapist().call(() -> notes.open(it.appointment()));

        assertThat(note.version()).isZero();
        assertThat(note.status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(note.draft().session().minutes()).isEqualTo(60);
        assertThat(note.draft().session().date()).isEqualTo("2026-11-22");
        assertThat(note.clientName()).isEqualTo("Marta Silva");
        assertThat(note.preview().plan().offered()).isNotEmpty();
        assertThat(audit.entries())
                .contains(new RecordedAudit.Entry("note.read", "note:" + it.appointment(), it.clientId(), null));
    }

    @Test
    void what_was_saved_is_there_when_the_note_is_opened_again() {
        var it = calendar.visitJustOver();

        var saved = save(it, 0, Clinic.hamstrings(3));
        var opened = it.therapist().call(() -> notes.open(it.appointment()));

        assertThat(saved.version()).isEqualTo(1);
        assertThat(opened.draft()).isEqualTo(saved.draft());
        assertThat(opened.draft().text().subjective()).isEqualTo("Tight since the hill walk.");
        assertThat(opened.savedAt()).isEqualTo(clock.instant());
        assertThat(save(it, 1, text("More.")).version()).isEqualTo(2);
    }

    @Test
    void a_late_save_is_refused_and_neither_text_is_lost() {
        var it = calendar.visitJustOver();
        save(it, 0, text("First."));
        save(it, 1, text("From the tablet."));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> save(it, 1, text("From the phone.")))
                .matches(conflict -> conflict.code().equals("stale-version"));

        var note = it.therapist().call(() -> notes.open(it.appointment()));
        assertThat(note.draft().text().subjective()).isEqualTo("From the tablet.");
        assertThat(note.copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.draft().text().subjective()).isEqualTo("From the phone."));

        it.therapist()
                .run(() -> notes.discardCopy(
                        it.appointment(), note.copies().getFirst().id()));
        assertThat(it.therapist().call(() -> notes.open(it.appointment())).copies())
                .isEmpty();
    }

    private Changed change(Case it, NoteChange... changes) {
        return it.therapist().call(() -> notes.change(new ChangeNote(it.appointment(), List.of(changes))));
    }

    @Test
    void changes_to_different_parts_come_together_from_two_devices() {
        var it = calendar.visitJustOver();
        change(it, new NoteChange("text/subjective", null, "From the tablet."));
        change(it, new NoteChange("pain/before", null, "6"), new NoteChange("area/CALVES LEFT", null, "1"));
        var both = change(it, new NoteChange("stroke/s1", null, "BACK 10 20 30 40"));

        assertThat(both.copied()).isFalse();
        assertThat(both.note().copies()).isEmpty();
        var draft = both.note().draft();
        assertThat(draft.text().subjective()).isEqualTo("From the tablet.");
        assertThat(draft.session().areas()).hasSize(1);
        assertThat(draft.strokes()).containsExactly(new PenStroke("s1", BodyView.BACK, List.of(10, 20, 30, 40)));
        assertThat(it.therapist().call(() -> notes.open(it.appointment())).draft())
                .isEqualTo(draft);
    }

    @Test
    void the_same_changes_again_are_the_same_changes() {
        var it = calendar.visitJustOver();
        var tight = new NoteChange("text/subjective", null, "Tight.");
        var once = change(it, tight);
        var twice = change(it, tight);

        assertThat(twice.copied()).isFalse();
        assertThat(twice.note().version()).isEqualTo(once.note().version());
    }

    @Test
    void where_both_changed_a_part_the_stored_one_stands_and_the_other_is_kept_as_a_copy() {
        var it = calendar.visitJustOver();
        change(it, new NoteChange("text/subjective", null, "From the tablet."));
        var late = change(
                it,
                new NoteChange("text/subjective", null, "From the phone."),
                new NoteChange("text/plan", null, "Again in a week."));

        assertThat(late.copied()).isTrue();
        assertThat(late.note().draft().text()).isEqualTo(new NoteText("From the tablet.", "", "", "Again in a week."));
        assertThat(late.note().copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.draft().text().subjective()).isEqualTo("From the phone."));
    }

    @Test
    void what_comes_after_the_signature_changes_nothing_and_is_kept_as_a_copy() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        sign(it, save(it, 0, Clinic.hamstrings(2)));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> change(it, new NoteChange("text/plan", null, "One more thing.")))
                .matches(conflict -> conflict.code().equals("note-signed"));

        var note = it.therapist().call(() -> notes.open(it.appointment()));
        assertThat(note.draft().text().plan()).isEmpty();
        assertThat(note.copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.draft().text().plan()).isEqualTo("One more thing."));
    }

    @Test
    void decisions_are_kept_with_the_draft_and_the_preview_shows_what_the_client_would_get() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var first = save(it, 0, Clinic.hamstrings(2)).preview().plan().offered().getLast();
        var changed = change(
                        it,
                        new NoteChange("decision/" + first.item(), null, "KEEP\nHalf a glass\n0\nShe forgets to"),
                        new NoteChange("decision/epsom-bath", null, "DROP\n\n\n"))
                .note();

        assertThat(changed.draft().decisions()).hasSize(2);
        assertThat(changed.preview().decisions())
                .containsExactly(
                        new Decision(first.item(), null, Decision.Kind.KEEP, "She forgets to", "Half a glass", 0));
        assertThat(changed.preview().decided().offered().getFirst())
                .satisfies(item -> assertThat(item.item()).isEqualTo(first.item()))
                .satisfies(item -> assertThat(item.dose()).isEqualTo("Half a glass"));
        assertThat(changed.preview().digest()).isEqualTo(first(it).preview().digest());

        var signed = sign(it, changed, changed.preview().decisions().toArray(Decision[]::new));
        assertThat(signed.plan().offered().getFirst().dose()).isEqualTo("Half a glass");
    }

    private NoteView first(Case it) {
        return it.therapist().call(() -> notes.open(it.appointment()));
    }

    @Test
    void a_dose_of_ones_own_needs_a_reason_and_keeps_to_the_words_that_a_client_may_read() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var note = save(it, 0, Clinic.hamstrings(2));
        var item = note.preview().plan().offered().getLast().item();

        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> sign(it, note, new Decision(item, null, Decision.Kind.KEEP, " ", "Less", null)))
                .matches(refused -> refused.code().equals("reason-missing"));
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() ->
                        sign(it, note, new Decision(item, null, Decision.Kind.KEEP, "why", "It flushes toxins", null)))
                .matches(refused -> refused.code().equals("banned-word"));
    }

    @Test
    void somebody_elses_therapist_changes_nothing() {
        var it = calendar.visitJustOver();
        var stranger = TestActor.therapist(PractitionerId.next());
        assertThatThrownBy(() -> stranger.run(() -> notes.change(
                        new ChangeNote(it.appointment(), List.of(new NoteChange("text/plan", null, "Mine."))))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void my_day_is_put_together_in_as_many_queries_however_many_visits_there_are() {
        var practitioner = PractitionerId.next();
        var few = queriesToList(practitioner, 2);
        var many = queriesToList(practitioner, 12);
        assertThat(many).isEqualTo(few);
    }

    private int queriesToList(PractitionerId practitioner, int more) {
        var client = ClientId.next();
        for (int hours = 0; hours < more; hours++) {
            var it = calendar.visit(
                    hours % 2 == 0 ? client : ClientId.next(),
                    practitioner,
                    clock.instant().minus(Duration.ofHours(3 + hours)),
                    VisitStatus.IN_SESSION);
            save(it, 0, Clinic.hamstrings(3));
        }
        var day =
                calendar
                        .ofPractitioner(practitioner, clock.instant().minus(Duration.ofDays(1)), clock.instant())
                        .stream()
                        .map(Visit::id)
                        .toList();
        return TestActor.therapist(practitioner)
                .call(() ->
                        CountedStatements.during(notes::unsigned) + CountedStatements.during(() -> briefings.of(day)));
    }

    @Test
    void the_same_save_again_is_the_same_save() {
        var it = calendar.visitJustOver();

        var once = save(it, 0, text("Once."));
        var twice = save(it, 0, text("Once."));

        assertThat(twice.version()).isEqualTo(once.version());
        assertThat(twice.copies()).isEmpty();
    }

    @Test
    void of_devices_that_save_at_the_same_moment_one_wins_and_every_text_is_kept() throws Exception {
        var it = calendar.visitJustOver();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tries = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        try {
                            save(it, 0, text("Device " + n));
                            return true;
                        } catch (ConflictException e) {
                            return false;
                        }
                    })
                    .toList();
            var won = pool.invokeAll(tries).stream().filter(this::get).count();

            assertThat(won).isEqualTo(1);
        }
        var note = it.therapist().call(() -> notes.open(it.appointment()));
        assertThat(note.copies()).hasSize(15);
    }

    private boolean get(Future<Boolean> done) {
        try {
            return done.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_preview_stores_nothing() {
        var it = calendar.visitJustOver();

        var preview = it.therapist().call(() -> notes.preview(it.appointment(), Clinic.hamstrings(4)));

        assertThat(preview.plan().offered()).isNotEmpty();
        assertThat(preview.band().baseline()).isEqualTo(3);
        assertThat(preview.titles()).isNotEmpty();
        assertThat(it.therapist().call(() -> notes.open(it.appointment())).version())
                .isZero();
    }

    @Test
    void signing_locks_the_note_and_issues_the_plan_with_its_questions() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var note = save(it, 0, Clinic.hamstrings(3));

        var signed = sign(it, note);

        assertThat(signed.note().status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(signed.note().signature().plan()).isEqualTo(signed.plan().id());
        assertThat(signed.note().signature().name()).isEqualTo("Theo Therapist");
        assertThat(signed.note().signature().hash()).hasSize(64);
        assertThat(signed.plan().state()).isEqualTo(PlanState.OPEN);
        assertThat(signed.plan().offered()).isNotEmpty();
        assertThat(signed.plan().checkIns())
                .extracting(question -> question.dueAt().toString())
                .containsExactly("2026-11-23T14:00:00Z", "2026-11-24T14:00:00Z", "2026-11-25T14:00:00Z");
        assertThat(jobsOf(signed)).as("the end of the wait for an answer").isEqualTo(1);
        assertThat(events.stream(NoteSigned.class))
                .contains(new NoteSigned(
                        signed.note().id(),
                        it.appointment(),
                        it.clientId(),
                        signed.plan().id(),
                        signed.note().version()));
    }

    private long jobsOf(Signed signed) {
        var names = new java.util.ArrayList<String>();
        names.add(signed.plan().id().toString());
        signed.plan().checkIns().forEach(question -> names.add(question.id().toString()));
        return sql.sql("select count(*) from scheduled_tasks where task_instance in (:names)")
                .param("names", names)
                .query(Long.class)
                .single();
    }

    @Test
    void the_same_signature_again_answers_the_same_plan() {
        var it = calendar.visitJustOver();
        var note = save(it, 0, Clinic.hamstrings(3));
        var drops = dropAll(note);

        var once = sign(it, note, drops);
        var twice = sign(it, note, drops);

        assertThat(twice.plan().id()).isEqualTo(once.plan().id());
        assertThat(twice.note().signature().hash())
                .isEqualTo(once.note().signature().hash());
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> sign(it, once.note(), drops))
                .matches(conflict -> conflict.code().equals("note-signed"));
    }

    @Test
    void many_who_sign_at_once_get_one_plan() throws Exception {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var note = save(it, 0, Clinic.hamstrings(3));
        try (var pool = Executors.newFixedThreadPool(6)) {
            var tries = java.util.Collections.nCopies(6, (Callable<Signed>) () -> sign(it, note));
            var plans = new java.util.HashSet<>();
            for (var done : pool.invokeAll(tries)) {
                plans.add(done.get().plan().id());
            }
            assertThat(plans).hasSize(1);
        }
        assertThat(sql.sql("select count(*) from aftercare_plan where appointment_id = :id")
                        .param("id", it.appointment().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static Decision[] dropAll(NoteView note) {
        return note.preview().plan().review().stream()
                .map(ReviewItem::item)
                .distinct()
                .map(item -> new Decision(item, null, Decision.Kind.DROP, null))
                .toArray(Decision[]::new);
    }

    @Test
    void a_note_is_signed_only_once_the_client_is_there() {
        var it = calendar.visit(
                ClientId.next(),
                PractitionerId.next(),
                clock.instant().plus(Duration.ofHours(1)),
                VisitStatus.CONFIRMED);
        var note = save(it, 0, Clinic.hamstrings(3));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> sign(it, note))
                .matches(conflict -> conflict.code().equals("visit-not-started"));
    }

    @Test
    void a_plan_that_intake_changed_meanwhile_is_not_signed() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var note = save(it, 0, Clinic.hamstrings(2));
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> sign(it, note))
                .matches(conflict -> conflict.code().equals("plan-changed"));
        assertThat(it.therapist().call(() -> notes.open(it.appointment())).status())
                .isEqualTo(NoteStatus.DRAFT);
    }

    @Test
    void an_older_version_is_not_signed() {
        var it = calendar.visitJustOver();
        var old = save(it, 0, Clinic.hamstrings(3));
        save(it, 1, Clinic.hamstrings(4));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> sign(it, old))
                .matches(conflict -> conflict.code().equals("stale-version"));
    }

    @Test
    void review_items_must_be_decided_first() {
        var it = calendar.visitJustOver();
        var note = save(it, 0, Clinic.hamstrings(3));
        assertThat(note.safety()).isNull();
        assertThat(note.preview().plan().review()).isNotEmpty();

        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> sign(it, note))
                .matches(problem -> problem.code().equals("review-open"));

        assertThat(sign(it, note, dropAll(note)).plan().offered()).isNotEmpty();
    }

    @Test
    void more_pressure_than_the_rules_allow_asks_for_a_reason() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS);
        var note = save(it, 0, Clinic.hamstrings(4));
        var area = new BodyArea(Region.HAMSTRINGS, Side.LEFT);
        assertThat(note.preview().pressureReasonsMissing()).containsExactly(area);

        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> sign(it, note, dropAll(note)))
                .matches(problem -> problem.code().equals("pressure-reason"))
                .satisfies(problem -> assertThat(problem.problems())
                        .singleElement()
                        .satisfies(field -> assertThat(field.field()).isEqualTo("structured.areas[0].pressureReason")));

        var cleared = save(
                it,
                note.version(),
                Clinic.draft(new WorkedArea(
                        area,
                        Set.of(Finding.TIGHTNESS),
                        Set.of(Technique.DEEP_TISSUE),
                        new Pressure(4),
                        "Cleared by her doctor on Friday.")));
        assertThat(sign(it, cleared, dropAll(cleared)).note().status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void an_absolute_rule_cannot_be_overruled() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS);
        var note = save(it, 0, Clinic.hamstrings(2));
        assertThat(note.preview().plan().withheld())
                .extracting(row -> row.item())
                .contains("foam-roll-hamstrings");

        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> sign(
                        it, note, new Decision("foam-roll-hamstrings", null, Decision.Kind.ADD, "He asked for it.")))
                .matches(problem -> problem.code().equals("absolute"));
    }

    @Test
    void what_is_decided_is_kept_beside_what_the_engine_said() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var note = save(it, 0, Clinic.hamstrings(3));
        var first = note.preview().plan().offered().getFirst().item();

        var signed = sign(it, note, new Decision(first, null, Decision.Kind.DROP, "She dislikes it."));

        assertThat(signed.plan().offered()).extracting(item -> item.item()).doesNotContain(first);
        assertThat(signed.plan().staff().engine()).isEqualTo(note.preview().plan());
        assertThat(signed.plan().staff().decisions())
                .containsExactly(new Decision(first, null, Decision.Kind.DROP, "She dislikes it."));
    }

    @Test
    void a_signed_note_is_changed_by_nobody_not_even_by_sql() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var signed = sign(it, save(it, 0, Clinic.hamstrings(3)));
        var id = signed.note().id().value();

        assertThatThrownBy(() -> sql.sql("update session_note set subjective = 'x' where id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("signed and never changes");
        assertThatThrownBy(() -> sql.sql("delete from session_note where id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("signed and never changes");
        assertThatThrownBy(() -> sql.sql("truncate session_note cascade").update())
                .hasMessageContaining("signed notes are never deleted");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> save(it, signed.note().version(), text("Afterwards.")))
                .matches(conflict -> conflict.code().equals("note-signed"));
        assertThat(it.therapist().call(() -> notes.open(it.appointment())).copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.draft().text().subjective()).isEqualTo("Afterwards."));
    }

    @Test
    void the_next_note_knows_the_last_one() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        sign(it, save(it, 0, Clinic.hamstrings(3)));
        var next = calendar.visit(
                it.clientId(),
                it.visit().practitioner(),
                clock.instant().plus(Duration.ofDays(7)),
                VisitStatus.ARRIVED);

        var note = next.therapist().call(() -> notes.open(next.appointment()));

        assertThat(note.earlierVisits()).isEqualTo(1);
        assertThat(note.lastPlan().appointment()).isEqualTo(it.appointment());
        assertThat(note.lastNote().draft().text().subjective()).isEqualTo("Tight since the hill walk.");
    }

    @Test
    void a_visit_without_a_signed_note_stays_in_the_list_of_what_is_owed() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        assertThat(it.therapist().call(notes::unsigned))
                .singleElement()
                .satisfies(owed -> assertThat(owed.savedAt()).isNull());

        var note = save(it, 0, Clinic.hamstrings(3));
        assertThat(it.therapist().call(notes::unsigned))
                .singleElement()
                .satisfies(owed -> assertThat(owed.savedAt()).isNotNull());

        sign(it, note);
        assertThat(it.therapist().call(notes::unsigned)).isEmpty();
    }

    @Test
    void bad_input_names_its_field() {
        var it = calendar.visitJustOver();
        var area = Clinic.hamstrings(3).session().areas().getFirst();
        var session = Clinic.hamstrings(3).session();

        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> save(it, 0, Clinic.draft(area, area)))
                .satisfies(problem ->
                        assertThat(problem.problems().getFirst().field()).isEqualTo("structured.areas[1]"));
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> save(
                        it,
                        0,
                        new NoteDraft(
                                new SessionFindings(
                                        session.date(), 60, session.areas(), null, null, Set.of(), Set.of("no-item")),
                                NoteText.EMPTY)))
                .matches(problem -> problem.code().equals("unknown-code"));
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> save(
                        it,
                        0,
                        new NoteDraft(
                                new SessionFindings(
                                        session.date(), 6000, session.areas(), null, null, Set.of(), Set.of()),
                                NoteText.EMPTY)))
                .satisfies(problem ->
                        assertThat(problem.problems().getFirst().field()).isEqualTo("structured.minutes"));
    }

    @Test
    void only_therapists_who_treat_the_client_may() {
        var it = calendar.visitJustOver();
        var note = save(it, 0, Clinic.hamstrings(3));
        var sign = new SignNote(it.appointment(), note.version(), note.preview().digest(), List.of());
        var stranger = calendar.visitJustOver().therapist();

        for (var who : List.of(stranger, TestActor.desk(), TestActor.owner(), it.client())) {
            refused(() -> who.call(() -> notes.open(it.appointment())));
            refused(() -> who.call(() -> notes.save(new SaveDraft(it.appointment(), 1, Clinic.hamstrings(1)))));
            refused(() -> who.call(() -> notes.preview(it.appointment(), Clinic.hamstrings(1))));
            refused(() -> who.call(() -> notes.sign(sign)));
            refused(() -> who.run(() -> notes.discardCopy(it.appointment(), app.afterwell.domain.NoteId.next())));
        }
        refused(() -> TestActor.desk().call(notes::unsigned));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> it.therapist().call(() -> notes.open(AppointmentId.next())));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(action);
    }
}
