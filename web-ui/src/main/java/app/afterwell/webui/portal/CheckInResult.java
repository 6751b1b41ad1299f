package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.Answered;
import app.afterwell.aftercare.checkin.CheckInView;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Symptom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page after an answer shows, ready for its template.
 *
 * @param told what the client reported, as they would say it to a doctor; empty when the answer is only read again
 * @param say what to say on the phone
 * @param next day and time of the next question, if there is one
 */
record CheckInResult(
        String therapist,
        String headline,
        List<String> guidance,
        String at,
        boolean watch,
        boolean paused,
        String told,
        String say,
        @Nullable String nextDay,
        @Nullable String nextTime,
        String range,
        String chart,
        List<SorenessChart.Row> rows) {

    static CheckInResult of(CheckInView asked, @Nullable CheckInForm form, Answered answered, Texts texts) {
        var when = new When(texts.locale(), asked.zone());
        var told = told(form, answered, texts);
        @Nullable Instant next = answered.next();
        var chart = new SorenessChart(answered.curve(), visitEnd(answered), next, when, texts);
        return new CheckInResult(
                Reasons.firstName(answered.practitionerName()),
                answered.headline(),
                answered.guidance(),
                when.time(answered.at()),
                answered.outcome() != Outcome.AS_EXPECTED,
                answered.paused(),
                String.join(", ", told),
                say(asked, form, told, when, texts),
                next == null ? null : when.day(next),
                next == null ? null : when.time(next),
                texts.get("checkin.result.said", answered.pain(), Math.round(answered.expected())),
                chart.svg(),
                chart.rows());
    }

    private static List<String> told(@Nullable CheckInForm form, Answered answered, Texts texts) {
        if (form == null) {
            return List.of();
        }
        var symptoms = form.reported().stream()
                .filter(symptom -> !List.of(Symptom.SORENESS, Symptom.STIFFNESS, Symptom.FATIGUE)
                        .contains(symptom))
                .map(symptom -> texts.get("checkin.told." + symptom));
        var pain = form.pain() == null || answered.pain() < 4 || answered.outcome() == Outcome.EMERGENCY
                ? Stream.<String>empty()
                : Stream.of(texts.get("checkin.told.pain", answered.pain()));
        return Stream.concat(symptoms, pain).toList();
    }

    private static String say(
            CheckInView asked, @Nullable CheckInForm form, List<String> told, When when, Texts texts) {
        if (form == null || told.isEmpty()) {
            return "";
        }
        var what = texts.get("checkin.urgent.say.text", when.weekday(asked.visitDay()), String.join(", ", told));
        var places = BodyPlaces.names(form.places(), texts::get);
        return places.isEmpty() ? what : what + " " + texts.get("checkin.urgent.say.where", places);
    }

    /** Hour 0 of the curve, reckoned from the answer that stands last in it. */
    private static Instant visitEnd(Answered answered) {
        var points = answered.curve().points();
        double hours = points.isEmpty() ? 0 : points.getLast().hours();
        return answered.at().minusSeconds(Math.round(hours * 3600));
    }
}
