package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.PastCheckIns;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.plan.IssuedPlans;
import app.afterwell.aftercare.plan.NewPlan;
import app.afterwell.aftercare.plan.Summaries;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over notes that were signed in the past, with what came of them; each plan is made by the engine. */
@Service
@Transactional
@PreAuthorize("hasRole('OWNER')")
public class CareImport {

    private static final LocalTime EVENING = LocalTime.of(19, 0);

    /**
     * A note that was signed in the past. Review items that {@code decisions} leave open are dropped.
     *
     * @param slot when the visit was
     * @param zone of the location
     * @param clientZone where the client lives
     * @param history null to work it out from the notes of the same client in the same import
     */
    public record PastNote(
            AppointmentId appointment,
            ClientId client,
            PractitionerId practitioner,
            TimeSlot slot,
            ZoneId zone,
            ZoneId clientZone,
            NoteDraft draft,
            UserId signer,
            String signerName,
            Instant signedAt,
            @Nullable SafetyProfile safety,
            @Nullable History history,
            List<Decision> decisions,
            List<PastAnswer> answers,
            List<PastTick> ticks) {

        public PastNote {
            decisions = List.copyOf(decisions);
            answers = List.copyOf(answers);
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * An answer to a check-in.
     *
     * @param afterHours the question it answers (24, 48 or 72); null if it came unasked
     * @param after how long after the visit's end it came
     * @param openTask whether the task it raised is still open
     */
    public record PastAnswer(
            @Nullable Integer afterHours,
            Duration after,
            PainScore pain,
            List<BodyArea> areas,
            Set<Symptom> symptoms,
            @Nullable String note,
            boolean openTask) {}

    /**
     * An item done on a day of the plan; ignored where the plan does not have it on that day.
     *
     * @param item code, or {@code *} for every item of that day
     */
    public record PastTick(String item, int day) {}

    /** What came in. Questions whose time is still to come are planned. */
    public record Imported(int notes, int plans, int checkIns, int ticks, int tasks) {}

    private static final int BATCH = 500;
    private static final int HISTORY = 12;

    private final Protocols protocols;
    private final IssuedPlans plans;
    private final PastCheckIns checkIns;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CareImport(Protocols protocols, IssuedPlans plans, PastCheckIns checkIns, JdbcTemplate jdbc, Clock clock) {
        this.protocols = protocols;
        this.plans = plans;
        this.checkIns = checkIns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes notes over, those of one client in the order of their visits. Nobody is told. */
    public Imported load(List<PastNote> notes) {
        var now = clock.instant();
        var protocol = protocols.inForce();
        var past = new HashMap<ClientId, Deque<Made>>();
        var made = new ArrayList<Made>();
        for (var note : notes.stream()
                .sorted(Comparator.comparing(note -> note.slot().start()))
                .toList()) {
            var before = past.computeIfAbsent(note.client(), key -> new ArrayDeque<>());
            var one = make(protocol, note, before, now);
            made.add(one);
            before.addFirst(one);
        }
        insertNotes(made);
        plans.insert(made.stream().map(Made::plan).toList());
        var ticks = made.stream().flatMap(one -> ticks(one).stream()).distinct().toList();
        plans.insertTicks(ticks);
        var judged = made.stream().map(Made::judged).toList();
        int tasks = checkIns.insert(judged);
        return new Imported(
                made.size(),
                made.size(),
                judged.stream().mapToInt(one -> one.rows().size()).sum(),
                ticks.size(),
                tasks);
    }

    private record Made(PastNote note, NewPlan plan, PastCheckIns.Judged judged) {}

    private static Made make(CompiledProtocol protocol, PastNote note, Deque<Made> before, Instant now) {
        var session = day(note);
        var history = note.history() == null ? history(before, session.date()) : note.history();
        var said = protocol.plan(session, note.safety(), history);
        var decisions = decisions(note, said);
        var plan = new NewPlan(
                PlanId.next(),
                NoteId.next(),
                note.appointment(),
                note.client(),
                note.practitioner(),
                note.slot(),
                note.zone(),
                session,
                note.safety(),
                history,
                protocol.applyDecisions(session, note.safety(), history, decisions),
                decisions,
                protocol.band(session, note.safety(), history),
                CompiledProtocol.digest(said),
                note.signedAt());
        var answers = note.answers().stream()
                .map(answer -> new PastCheckIns.Past(
                        answer.afterHours(),
                        note.slot().end().plus(answer.after()),
                        new AnswerCheckIn(answer.pain(), answer.areas(), answer.symptoms(), List.of(), answer.note()),
                        answer.openTask()))
                .toList();
        return new Made(
                note,
                plan,
                PastCheckIns.judge(protocol, plan.basis(), answers, note.clientZone(), note.signedAt(), now));
    }

    private static SessionFindings day(PastNote note) {
        var session = note.draft().session();
        return new SessionFindings(
                note.slot().start().atZone(note.zone()).toLocalDate(),
                session.minutes(),
                session.areas(),
                session.painBefore(),
                session.painAfter(),
                session.goals(),
                session.picks());
    }

    private static History history(Deque<Made> before, LocalDate day) {
        return new History(
                before.size(),
                before.stream()
                        .limit(HISTORY)
                        .map(one -> Summaries.pastVisit(
                                one.plan().session().date(),
                                day,
                                one.plan().session().minutes(),
                                one.plan().maxPressure(),
                                value(one.plan().session().painBefore()),
                                value(one.plan().session().painAfter()),
                                one.judged().curve()))
                        .toList());
    }

    private static @Nullable Integer value(@Nullable PainScore pain) {
        return pain == null ? null : pain.value();
    }

    private static List<Decision> decisions(PastNote note, PlanResult said) {
        var decisions = new ArrayList<>(note.decisions());
        said.review().stream()
                .map(ReviewItem::item)
                .distinct()
                .filter(item -> note.decisions().stream()
                        .noneMatch(decision -> decision.item().equals(item)))
                .forEach(item -> decisions.add(new Decision(item, null, Decision.Kind.DROP, null)));
        return decisions;
    }

    private static List<IssuedPlans.Tick> ticks(Made one) {
        var items = Stream.concat(
                        one.plan().plan().decided().offered().stream(), one.plan().plan().decided().later().stream())
                .toList();
        var ticks = new ArrayList<IssuedPlans.Tick>();
        for (var tick : one.note().ticks()) {
            var at = one.plan()
                    .session()
                    .date()
                    .plusDays(tick.day())
                    .atTime(EVENING)
                    .atZone(one.note().zone())
                    .toInstant();
            items.stream()
                    .filter(item -> tick.item().equals("*") || tick.item().equals(item.item()))
                    .filter(item -> item.days().contains(tick.day()))
                    .map(item -> new IssuedPlans.Tick(one.plan().id(), item.item(), tick.day(), at))
                    .forEach(ticks::add);
        }
        return ticks;
    }

    private void insertNotes(List<Made> made) {
        jdbc.batchUpdate("""
                insert into session_note (id, appointment_id, client_id, practitioner_id, revision, status, visit_day,
                    session, subjective, objective, assessment, plan_text, created_at, saved_at, saved_by, signed_at,
                    signed_by, signed_name, content_hash, digest, request_hash, plan_id, version)
                values (?, ?, ?, ?, 1, 'SIGNED', ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """, made, BATCH, (statement, one) -> {
            var note = one.note();
            var plan = one.plan();
            var signedAt = Timestamp.from(plan.issuedAt());
            var text = note.draft().text();
            int at = 0;
            statement.setObject(++at, plan.note().value());
            statement.setObject(++at, plan.appointment().value());
            statement.setObject(++at, plan.client().value());
            statement.setObject(++at, plan.practitioner().value());
            statement.setObject(++at, plan.session().date());
            statement.setString(++at, CareJson.write(plan.session()));
            statement.setString(++at, text.subjective());
            statement.setString(++at, text.objective());
            statement.setString(++at, text.assessment());
            statement.setString(++at, text.plan());
            statement.setTimestamp(++at, signedAt);
            statement.setTimestamp(++at, signedAt);
            statement.setObject(++at, note.signer().value());
            statement.setTimestamp(++at, signedAt);
            statement.setObject(++at, note.signer().value());
            statement.setString(++at, note.signerName());
            statement.setString(
                    ++at,
                    Signing.hash(
                            new Signing.Version(1, null, null, new NoteDraft(plan.session(), text), List.of()),
                            plan,
                            note.signer(),
                            note.signerName()));
            statement.setString(++at, plan.digest());
            statement.setString(++at, "imported");
            statement.setObject(++at, plan.id().value());
        });
    }
}
