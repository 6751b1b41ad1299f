package app.afterwell.webui.messages;

import app.afterwell.aftercare.checkin.AskedQuestions;
import app.afterwell.aftercare.checkin.CheckInTimes;
import app.afterwell.aftercare.checkin.CheckInsAsked;
import app.afterwell.aftercare.followup.CareDays;
import app.afterwell.aftercare.followup.ClimbedTasks;
import app.afterwell.aftercare.followup.TaskClimbed;
import app.afterwell.aftercare.plan.BasicsGiven;
import app.afterwell.booking.WaitlistOffered;
import app.afterwell.domain.AppointmentBooked;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AppointmentMoved;
import app.afterwell.domain.AppointmentStatusChanged;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteSigned;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitCompleted;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import app.afterwell.intake.ContactChoicesChanged;
import app.afterwell.intake.PreferenceBook;
import app.afterwell.intake.Topic;
import app.afterwell.intake.Way;
import app.afterwell.webui.messages.Outbox.Owed;
import app.afterwell.webui.security.StaffAddresses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what happens in the house into messages that are owed. Told twice of the same, it owes it once. */
@Component
class MessageListeners {

    private static final Duration FORM_BEFORE = Duration.ofDays(3);

    private final Outbox outbox;
    private final MessageSettings settings;
    private final Visits visits;
    private final ClientDirectory clients;
    private final SafetyProfiles profiles;
    private final PreferenceBook preferences;
    private final AskedQuestions questions;
    private final CareDays care;
    private final ClimbedTasks climbed;
    private final StaffAddresses staff;
    private final Clock clock;

    MessageListeners(
            Outbox outbox,
            MessageSettings settings,
            Visits visits,
            ClientDirectory clients,
            SafetyProfiles profiles,
            PreferenceBook preferences,
            AskedQuestions questions,
            CareDays care,
            ClimbedTasks climbed,
            StaffAddresses staff,
            Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.visits = visits;
        this.clients = clients;
        this.profiles = profiles;
        this.preferences = preferences;
        this.questions = questions;
        this.care = care;
        this.climbed = climbed;
        this.staff = staff;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AppointmentBooked event) {
        changed(event.appointment(), event.client(), Outbox.BOOKED_HERE + event.appointment());
    }

    @ApplicationModuleListener
    void on(AppointmentMoved event) {
        changed(event.appointment(), event.client(), cause(event.appointment(), event.version()));
    }

    @ApplicationModuleListener
    void on(AppointmentStatusChanged event) {
        boolean again = event.status() == VisitStatus.BOOKED || event.status() == VisitStatus.CONFIRMED;
        if (event.status() == VisitStatus.CANCELLED || again && outbox.knowsOther(event.appointment())) {
            changed(event.appointment(), event.client(), cause(event.appointment(), event.version()));
        }
    }

    private static String cause(AppointmentId appointment, long version) {
        return "appointment:" + appointment + ":" + version;
    }

    /** The client is told once the change can no longer be taken back by a tap; what it then is, is seen then. */
    private void changed(AppointmentId appointment, ClientId client, String cause) {
        var now = clock.instant();
        var times = settings.inForce();
        var visit = visits.visit(appointment);
        if (visit.isEmpty() || !visit.get().slot().start().isAfter(now)) {
            return;
        }
        var sendAt = now.plus(times.undo());
        if (!outbox.waitAnew(appointment, sendAt)) {
            outbox.put(Owed.ofVisit(cause, MessageKind.APPOINTMENT, client, appointment, null, sendAt));
        }
        if (!visit.get().status().frees()) {
            remind(visit.get(), times, sendAt);
        }
    }

    private void remind(Visit visit, MessageSettings.Times times, Instant told) {
        var start = visit.slot().start();
        var zone = zone(visit.client());
        for (int hours : times.reminderHours()) {
            var at = times.beforeQuiet(start.minus(Duration.ofHours(hours)), zone);
            if (at.isAfter(told)) {
                outbox.put(Owed.ofVisit(
                        "reminder:" + visit.id() + ":" + hours + ":" + start.getEpochSecond(),
                        MessageKind.REMINDER,
                        visit.client(),
                        visit.id(),
                        start,
                        at));
            }
        }
        if (profiles.of(visit.client())
                .filter(form -> form.confirmedOn() != null)
                .isPresent()) {
            return;
        }
        var form = times.afterQuiet(start.minus(FORM_BEFORE), zone);
        outbox.put(Owed.ofVisit(
                "form:" + visit.id() + ":" + start.getEpochSecond(),
                MessageKind.INTAKE_MISSING,
                visit.client(),
                visit.id(),
                start,
                form.isAfter(told) ? form : told));
    }

