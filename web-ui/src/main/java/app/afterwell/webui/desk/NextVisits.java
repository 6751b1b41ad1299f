package app.afterwell.webui.desk;

import app.afterwell.aftercare.plan.PlanEnds;
import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Availability;
import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.FindSlots;
import app.afterwell.booking.FreeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proposes a client's next visit: as long after this one as their visits mostly lie apart, never before the aftercare plan
 * has ended, at the same time of day with the same therapist.
 */
@Component
class NextVisits {

    /** For a client whose visits have no rhythm yet. */
    private static final int USUAL_DAYS = 14;

    private static final int SHORTEST_DAYS = 3;
    private static final int LONGEST_DAYS = 91;
    private static final int VISITS_LOOKED_AT = 7;
    private static final Duration LOOKS_BACK = Duration.ofDays(730);
    private static final int DAYS_BEFORE = 3;
    private static final int DAYS_AFTER = 10;
    private static final int MOST = 3;

    /** A day further off weighs as much as this many minutes of another time of day. */
    private static final int MINUTES_FOR_A_DAY = 90;

    private final Calendar calendar;
    private final Availability availability;
    private final PlanEnds plans;
    private final Clock clock;

    NextVisits(Calendar calendar, Availability availability, PlanEnds plans, Clock clock) {
        this.calendar = calendar;
        this.availability = availability;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * What comes next for a client.
     *
     * @param booked what is booked already; then nothing is proposed
     * @param days how long after this visit was aimed at
     * @param planUntil the last day of the aftercare plan, if there is one
     * @param slots the best first; empty if nothing is free
     */
    record Proposal(
            @Nullable AppointmentInfo booked,
            int days,
            boolean rhythm,
            @Nullable LocalDate planUntil,
            List<FreeSlot> slots) {}

    Proposal after(AppointmentInfo visit) {
        var now = clock.instant();
        var visits = calendar.appointments(new AppointmentFilter(
                        now.minus(LOOKS_BACK), null, null, visit.client(), null, Set.of(), 0, 200))
                .items();
        var booked = visits.stream()
                .filter(each -> !each.status().frees() && each.slot().start().isAfter(now))
                .filter(each -> !each.id().equals(visit.id()))
                .findFirst()
                .orElse(null);
        var end = plans.of(visit.id()).orElse(null);
        if (booked != null) {
            return new Proposal(booked, 0, false, end, List.of());
        }
        var rhythm = rhythm(visits, visit);
        int days = rhythm.orElse(USUAL_DAYS);
        var day = visit.slot().start().atZone(visit.zone()).toLocalDate().plusDays(days);
        var aim = end != null && !day.isAfter(end) ? end.plusDays(1) : day;
        return new Proposal(null, days, rhythm.isPresent(), end, free(visit, aim, end));
    }

    /** The middle of the last gaps between visits, in days; empty with fewer than two visits. */
    private static Optional<Integer> rhythm(List<AppointmentInfo> visits, AppointmentInfo last) {
        var came = visits.stream()
                .filter(each -> each.status() == VisitStatus.COMPLETED)
                .map(each -> each.slot().start().atZone(each.zone()).toLocalDate())
                .filter(day ->
                        !day.isAfter(last.slot().start().atZone(last.zone()).toLocalDate()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(VISITS_LOOKED_AT)
                .toList();
        var gaps = new ArrayList<Integer>();
        for (int i = 1; i < came.size(); i++) {
            gaps.add((int) ChronoUnit.DAYS.between(came.get(i), came.get(i - 1)));
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.clamp(gaps.get(gaps.size() / 2), SHORTEST_DAYS, LONGEST_DAYS));
    }

    private List<FreeSlot> free(AppointmentInfo visit, LocalDate aim, @Nullable LocalDate planEnd) {
        var tomorrow = LocalDate.ofInstant(clock.instant(), visit.zone()).plusDays(1);
        var earliest = planEnd == null || planEnd.isBefore(tomorrow) ? tomorrow : planEnd.plusDays(1);
        var from = aim.minusDays(DAYS_BEFORE);
        var first = from.isBefore(earliest) ? earliest : from;
        var search = new FindSlots(
                visit.service(),
                first,
                first.plusDays(DAYS_BEFORE + DAYS_AFTER),
                visit.practitioner(),
                visit.location(),
                visit.slot().length());
        var time = visit.slot().start().atZone(visit.zone()).toLocalTime();
        try {
            var best = new ArrayList<FreeSlot>();
            availability.free(search).slots().stream()
                    .sorted(Comparator.comparingLong(slot -> {
                        var at = slot.slot().start().atZone(slot.zone());
                        return Math.abs(ChronoUnit.DAYS.between(aim, at.toLocalDate())) * MINUTES_FOR_A_DAY
                                + Math.abs(ChronoUnit.MINUTES.between(time, at.toLocalTime()));
                    }))
                    .filter(slot -> best.stream().noneMatch(other -> sameDay(other, slot)))
                    .limit(MOST)
                    .forEach(best::add);
            return List.copyOf(best);
        } catch (UnacceptableException gone) {
            // The service or the therapist is no longer there.
            return List.of();
        }
    }

    private static boolean sameDay(FreeSlot one, FreeSlot other) {
        return one.slot()
                .start()
                .atZone(one.zone())
                .toLocalDate()
                .equals(other.slot().start().atZone(other.zone()).toLocalDate());
    }

    /** The same again at that time. */
    static BookAppointment again(AppointmentInfo visit, FreeSlot slot) {
        return new BookAppointment(
                visit.client(),
                visit.service(),
                slot.practitioner(),
                slot.slot().start(),
                slot.slot().length(),
                slot.room(),
                slot.location(),
                null,
                null);
    }
}
