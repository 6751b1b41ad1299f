package app.afterwell.webui.messages;

import app.afterwell.aftercare.checkin.AskedQuestions;
import app.afterwell.aftercare.checkin.CheckInLinks;
import app.afterwell.aftercare.followup.CareDays;
import app.afterwell.aftercare.followup.ClimbedTasks;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import app.afterwell.intake.PreferenceBook;
import app.afterwell.intake.Way;
import app.afterwell.webui.calendarfile.IcsEvent;
import app.afterwell.webui.security.StaffAddresses;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a letter from what is true now, or says why there is none to be sent. */
@Component
class Composer {

    /** News of a visit that begins so soon after the quiet hours do not wait for their end. */
    private static final Duration SOON_AFTER_QUIET = Duration.ofHours(3);

    private static final Set<VisitStatus> AHEAD = Set.of(VisitStatus.BOOKED, VisitStatus.CONFIRMED);

    private final ClientDirectory clients;
    private final Visits visits;
    private final SafetyProfiles profiles;
    private final PreferenceBook preferences;
    private final AskedQuestions questions;
    private final CheckInLinks checkInLinks;
    private final CareDays care;
    private final ClimbedTasks climbed;
    private final StaffAddresses staff;
    private final OfferedTimes offers;
    private final MessageSettings settings;
    private final MessageLinks links;
    private final LetterWriter writer;
    private final Map<Way, Channel> channels = new EnumMap<>(Way.class);
    private final MessageProperties properties;
    private final JdbcClient sql;
    private final Clock clock;

    Composer(
            ClientDirectory clients,
            Visits visits,
            SafetyProfiles profiles,
            PreferenceBook preferences,
            AskedQuestions questions,
            CheckInLinks checkInLinks,
            CareDays care,
            ClimbedTasks climbed,
            StaffAddresses staff,
            OfferedTimes offers,
            MessageSettings settings,
            MessageLinks links,
            LetterWriter writer,
            List<Channel> channels,
            MessageProperties properties,
            JdbcClient sql,
            Clock clock) {
        this.clients = clients;
        this.visits = visits;
        this.profiles = profiles;
        this.preferences = preferences;
        this.questions = questions;
        this.checkInLinks = checkInLinks;
        this.care = care;
        this.climbed = climbed;
        this.staff = staff;
        this.offers = offers;
        this.settings = settings;
        this.links = links;
        this.writer = writer;
        channels.forEach(channel -> this.channels.put(channel.way(), channel));
        this.properties = properties;
        this.sql = sql;
        this.clock = clock;
    }

    /** What there is to say, or why there is nothing. */
    private record Truth(@Nullable String none, MessageText text, Composed.@Nullable Told told) {

        static Truth none(String why) {
            return new Truth(why, MessageText.BOOKED, null);
        }

        static Truth of(boolean so, String otherwise, MessageText text) {
            return so ? new Truth(null, text, null) : none(otherwise);
        }
    }

    Composed compose(MessageRow message) {
        return message.kind().toStaff() ? toStaff(message) : toClient(message);
    }

    /** What a message is about, and until when it is so. */
    private record About(Visit visit, Instant until) {}

    private Optional<About> about(MessageRow message) {
        @Nullable UUID offer = message.offer();
        if (offer != null) {
            return offers.open(message.client(), offer).map(open -> new About(open.visit(), open.until()));
        }
        return Optional.ofNullable(message.appointment())
                .flatMap(visits::visit)
                .map(visit -> new About(visit, visit.slot().start()));
    }

    private Composed toStaff(MessageRow message) {
        var task = Optional.ofNullable(message.task()).flatMap(climbed::waiting);
        if (task.isEmpty()) {
            return new Composed.Drop("taken-on");
        }
        var to = Optional.ofNullable(message.user()).flatMap(staff::of);
        var visit = visits.visit(task.get().appointment());
        if (to.isEmpty() || visit.isEmpty()) {
            return new Composed.Drop("gone");
        }
        var hindrance = hindrance(Way.EMAIL);
        if (hindrance.isPresent()) {
            return new Composed.Stuck(hindrance.get());
        }
        var address = to.get().email();
        var zone = visit.get().zone();
        var card = new ClientCard(message.client(), to.get().name(), address, null, null, zone, Locale.ENGLISH);
        var since = DateTimeFormatter.ofPattern("EEEE HH:mm", card.language())
                .format(task.get().dueAt().atZone(zone));
        var written = writer.write(
                MessageText.TASK_CLIMBED,
                card,
                visit.get(),
                properties.baseUrl() + "/tasks?task=" + task.get().task(),
                null,
                Map.of("since", since));
        return new Composed.Ready(
                Way.EMAIL,
                MessageText.TASK_CLIMBED,
                new Letter(message.id(), address, written.subject(), written.text(), written.html(), null, null),
                null);
    }