    @ApplicationModuleListener
    void on(CheckInsAsked event) {
        var open = questions.open(event.checkIns());
        var cards =
                clients.cards(open.stream().map(AskedQuestions.Asked::client).collect(Collectors.toSet()));
        var owed = new ArrayList<Owed>();
        for (var question : open) {
            owed.add(Owed.ofQuestion("check-in:" + question.id(), MessageKind.CHECK_IN, question, question.askedAt()));
            @Nullable ClientCard card = cards.get(question.client());
            var again = CheckInTimes.outOfTheNight(
                    question.askedAt().plus(AskedQuestions.REPEAT_AFTER), card == null ? ZoneOffset.UTC : card.zone());
            if (question.next() == null || again.isBefore(question.next())) {
                owed.add(Owed.ofQuestion(
                        "check-in-again:" + question.id(), MessageKind.CHECK_IN_AGAIN, question, again));
            }
        }
        outbox.put(owed);
    }

    @ApplicationModuleListener
    void on(NoteSigned event) {
        outbox.put(Owed.ofPlan(
                "plan:" + event.plan(),
                MessageKind.PLAN,
                event.client(),
                event.appointment(),
                event.plan(),
                null,
                clock.instant().plus(settings.inForce().undo())));
        careDays(event.client());
    }

    @ApplicationModuleListener
    void on(BasicsGiven event) {
        outbox.put(Owed.ofVisit(
                "basics:" + event.appointment(),
                MessageKind.BASICS,
                event.client(),
                event.appointment(),
                null,
                clock.instant()));
    }

    @ApplicationModuleListener
    void on(ContactChoicesChanged event) {
        outbox.dropCare(event.client());
        careDays(event.client());
    }

    /** One message for each day of each plan that is left, at the hour the client wants it. */
    private void careDays(ClientId client) {
        var choices = preferences.of(client);
        if (choices.way(Topic.CARE_PLAN) == Way.OFF) {
            return;
        }
        var zone = zone(client);
        var now = clock.instant();
        LocalTime hour = choices.careTime();
        var owed = new ArrayList<Owed>();
        for (var plan : care.open(client)) {
            plan.from().datesUntil(plan.to().plusDays(1)).forEach(day -> {
                var at = day.atTime(hour).atZone(zone).toInstant();
                if (at.isAfter(now)) {
                    owed.add(Owed.ofPlan(
                            "care:" + plan.plan() + ":" + day,
                            MessageKind.CARE_TODAY,
                            client,
                            plan.appointment(),
                            plan.plan(),
                            at,
                            at));
                }
            });
        }
        outbox.put(owed);
    }

    @ApplicationModuleListener
    void on(VisitCompleted event) {
        int weeks = settings.inForce().comeBackWeeks();
        if (weeks == 0) {
            return;
        }
        visits.visit(event.appointment())
                .ifPresent(visit -> outbox.put(Owed.ofVisit(
                        "come-back:" + visit.id(),
                        MessageKind.COME_BACK,
                        visit.client(),
                        visit.id(),
                        visit.slot().start(),
                        settings.inForce()
                                .afterQuiet(
                                        visit.slot().end().plus(Duration.ofDays(7L * weeks)), zone(visit.client())))));
    }

    /** An offer is told once the change that freed the time can no longer be taken back by a tap. */
    @ApplicationModuleListener
    void on(WaitlistOffered event) {
        outbox.put(Owed.ofOffer(
                event.offer(),
                event.client(),
                clock.instant().plus(settings.inForce().undo())));
    }

    @ApplicationModuleListener
    void on(TaskClimbed event) {
        climbed.waiting(event.task())
                .ifPresent(task -> outbox.put(staff.alarmed(task.practitioner()).stream()
                        .map(address -> Owed.toStaff(task, address.user(), clock.instant()))
                        .toList()));
    }

    private ZoneId zone(ClientId client) {
        @Nullable ClientCard card = clients.cards(Set.of(client)).get(client);
        return card == null ? ZoneOffset.UTC : card.zone();
    }
}
