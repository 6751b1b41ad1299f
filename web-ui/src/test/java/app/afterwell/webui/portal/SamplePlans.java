package app.afterwell.webui.portal;

import app.afterwell.aftercare.engine.Because;
import app.afterwell.aftercare.engine.Evidence;
import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.engine.PlanResult.ProtocolRef;
import app.afterwell.aftercare.engine.Strength;
import app.afterwell.aftercare.plan.Curve;
import app.afterwell.aftercare.plan.Kept;
import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.PlanView.Item;
import app.afterwell.aftercare.plan.PlanView.LeftOut;
import app.afterwell.aftercare.plan.PlanView.Pause;
import app.afterwell.aftercare.plan.PlanView.PauseCause;
import app.afterwell.aftercare.plan.PlanView.Question;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ruth Ellison's plan, two days after her visit in London. */
final class SamplePlans {

    static final Instant VISIT_END = Instant.parse("2026-11-17T14:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-19T14:06:00Z");
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final ClientId CLIENT = ClientId.next();
    static final PlanId PLAN = PlanId.next();
    static final AppointmentId LAST = AppointmentId.next();
    static final CheckInId QUESTION = CheckInId.next();

    static final ClientCard CARD = new ClientCard(
            CLIENT, "Ruth Ellison", "ruth@example.com", "+447700900142", LocalDate.of(1955, 3, 2), LONDON, Locale.UK);

    private static final List<BodyArea> THIGH = List.of(new BodyArea(Region.HAMSTRINGS, Side.LEFT));

    private SamplePlans() {}

    static PlanView open(Integer... walked) {
        return plan(PlanState.OPEN, null, walked);
    }

    static PlanView paused() {
        return plan(
                PlanState.PAUSED,
                new Pause(Instant.parse("2026-11-19T14:06:00Z"), PauseCause.CHECK_IN, List.of("stretch-hamstrings")));
    }

    private static PlanView plan(PlanState state, @Nullable Pause pause, Integer... walked) {
        return new PlanView(
                PLAN,
                CLIENT,
                NoteId.next(),
                LAST,
                PractitionerId.next(),
                "Dana Whitfield",
                "Mill Lane",
                "+441632960118",
                "GB",
                LONDON,
                VISIT_END.minus(Duration.ofMinutes(90)),
                VISIT_END,
                VISIT_END,
                LocalDate.of(2026, 11, 17),
                LocalDate.of(2026, 11, 24),
                2,
                state,
                new ProtocolRef(1, true),
                pause,
                List.of(
                        item(
                                "stretch-hamstrings",
                                "Stretch the back of your thigh",
                                "Hold 30 to 60 seconds, 2 times on each side, every day.",
                                List.of(1, 2, 3, 4),
                                THIGH,
                                "TIGHTNESS"),
                        item(
                                "gentle-movement",
                                "Take an easy walk",
                                "10 to 20 minutes a day.",
                                List.of(0, 1, 2, 3),
                                List.of(),
                                "session",
                                walked),
                        item("hydrate", "Drink water", "When you are thirsty.", List.of(0, 1, 2), List.of(), "session"),
                        item(
                                "epsom-bath",
                                "Take a warm bath with Epsom salt",
                                "15 to 20 minutes.",
                                List.of(4),
                                List.of(),
                                "STRESS")),
                List.of(item(
                        "moist-heat",
                        "Use gentle, moist warmth",
                        "10 to 15 minutes, up to 2 times a day.",
                        List.of(1, 2, 3),
                        List.of(new BodyArea(Region.LOWER_BACK, Side.BOTH)),
                        "GUARDING")),
                List.of(new LeftOut(
                        "foam-roll-hamstrings",
                        "Roll the back of your thigh",
                        THIGH,
                        Strength.ABSOLUTE,
                        List.of(because("ANTICOAGULANTS", Evidence.CAUTION)))),
                List.of(),
                List.of(new Question(QUESTION, 48, NOW.minusSeconds(60), "ASKED", null)),
                new Curve(new ExpectedBand(3, 6, 72), List.of()),
                null);
    }

    static Visit visit(Instant start, VisitStatus status) {
        return new Visit(
                AppointmentId.next(),
                CLIENT,
                PractitionerId.next(),
                "Dana Whitfield",
                LocationId.next(),
                "Mill Lane",
                "+441632960118",
                LONDON,
                "GB",
                "DEEP60",
                "Deep tissue",
                TimeSlot.of(start, Duration.ofMinutes(60)),
                status);
    }

    private static Item item(
            String code,
            String title,
            String dose,
            List<Integer> days,
            List<BodyArea> areas,
            String fact,
            Integer... ticked) {
        return new Item(
                code,
                title,
                List.of("First step.", "Second step.", "Third step.", "Fourth step."),
                dose,
                days,
                areas,
                false,
                false,
                false,
                new TreeSet<>(Stream.of(ticked).toList()),
                List.of(because(fact, Evidence.TRADITIONAL)),
                Stream.of(ticked)
                        .collect(Collectors.toMap(day -> day, day -> Kept.DONE, (one, other) -> one, TreeMap::new)));
    }

    private static Because because(String fact, Evidence evidence) {
        return new Because("a-rule", List.of(fact), List.of("S2", "S3"), evidence);
    }
}
