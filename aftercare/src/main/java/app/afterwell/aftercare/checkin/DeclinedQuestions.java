package app.afterwell.aftercare.checkin;

import app.afterwell.domain.QuestionsDeclined;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A client wants to be asked no more: what is planned is cancelled. */
@Component
class DeclinedQuestions {

    private final CheckInSchedule schedule;

    DeclinedQuestions(CheckInSchedule schedule) {
        this.schedule = schedule;
    }

    @ApplicationModuleListener
    void on(QuestionsDeclined event) {
        schedule.decline(event.client());
    }
}