    private Composed toClient(MessageRow message) {
        var now = clock.instant();
        @Nullable ClientCard card = clients.cards(Set.of(message.client())).get(message.client());
        var about = about(message);
        if (card == null || about.isEmpty()) {
            return new Composed.Drop(message.offer() == null ? "gone" : "offer-over");
        }
        var visit = about.get().visit();
        var choices = preferences.of(card.id());
        var chosen = choices.way(message.kind().topic());
        if (chosen == Way.OFF) {
            return new Composed.Drop("declined");
        }
        var truth = truth(message, visit, now);
        if (truth.none() != null) {
            return new Composed.Drop(truth.none());
        }
        var way = way(chosen, card);
        @Nullable String address = way == Way.EMAIL ? card.email() : card.phone();
        if (address == null || address.isBlank()) {
            return new Composed.Stuck("no-address");
        }
        var hindrance = hindrance(way);
        if (hindrance.isPresent()) {
            return new Composed.Stuck(hindrance.get());
        }
        var times = settings.inForce();
        var later = times.afterQuiet(now, card.zone());
        if (later.isAfter(now) && waits(message.kind(), way, visit, later)) {
            return new Composed.Later(later);
        }
        return ready(message, card, about.get(), truth, way, address, times, now);
    }

    private Composed ready(
            MessageRow message,
            ClientCard card,
            About about,
            Truth truth,
            Way way,
            String address,
            MessageSettings.Times times,
            Instant now) {
        var visit = about.visit();
        var url = action(message, about, truth.text());
        if (url.isEmpty()) {
            return new Composed.Drop("answered");
        }
        @Nullable
        String stop = message.kind().topic().necessary()
                ? null
                : properties.baseUrl()
                        + links.stop(message.id(), card.id(), message.kind().topic());
        var written = writer.write(truth.text(), card, visit, url.get(), stop, more(message, about, card, times));
        var told = truth.told();
        var letter = way == Way.SMS
                ? new Letter(message.id(), address, written.subject(), written.sms(), "", stop, null)
                : new Letter(
                        message.id(),
                        address,
                        written.subject(),
                        written.text(),
                        written.html(),
                        stop,
                        told == null
                                ? null
                                : CalendarFile.of(
                                        visit,
                                        told.cancelled(),
                                        told.sequence(),
                                        written.calendarTitle(),
                                        new IcsEvent.Party(visit.locationName(), sender()),
                                        new IcsEvent.Party(card.name(), address),
                                        now));
        return new Composed.Ready(way, truth.text(), letter, told);
    }

    /** What a text may say besides the visit. */
    private Map<String, String> more(MessageRow message, About about, ClientCard card, MessageSettings.Times times) {
        return switch (message.kind()) {
            case CARE_TODAY ->
                Map.of(
                        "count",
                        String.valueOf(message.plan() == null ? 0 : care.left(message.client(), message.plan())));
            case COME_BACK -> Map.of("weeks", String.valueOf(times.comeBackWeeks()));
            case WAITLIST_OFFER ->
                Map.of(
                        "until",
                        DateTimeFormatter.ofPattern("HH:mm", card.language())
                                .format(about.until().atZone(about.visit().zone())));
            default -> Map.of();
        };
    }

    private Truth truth(MessageRow message, Visit visit, Instant now) {
        boolean ahead = AHEAD.contains(visit.status()) && visit.slot().start().isAfter(now);
        return switch (message.kind()) {
            case APPOINTMENT -> news(visit, ahead, now);
            case REMINDER ->
                Truth.of(ahead && visit.slot().start().equals(message.about()), "not-as-then", MessageText.REMINDER);
            case INTAKE_MISSING ->
                Truth.of(
                        ahead
                                && profiles.of(visit.client())
                                        .filter(form -> form.confirmedOn() != null)
                                        .isEmpty(),
                        "not-as-then",
                        MessageText.INTAKE_MISSING);
            case PLAN -> {
                @Nullable PlanId plan = message.plan();
                yield Truth.of(plan != null && care.inForce(message.client(), plan), "not-as-then", MessageText.PLAN);
            }
            case BASICS ->
                Truth.of(
                        care.open(message.client()).stream()
                                .noneMatch(plan -> plan.appointment().equals(visit.id())),
                        "not-as-then",
                        MessageText.BASICS);
            case CARE_TODAY -> {
                @Nullable PlanId plan = message.plan();
                boolean today = message.about() != null
                        && Duration.between(message.about(), now).toHours() < 6;
                yield Truth.of(
                        plan != null && today && care.left(message.client(), plan) > 0,
                        "nothing-left",
                        MessageText.CARE_TODAY);
            }
            case CHECK_IN, CHECK_IN_AGAIN -> {
                @Nullable CheckInId question = message.checkIn();
                yield Truth.of(
                        question != null
                                && !questions.open(Set.of(question)).isEmpty()
                                && checkInLinks.until(question).isPresent(),
                        "answered",
                        message.kind() == MessageKind.CHECK_IN ? MessageText.CHECK_IN : MessageText.CHECK_IN_AGAIN);
            }
            case COME_BACK ->
                Truth.of(
                        settings.inForce().comeBackWeeks() > 0
                                && visits.ofClient(visit.client()).stream()
                                        .noneMatch(other -> other.slot()
                                                .start()
                                                .isAfter(visit.slot().start())),
                        "came-back",
                        MessageText.COME_BACK);
            case WAITLIST_OFFER -> Truth.of(ahead, "offer-over", MessageText.WAITLIST_OFFER);
            case TASK_CLIMBED -> Truth.none("gone");
        };
    }

