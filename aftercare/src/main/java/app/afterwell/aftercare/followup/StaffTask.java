package app.afterwell.aftercare.followup;

import app.afterwell.aftercare.CareJson;
import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Ids;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that staff owe, from the moment it is raised until somebody says what came of it. */
@Entity
@Table(name = "staff_task")
class StaffTask {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private TaskKind kind;

    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.INTEGER)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private TaskStatus status;

    private String causeKey;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] causes;

    private @Nullable UUID clientId;
    private @Nullable UUID practitionerId;
    private @Nullable UUID appointmentId;
    private @Nullable UUID planId;
    private @Nullable UUID checkInId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String detail;

    private int times;
    private Instant raisedAt;
    private Instant dueAt;
    private @Nullable UUID claimedBy;
    private @Nullable String claimedName;
    private @Nullable Instant claimedAt;
    private @Nullable Instant snoozedUntil;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Role assignedRole;

    private @Nullable Instant climbedAt;
    private boolean doneClinical = true;
    private @Nullable String outcome;

    @Column(name = "remark")
    private @Nullable String comment;

    private @Nullable UUID doneBy;
    private @Nullable String doneName;
    private @Nullable Instant doneAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StaffTask() {}

    StaffTask(RaiseTask task, Instant at) {
        id = Ids.next();
        kind = task.kind();
        urgency = task.urgency();
        status = TaskStatus.OPEN;
        causeKey = task.causeKey();
        causes = task.causes().toArray(String[]::new);
        clientId = task.client().value();
        practitionerId =
                task.practitioner() == null ? null : task.practitioner().value();
        appointmentId = task.appointment() == null ? null : task.appointment().value();
        planId = task.plan() == null ? null : task.plan().value();
        checkInId = task.checkIn() == null ? null : task.checkIn().value();
        detail = CareJson.write(task.detail());
        times = 1;
        raisedAt = at;
        dueAt = task.dueAt();
    }

    UUID id() {
        return id;
    }

    Urgency urgency() {
        return urgency;
    }

    /**
     * Takes in another report of the cause. A graver one raises the task, and whoever had claimed it must look again;
     * one that is not graver leaves it as urgent as it is.
     *
     * @return whether it was raised
     */
    boolean report(RaiseTask again) {
        times++;
        var all = new LinkedHashSet<>(Arrays.asList(causes));
        all.addAll(again.causes());
        causes = all.toArray(String[]::new);
        boolean graver = again.urgency().compareTo(urgency) > 0;
        if (graver) {
            urgency = again.urgency();
            kind = again.kind();
            letGo();
            assignedRole = null;
        }
        if (again.urgency().compareTo(urgency) >= 0) {
            snoozedUntil = null;
            detail = CareJson.write(again.detail());
            checkInId = again.checkIn() == null ? checkInId : again.checkIn().value();
        }
        if (again.dueAt().isBefore(dueAt)) {
            dueAt = again.dueAt();
        }
        return graver;
    }

    boolean isCall() {
        return kind.isCall();
    }

    String causeKey() {
        return causeKey;
    }

    @Nullable
    ClientId client() {
        return clientId == null ? null : new ClientId(clientId);
    }

    boolean has(List<String> otherCauses) {
        return Arrays.asList(causes).stream().anyMatch(otherCauses::contains);
    }

    /** @return whether it was free until now */
    boolean claim(Actor by, Instant at) {
        requireOpen();
        if (claimedBy != null && !claimedBy.equals(by.userId().value())) {
            throw new ConflictException("task-claimed", claimedName + " has taken this on.");
        }
        boolean free = claimedBy == null;
        if (free) {
            has(by.userId(), by.displayName(), at);
        }
        return free;
    }

    void handOver(Colleague to, Instant at) {
        requireOpen();
        has(to.id(), to.name(), at);
    }

    void handOver(Role to) {
        requireOpen();
        letGo();
        assignedRole = to;
    }

    /** @return whether somebody had it */
    boolean release() {
        requireOpen();
        boolean had = claimedBy != null || assignedRole != null;
        letGo();
        assignedRole = null;
        return had;
    }

    private void has(UserId user, String name, Instant at) {
        claimedBy = user.value();
        claimedName = name;
        claimedAt = at;
        assignedRole = null;
    }

    private void letGo() {
        claimedBy = null;
        claimedName = null;
        claimedAt = null;
    }

    void snooze(Instant until) {
        requireOpen();
        snoozedUntil = until;
    }

    /** @return whether it slept */
    boolean wake() {
        boolean slept = snoozedUntil != null;
        snoozedUntil = null;
        return slept;
    }

    private void requireOpen() {
        if (status == TaskStatus.DONE) {
            throw new ConflictException("task-done", "Somebody has done this already.");
        }
    }

    /** Takes back that it was closed. */
    void reopen() {
        status = TaskStatus.OPEN;
        outcome = null;
        comment = null;
        doneBy = null;
        doneName = null;
        doneAt = null;
        doneClinical = true;
    }

    boolean isDone() {
        return status == TaskStatus.DONE;
    }

    boolean closedBy(UserId user, Instant since) {
        return status == TaskStatus.DONE && user.value().equals(doneBy) && doneAt != null && !doneAt.isBefore(since);
    }

    /**
     * @param clinical whether what was said is for therapists
     * @return whether it was still open
     */
    boolean complete(String what, @Nullable String said, boolean clinical, @Nullable UUID by, String name, Instant at) {
        if (status == TaskStatus.DONE) {
            return false;
        }
        status = TaskStatus.DONE;
        snoozedUntil = null;
        doneClinical = clinical;
        outcome = what;
        comment = said;
        doneBy = by;
        doneName = name;
        doneAt = at;
        return true;
    }
}
