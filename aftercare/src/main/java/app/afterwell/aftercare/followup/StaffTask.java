package app.afterwell.aftercare.followup;

import app.afterwell.aftercare.CareJson;
import app.afterwell.domain.Actor;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Ids;
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
            claimedBy = null;
            claimedName = null;
            claimedAt = null;
        }
        if (again.urgency().compareTo(urgency) >= 0) {
            detail = CareJson.write(again.detail());
            checkInId = again.checkIn() == null ? checkInId : again.checkIn().value();
        }
        if (again.dueAt().isBefore(dueAt)) {
            dueAt = again.dueAt();
        }
        return graver;
    }

    boolean has(List<String> otherCauses) {
        return Arrays.asList(causes).stream().anyMatch(otherCauses::contains);
    }

    void claim(Actor by, Instant at) {
        if (status == TaskStatus.DONE) {
            throw new ConflictException("task-done", "Somebody has done this already.");
        }
        if (claimedBy != null && !claimedBy.equals(by.userId().value())) {
            throw new ConflictException("task-claimed", claimedName + " has taken this on.");
        }
        if (claimedBy == null) {
            claimedBy = by.userId().value();
            claimedName = by.displayName();
            claimedAt = at;
        }
    }

    /** @return whether it was still open */
    boolean complete(String what, @Nullable String said, @Nullable UUID by, String name, Instant at) {
        if (status == TaskStatus.DONE) {
            return false;
        }
        status = TaskStatus.DONE;
        outcome = what;
        comment = said;
        doneBy = by;
        doneName = name;
        doneAt = at;
        return true;
    }
}
