package app.afterwell.webui.messages;

import app.afterwell.intake.Topic;

/** Why somebody is written to. */
enum MessageKind {
    /** An appointment is not as they were last told. */
    APPOINTMENT(Topic.APPOINTMENTS),
    REMINDER(Topic.REMINDERS),
    INTAKE_MISSING(Topic.REMINDERS),
    PLAN(Topic.APPOINTMENTS),
    /** What is good for everybody, while there is no plan. */
    BASICS(Topic.APPOINTMENTS),
    CHECK_IN(Topic.CHECK_INS),
    /** The gentle repeat of a question. */
    CHECK_IN_AGAIN(Topic.CHECK_INS),
    CARE_TODAY(Topic.CARE_PLAN),
    COME_BACK(Topic.NEWS),
    /** A time that is held for a client of the waitlist. */
    WAITLIST_OFFER(Topic.NEWS),
    /** To staff: nobody takes an urgent task on. */
    TASK_CLIMBED(Topic.APPOINTMENTS);

    private final Topic topic;

    MessageKind(Topic topic) {
        this.topic = topic;
    }

    /** Whether it goes to staff, and to no client. */
    boolean toStaff() {
        return this == TASK_CLIMBED;
    }

    Topic topic() {
        return topic;
    }
}
