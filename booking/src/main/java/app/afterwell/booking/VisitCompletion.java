package app.afterwell.booking;

import app.afterwell.domain.AppointmentStatusChanged;
import app.afterwell.domain.NoteSigned;
import app.afterwell.domain.VisitCompleted;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A signed note says that the visit is over, whatever the desk has marked so far. */
@Component
class VisitCompletion {

    private final Appointments appointments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitCompletion(Appointments appointments, ApplicationEventPublisher events, Clock clock) {
        this.appointments = appointments;
        this.events = events;
        this.clock = clock;
    }

    /** May come more than once; the second time changes nothing. */
    @ApplicationModuleListener
    void on(NoteSigned signed) {
        appointments.findToChange(signed.appointment().value()).ifPresent(appointment -> {
            boolean completed = appointment.noteSigned(clock.instant());
            appointments.flush();
            if (completed) {
                long version = appointment.row().version();
                events.publishEvent(new AppointmentStatusChanged(
                        signed.appointment(), signed.client(), VisitStatus.COMPLETED, version));
                events.publishEvent(new VisitCompleted(signed.appointment(), signed.client(), version));
            }
        });
    }
}
