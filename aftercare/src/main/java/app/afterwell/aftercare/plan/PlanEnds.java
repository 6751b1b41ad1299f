package app.afterwell.aftercare.plan;

import app.afterwell.domain.AppointmentId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long plans last: all of a plan that the desk may know, for proposing the next visit. */
@Service
public class PlanEnds {

    private final JdbcClient sql;

    PlanEnds(JdbcClient sql) {
        this.sql = sql;
    }

    /** The last day of the plan that came of this visit; empty if there is none. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public Optional<LocalDate> of(AppointmentId visit) {
        return sql
                .sql("select ends_on from aftercare_plan where appointment_id = ? and superseded_by is null")
                .param(visit.value())
                .query(LocalDate.class)
                .list()
                .stream()
                .findFirst();
    }
}
