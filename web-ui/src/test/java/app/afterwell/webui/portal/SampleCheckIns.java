package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.Answered;
import app.afterwell.aftercare.checkin.CheckInStatus;
import app.afterwell.aftercare.checkin.CheckInView;
import app.afterwell.aftercare.checkin.CheckInView.ItemToTick;
import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.plan.Curve;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A question two days after a visit in London, and answers to it. */
final class SampleCheckIns {

    static final Instant VISIT_END = Instant.parse("2026-11-17T14:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-19T14:06:00Z");
    static final ClientId CLIENT = ClientId.next();
    static final PlanId PLAN = PlanId.next();

    private static final Map<Symptom, Outcome> SIGNS = new EnumMap<>(Map.of(
            Symptom.CHEST_PAIN,
            Outcome.EMERGENCY,
            Symptom.FACE_ARM_SPEECH,
            Outcome.EMERGENCY,
            Symptom.NEW_NUMBNESS,
            Outcome.URGENT,
            Symptom.BRUISING,
            Outcome.URGENT,
            Symptom.DIZZINESS,
            Outcome.WATCH,
            Symptom.SORENESS,
            Outcome.AS_EXPECTED));

    private SampleCheckIns() {}

    static CheckInView question(boolean askPregnancy) {
        return new CheckInView(
                CheckInId.next(),
                PLAN,
                CLIENT,
                "Ruth Ellison",
                48,
                CheckInStatus.ASKED,
                NOW,
                false,
                LocalDate.of(2026, 11, 17),
                ZoneId.of("Europe/London"),
                "Dana Whitfield",
                "Mill Lane",
                "+441632960118",
                "GB",
                3,
                List.of(
                        new BodyArea(Region.LOWER_BACK, Side.BOTH),
                        new BodyArea(Region.HIP_FLEXORS, Side.LEFT),
                        new BodyArea(Region.NECK, Side.MIDLINE)),
                List.of(
                        new ItemToTick("stretch-hip-flexors", "Hip stretch, left side", true),
                        new ItemToTick("moist-heat", "Warm pad on your lower back", false)),
                SIGNS,
                askPregnancy,
                curve());
    }

    static Answered answered(Outcome outcome, int pain) {
        boolean grave = outcome.compareTo(Outcome.URGENT) >= 0;
        var points = new java.util.ArrayList<>(curve().points());
        points.add(new Curve.Point(48.1, pain, 4, outcome));
        return new Answered(
                CheckInId.next(),
                PLAN,
                outcome,
                switch (outcome) {
                    case AS_EXPECTED -> "This is in the usual range";
                    case WATCH -> "This is a bit more than usual";
                    case URGENT -> "Please call a doctor today";
                    case EMERGENCY -> "Call for help now";
                },
                List.of("Carry on with today's plan, as it feels right."),
                null,
                NOW,
                pain,
                4,
                grave ? null : Instant.parse("2026-11-20T14:00:00Z"),
                grave,
                "Dana Whitfield",
                "+441632960118",
                "GB",
                new Curve(curve().band(), points));
    }

    private static Curve curve() {
        return new Curve(new ExpectedBand(3, 6, 72), List.of(new Curve.Point(24, 5, 6, Outcome.AS_EXPECTED)));
    }
}
