package app.afterwell.webui.messages;

import app.afterwell.intake.Topic;

/** Why a client is written to. */
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
    COME_BACK(Topic.NEWS);

    private final Topic topic;

    MessageKind(Topic topic) {
        this.topic = topic;
    }

    Topic topic() {
        return topic;
    }
}
