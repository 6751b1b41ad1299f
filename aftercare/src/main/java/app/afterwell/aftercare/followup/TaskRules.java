package app.afterwell.aftercare.followup;

import app.afterwell.domain.AuditTrail;
import jakarta.validation.Valid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What the clinic has settled about its tasks. */
@Service
@Validated
@Transactional
@PreAuthorize("hasRole('OWNER')")
public class TaskRules {

    private final JdbcClient sql;
    private final AuditTrail audit;

    TaskRules(JdbcClient sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    public ClimbingRules climbing() {
        return sql.sql("select climb_urgent_minutes, climb_emergency_minutes from task_rules")
                .query((row, number) -> new ClimbingRules(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** Takes effect for what is open as well. */
    public void change(@Valid ClimbingRules rules) {
        sql.sql("update task_rules set climb_urgent_minutes = :urgent, climb_emergency_minutes = :emergency")
                .param("urgent", rules.urgentMinutes())
                .param("emergency", rules.emergencyMinutes())
                .update();
        audit.record("task-rules.change", "task-rules", null, null);
    }
}
