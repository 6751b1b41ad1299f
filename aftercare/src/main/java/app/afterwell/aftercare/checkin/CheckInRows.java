package app.afterwell.aftercare.checkin;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The check-ins as they are stored. */
interface CheckInRows extends Repository<CheckIn, UUID> {

    CheckIn save(CheckIn checkIn);

    Iterable<CheckIn> saveAll(Iterable<CheckIn> checkIns);

    Optional<CheckIn> findById(UUID id);

    @Query("select c from CheckIn c where c.planId = :plan order by coalesce(c.dueAt, c.answeredAt), c.id")
    List<CheckIn> ofPlan(UUID plan);

    /** As {@link #ofPlan}, waiting for whoever is changing them: the job that asks, another answer. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CheckIn c where c.planId = :plan order by coalesce(c.dueAt, c.answeredAt), c.id")
    List<CheckIn> ofPlanToChange(UUID plan);

    void flush();
}
