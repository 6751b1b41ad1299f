package app.afterwell.aftercare.followup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The tasks as they are stored. */
interface StaffTasks extends Repository<StaffTask, UUID> {

    StaffTask save(StaffTask task);

    Optional<StaffTask> findById(UUID id);

    void flush();

    @Query("select t from StaffTask t where t.status = 'OPEN' and t.causeKey = :causeKey")
    Optional<StaffTask> openWithCause(String causeKey);

    @Query("""
            select t from StaffTask t
            where t.status = 'OPEN' and t.planId = :plan and t.kind in :kinds order by t.urgency desc, t.raisedAt
            """)
    List<StaffTask> openOfPlan(UUID plan, Collection<TaskKind> kinds);

    @Query("select t from StaffTask t where t.status = 'OPEN' and t.appointmentId = :appointment and t.kind = :kind")
    List<StaffTask> openOfAppointment(UUID appointment, TaskKind kind);
}
