package app.afterwell.aftercare.outcome;

import app.afterwell.domain.Technique;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the aftercare of some visits. Where the figures are null there are too few people behind them, or one could
 * work out from them how few there are elsewhere.
 *
 * @param threshold how many different clients there must be behind a number
 * @param visits with a plan; null if they are too few to say
 */
public record OutcomeReport(
        int threshold,
        @Nullable Long visits,
        List<Soreness> soreness,
        List<Resolved> resolved,
        List<Adherence> adherence,
        List<Silence> silence,
        List<Alerts> alerts) {

    public OutcomeReport {
        soreness = List.copyOf(soreness);
        resolved = List.copyOf(resolved);
        adherence = List.copyOf(adherence);
        silence = List.copyOf(silence);
        alerts = List.copyOf(alerts);
    }

    /** Whether nothing was found at all. */
    public boolean isEmpty() {
        return soreness.isEmpty() && resolved.isEmpty() && adherence.isEmpty() && silence.isEmpty() && alerts.isEmpty();
    }

    /**
     * Soreness after a technique at a pressure. A visit with two techniques counts for both.
     *
     * @param technique null for all
     * @param pressure 1 to 5; null for all
     */
    public record Soreness(
            @Nullable Technique technique,
            @Nullable Integer pressure,
            @Nullable SorenessFigures figures) {}

    /**
     * @param visits with at least one answer
     * @param rise the worst pain answered above the pain right after the visit, on average; 0 to 10
     * @param expected how far the expected band rises above it, on average; 0 to 10
     * @param above share of visits with an answer above the band; 0 to 1
     */
    public record SorenessFigures(long visits, double rise, double expected, double above) {}

    /** When the client was back at the pain they left with. */
    public enum When {
        /** At an answer within 36 hours of the visit. */
        FIRST_DAY,
        /** Within 60 hours. */
        SECOND_DAY,
        /** Later than that. */
        LATER,
        /** Not at the last answer. */
        NOT_YET,
        /** Nobody answered. */
        UNKNOWN
    }

    /**
     * How many visits were over when.
     *
     * @param pressure the visit's strongest, 1 to 5; 0 if none was noted; null for all
     * @param when null for all
     * @param visits null if too few
     * @param hours the median of when they were back, over those who were; only where {@code when} is null
     */
    public record Resolved(
            @Nullable Integer pressure,
            @Nullable When when,
            @Nullable Long visits,
            @Nullable Double hours) {}

    /**
     * How often something was done, in days on which it was due.
     *
     * @param item null for all
     */
    public record Adherence(@Nullable String item, @Nullable AdherenceFigures figures) {}

    /** @param unknown days without an answer */
    public record AdherenceFigures(long done, long partly, long not, long unknown) {

        public long due() {
            return done + partly + not + unknown;
        }
    }

    /**
     * How many questions were answered.
     *
     * @param afterHours null for all
     */
    public record Silence(
            @Nullable Integer afterHours, @Nullable SilenceFigures figures) {}

    public record SilenceFigures(long asked, long silent) {}

    /** What an alert is about. */
    public enum Alert {
        EMERGENCY,
        URGENT,
        WATCH,
        SILENT
    }

    /**
     * How many alerts there were and how long they took.
     *
     * @param alert null for all
     */
    public record Alerts(@Nullable Alert alert, @Nullable AlertFigures figures) {}

    /**
     * @param climbed how many were overdue for too long
     * @param minutes the median from being raised to being closed; null if none is closed
     */
    public record AlertFigures(
            long raised,
            long closed,
            long climbed,
            @Nullable Double minutes) {}
}
