package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.CheckInAnswer;
import app.afterwell.aftercare.engine.TriageResult;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Ids;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TaskId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One question to a client, or what they told us unasked. */
@Entity
@Table(name = "check_in")
class CheckIn {

    @Id
    private UUID id;

    private UUID planId;
    private UUID clientId;
    private @Nullable Integer afterHours;
    private @Nullable Instant dueAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CheckInStatus status;

    private @Nullable Instant answeredAt;
    private @Nullable Double hours;
    private @Nullable Integer pain;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String areas;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String symptoms;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String done;

    private @Nullable String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String triage;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Outcome outcome;

    private @Nullable UUID taskId;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected CheckIn() {}

    @SuppressWarnings("NullAway.Init") // completed by the two ways to begin
    private CheckIn(PlanId plan, ClientId client, CheckInStatus status) {
        this.id = Ids.next();
        this.planId = plan.value();
        this.clientId = client.value();
        this.status = status;
    }

    /** A question whose time will come. */
    static CheckIn planned(PlanId plan, ClientId client, CheckInTimes.Time time) {
        var planned = new CheckIn(plan, client, CheckInStatus.PLANNED);
        planned.afterHours = time.afterHours();
        planned.dueAt = time.dueAt();
        return planned;
    }

    /** The client tells us of their own accord; it must be answered at once. */
    static CheckIn unasked(PlanId plan, ClientId client) {
        return new CheckIn(plan, client, CheckInStatus.ASKED);
    }

    UUID id() {
        return id;
    }

    PlanId plan() {
        return new PlanId(planId);
    }

    ClientId client() {
        return new ClientId(clientId);
    }

    @Nullable
    Integer afterHours() {
        return afterHours;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    CheckInStatus status() {
        return status;
    }

    boolean isOpen() {
        return status == CheckInStatus.PLANNED || status == CheckInStatus.ASKED;
    }

    boolean isAnswered() {
        return status == CheckInStatus.ANSWERED;
    }

    void answer(AnswerCheckIn answer, double hoursAfter, TriageResult result, @Nullable TaskId task, Instant at) {
        if (!isOpen()) {
            throw new IllegalStateException("only an open question can be answered, not " + status);
        }
        status = CheckInStatus.ANSWERED;
        answeredAt = at;
        hours = hoursAfter;
        pain = answer.pain().value();
        areas = CareJson.write(answer.areas());
        symptoms = CareJson.write(answer.symptoms());
        done = CareJson.write(answer.done());
        remark = answer.note();
        triage = CareJson.write(result);
        outcome = result.outcome();
        taskId = task == null ? null : task.value();
    }

    void unknown() {
        if (status == CheckInStatus.ASKED) {
            status = CheckInStatus.UNKNOWN;
        }
    }

    Answer told() {
        if (answeredAt == null || hours == null || pain == null || triage == null) {
            throw new IllegalStateException("not answered yet");
        }
        return new Answer(
                answeredAt,
                new CheckInAnswer(
                        hours,
                        new PainScore(pain),
                        CareJson.readList(areas, BodyArea.class),
                        Set.copyOf(CareJson.readList(symptoms, Symptom.class))),
                remark,
                CareJson.read(triage, TriageResult.class),
                taskId == null ? null : new TaskId(taskId));
    }

    /** What was answered and what it came to. */
    record Answer(
            Instant at,
            CheckInAnswer answer,
            @Nullable String remark,
            TriageResult result,
            @Nullable TaskId task) {

        /** Whether this is the same thing said again within a moment: a double tap, a repeated request. */
        boolean repeats(AnswerCheckIn other, Instant time, Duration within) {
            return Duration.between(at, time).compareTo(within) < 0
                    && answer.pain().equals(other.pain())
                    && answer.symptoms().equals(other.symptoms())
                    && List.copyOf(answer.areas()).equals(other.areas())
                    && Objects.equals(remark, other.note());
        }
    }
}