    /** What was told last. */
    private record Known(
            Instant start,
            Instant end,
            PractitionerId practitioner,
            LocationId location,
            boolean cancelled,
            int sequence) {

        boolean fits(Visit visit) {
            return start.equals(visit.slot().start())
                    && end.equals(visit.slot().end())
                    && practitioner.equals(visit.practitioner())
                    && location.equals(visit.location());
        }
    }

    /** The difference between what the client was told and what is so. */
    private Truth news(Visit visit, boolean ahead, Instant now) {
        var known = sql.sql("select * from appointment_told where appointment_id = :id")
                .param("id", visit.id().value())
                .query((row, number) -> new Known(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        new LocationId(row.getObject("location_id", UUID.class)),
                        row.getBoolean("cancelled"),
                        row.getInt("sequence")))
                .optional();
        boolean cancelled = visit.status() == VisitStatus.CANCELLED;
        if (known.isEmpty() && cancelled) {
            // What was made here and taken back at once was never told; what came from elsewhere the client knows.
            return visit.slot().start().isAfter(now) && !bookedHere(visit.id())
                    ? new Truth(null, MessageText.CANCELLED, new Composed.Told(visit, true, 1))
                    : Truth.none("nothing-new");
        }
        if (known.isEmpty() || known.get().cancelled()) {
            int sequence = known.map(told -> told.sequence() + 1).orElse(0);
            return ahead
                    ? new Truth(null, MessageText.BOOKED, new Composed.Told(visit, false, sequence))
                    : Truth.none("nothing-new");
        }
        var told = known.get();
        if (cancelled) {
            return told.start().isAfter(now)
                    ? new Truth(null, MessageText.CANCELLED, new Composed.Told(visit, true, told.sequence() + 1))
                    : Truth.none("nothing-new");
        }
        return ahead && !told.fits(visit)
                ? new Truth(null, MessageText.MOVED, new Composed.Told(visit, false, told.sequence() + 1))
                : Truth.none("nothing-new");
    }

    private boolean bookedHere(AppointmentId appointment) {
        return sql.sql("select exists (select from message where cause = :cause)")
                .param("cause", Outbox.BOOKED_HERE + appointment)
                .query(Boolean.class)
                .single();
    }

    /** Where the letter leads; empty if the question behind it was answered this moment. */
    private Optional<String> action(MessageRow message, About about, MessageText text) {
        var base = properties.baseUrl();
        return switch (text) {
            case BOOKED, MOVED, REMINDER ->
                Optional.of(base
                        + links.visit(
                                message.id(), message.client(), about.visit().id(), about.until()));
            case WAITLIST_OFFER ->
                Optional.ofNullable(message.offer())
                        .map(offer -> base + links.offer(message.id(), message.client(), offer, about.until()));
            case CANCELLED -> Optional.of(base + "/portal/appointments");
            case COME_BACK -> Optional.of(base + "/portal/book");
            case TASK_CLIMBED -> Optional.empty();
            case INTAKE_MISSING, CARE_TODAY, BASICS -> Optional.of(base + "/portal");
            case PLAN -> Optional.of(base + "/portal/plan");
            case CHECK_IN, CHECK_IN_AGAIN -> {
                @Nullable CheckInId question = message.checkIn();
                yield question == null
                        ? Optional.empty()
                        : checkInLinks.issue(question).map(token -> base + "/check-in/" + token);
            }
        };
    }

    /** As chosen; by the other way if the client cannot be reached by the chosen one. */
    private Way way(Way chosen, ClientCard card) {
        boolean mail = card.email() != null && !card.email().isBlank();
        boolean phone = card.phone() != null && hindrance(Way.SMS).isEmpty();
        if (chosen == Way.EMAIL) {
            return mail || !phone ? Way.EMAIL : Way.SMS;
        }
        return phone || !mail ? Way.SMS : Way.EMAIL;
    }

    private Optional<String> hindrance(Way way) {
        @Nullable Channel channel = channels.get(way);
        return channel == null ? Optional.of("no-channel") : channel.hindrance();
    }

    /** An e-mail that is necessary, or of no use later, wakes nobody; a message about a visit in the early morning must not come after it. */
    private static boolean waits(MessageKind kind, Way way, Visit visit, Instant end) {
        boolean pressing = kind.topic().necessary() || kind == MessageKind.WAITLIST_OFFER;
        if (pressing && way == Way.EMAIL) {
            return false;
        }
        boolean aboutVisit = kind == MessageKind.APPOINTMENT || kind == MessageKind.REMINDER;
        return !(aboutVisit && visit.slot().start().isBefore(end.plus(SOON_AFTER_QUIET)));
    }

    private String sender() {
        try {
            return new InternetAddress(properties.mail().from()).getAddress();
        } catch (AddressException e) {
            throw new IllegalStateException("afterwell.mail.from is no address", e);
        }
    }
}
