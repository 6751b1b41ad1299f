package app.afterwell.webui.messages;

import app.afterwell.intake.Topic;
import java.util.Set;

/**
 * A text that the clinic sends; its usual wording stands in the translations. What stands in braces is filled in. The
 * link or button that belongs to a text is added to it and cannot be lost by editing.
 */
enum MessageText {
    BOOKED(Topic.APPOINTMENTS, Set.of("day", "time"), Set.of("service", "therapist", "place", "minutes")),
    MOVED(Topic.APPOINTMENTS, Set.of("day", "time"), Set.of("service", "therapist", "place", "minutes")),
    CANCELLED(Topic.APPOINTMENTS, Set.of("day"), Set.of("time", "service", "therapist", "place")),
    REMINDER(Topic.REMINDERS, Set.of("day", "time"), Set.of("service", "therapist", "place", "minutes")),
    INTAKE_MISSING(Topic.REMINDERS, Set.of(), Set.of("day", "time", "therapist", "place")),
    PLAN(Topic.APPOINTMENTS, Set.of(), Set.of("therapist", "place")),
    BASICS(Topic.APPOINTMENTS, Set.of(), Set.of("therapist", "place")),
    CHECK_IN(Topic.CHECK_INS, Set.of(), Set.of("therapist", "place")),
    CHECK_IN_AGAIN(Topic.CHECK_INS, Set.of(), Set.of("therapist", "place")),
    CARE_TODAY(Topic.CARE_PLAN, Set.of(), Set.of("therapist", "place", "count")),
    COME_BACK(Topic.NEWS, Set.of(), Set.of("therapist", "place", "weeks")),
    WAITLIST_OFFER(Topic.NEWS, Set.of("day", "time", "until"), Set.of("service", "therapist", "place", "minutes")),
    /** To staff: nothing in it tells about whom or why. */
    TASK_CLIMBED(Topic.APPOINTMENTS, Set.of("since"), Set.of());

    /** May stand in every text. */
    static final Set<String> EVERYWHERE = Set.of("first", "clinic", "phone");

    private final Topic topic;
    private final Set<String> needed;
    private final Set<String> possible;

    MessageText(Topic topic, Set<String> needed, Set<String> possible) {
        this.topic = topic;
        this.needed = needed;
        this.possible = possible;
    }

    Topic topic() {
        return topic;
    }

    /** Without these the text does not say what it is for. */
    Set<String> needed() {
        return needed;
    }

    /** All that may stand in braces. */
    Set<String> known() {
        var all = new java.util.TreeSet<>(EVERYWHERE);
        all.addAll(needed);
        all.addAll(possible);
        return all;
    }

    /** What may stand in the subject too: nothing that tells why somebody comes. */
    Set<String> knownInSubject() {
        var all = known();
        all.remove("service");
        all.remove("count");
        return all;
    }
}
