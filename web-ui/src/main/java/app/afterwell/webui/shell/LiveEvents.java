package app.afterwell.webui.shell;

import app.afterwell.aftercare.checkin.CheckInAnswered;
import app.afterwell.aftercare.followup.TaskChanged;
import app.afterwell.aftercare.followup.TaskRaised;
import app.afterwell.aftercare.plan.BasicsGiven;
import app.afterwell.aftercare.plan.PlanChanged;
import app.afterwell.aftercare.plan.PlanIssued;
import app.afterwell.booking.CalendarChanged;
import app.afterwell.domain.AppointmentBooked;
import app.afterwell.domain.AppointmentMoved;
import app.afterwell.domain.AppointmentStatusChanged;
import app.afterwell.domain.NoteSigned;
import app.afterwell.domain.SafetyProfileChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns what happens into topics. It listens inside the transaction, so that the news go out when, and only if, the
 * change has committed.
 */
@Component
class LiveEvents {

    private final LiveUpdates updates;

    LiveEvents(LiveUpdates updates) {
        this.updates = updates;
    }

    @EventListener
    void on(AppointmentBooked event) {
        updates.announce(LiveUpdates.DAY);
        updates.announce(LiveUpdates.client(event.client()));
    }

    @EventListener
    void on(AppointmentMoved event) {
        updates.announce(LiveUpdates.DAY);
        updates.announce(LiveUpdates.client(event.client()));
    }

    @EventListener
    void on(AppointmentStatusChanged event) {
        updates.announce(LiveUpdates.DAY);
        updates.announce(LiveUpdates.client(event.client()));
        updates.announce(LiveUpdates.note(event.appointment()));
    }

    @EventListener
    void on(CalendarChanged event) {
        updates.announce(LiveUpdates.DAY);
    }

    @EventListener
    void on(NoteSigned event) {
        updates.announce(LiveUpdates.DAY);
        updates.announce(LiveUpdates.TASKS);
        updates.announce(LiveUpdates.client(event.client()));
        updates.announce(LiveUpdates.note(event.appointment()));
    }

    @EventListener
    void on(SafetyProfileChanged event) {
        updates.announce(LiveUpdates.DAY);
        updates.announce(LiveUpdates.client(event.client()));
    }

    @EventListener
    void on(BasicsGiven event) {
        updates.announce(LiveUpdates.client(event.client()));
    }

    @EventListener
    void on(PlanIssued event) {
        updates.announce(LiveUpdates.client(event.client()));
    }

    @EventListener
    void on(PlanChanged event) {
        updates.announce(LiveUpdates.client(event.client()));
    }

    @EventListener
    void on(CheckInAnswered event) {
        updates.announce(LiveUpdates.client(event.client()));
    }

    @EventListener
    void on(TaskRaised event) {
        updates.announce(LiveUpdates.TASKS);
    }

    @EventListener
    void on(TaskChanged event) {
        updates.announce(LiveUpdates.TASKS);
    }
}
