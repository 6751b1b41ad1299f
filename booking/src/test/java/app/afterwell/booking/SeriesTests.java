package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class SeriesTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Series series;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    Clock clock;

    Clinic.Open clinic;

    @BeforeEach
    void signIn() {
        ((MutableClock) clock).set(SUNDAY);
        clinic = clinics.open();
        TestActor.desk().signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    private PlanSeries weekly(String time, int count) {
        return new PlanSeries(
                clinic.massage(),
                clinic.maya(),
                clinic.location(),
                Clinic.TUESDAY.atTime(LocalTime.parse(time)),
                null,
                null,
                1,
                null,
                count);
    }

    private BookSeries of(SeriesPlan plan) {
        return new BookSeries(
                clinic.ann(),
                clinic.massage(),
                clinic.location(),
                1,
                null,
                null,
                null,
                plan.times().stream()
                        .map(time -> new BookSeries.Time(
                                time.practitioner(), time.wanted().start(), null))
                        .toList());
    }

    @Test
    void showsEachConflictWithAnAlternativeAndWritesNothing() {
        var taken = calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "10:00"))
                .named("Ben Brook");

        var plan = series.plan(weekly("10:00", 3));

        assertThat(plan.times()).hasSize(3);
        assertThat(plan.free()).isFalse();
        var first = plan.times().getFirst();
        assertThat(first.problem()).isNotNull();
        assertThat(first.alternatives()).isNotEmpty();
        assertThat(first.alternatives().getFirst().practitioner()).isEqualTo(clinic.maya());
        assertThat(first.alternatives())
                .filteredOn(slot -> slot.practitioner().equals(clinic.maya()))
                .noneMatch(slot -> slot.slot().overlaps(taken.slot()));
        assertThat(first.alternatives())
                .as("somebody else at the very time")
                .anyMatch(slot -> slot.practitioner().equals(clinic.tomas())
                        && slot.slot().equals(taken.slot()));
        assertThat(plan.times().get(1).problem()).isNull();
        assertThat(calendar.appointments(AppointmentFilter.of(clinic.ann())).items())
                .isEmpty();
    }

    @Test
    void keepsTheTimeOfDayWhenTheClocksChange() {
        var plan = series.plan(new PlanSeries(
                clinic.massage(),
                clinic.maya(),
                clinic.location(),
                LocalDate.of(2027, 3, 16).atTime(10, 0),
                null,
                null,
                1,
                LocalDate.of(2027, 4, 6),
                null));

        assertThat(plan.times())
                .extracting(time -> time.wanted().start().atZone(clinic.zone()).toLocalTime())
                .containsOnly(LocalTime.of(10, 0))
                .hasSize(4);
        assertThat(plan.zone()).isEqualTo(ZoneId.of("Europe/Dublin"));
    }

    @Test
    void movesAndCancelsOneOrAllThatFollow() {
        var booked = series.book(of(series.plan(weekly("10:00", 4))));
        var second = booked.get(1);
        var third = booked.get(2);

        var plan = series.planMove(second.id(), second.slot().start().plusSeconds(7 * 86_400 + 3600), null);
        assertThat(plan.free()).isTrue();
        var moved = series.move(plan.times().stream()
                .map(time -> MoveAppointment.to(
                        java.util.Objects.requireNonNull(time.appointment()),
                        time.version(),
                        time.wanted().start()))
                .toList());
        assertThat(moved).hasSize(3);
        assertThat(moved.getFirst().slot().start()).isEqualTo(clinic.at(Clinic.TUESDAY.plusWeeks(2), "11:00"));
        assertThat(calendar.appointment(booked.getFirst().id()).slot())
                .isEqualTo(booked.getFirst().slot());
        assertThat(calendar.history(second.id())).extracting(PastPlace::slot).containsExactly(second.slot());

        assertThat(series.following(third.id())).hasSize(2);
        assertThat(series.cancelFollowing(third.id(), CancelledBy.CLINIC, "Therapist leaves"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(VisitStatus.CANCELLED));
        assertThat(calendar.appointment(second.id()).status()).isEqualTo(VisitStatus.BOOKED);
    }

    @Test
    void anAppointmentThatReturnsBelongsToItsSeries() {
        var one = calendar.book(clinic.massageAt("10:00"));
        var plan = series.plan(new PlanSeries(
                clinic.massage(),
                clinic.maya(),
                clinic.location(),
                Clinic.TUESDAY.plusWeeks(2).atTime(10, 0),
                null,
                null,
                2,
                null,
                2));
        var of = of(plan);
        series.book(new BookSeries(of.client(), of.service(), of.location(), 2, null, null, one.id(), of.times()));

        assertThat(series.following(one.id()))
                .extracting(each -> each.slot().start())
                .containsExactly(
                        clinic.at("10:00"),
                        clinic.at(Clinic.TUESDAY.plusWeeks(2), "10:00"),
                        clinic.at(Clinic.TUESDAY.plusWeeks(4), "10:00"));
    }

    @Test
    void whatWasTakenMeanwhileBooksNothing() {
        var plan = series.plan(weekly("10:00", 4));
        calendar.book(BookAppointment.of(
                clinic.ben(), clinic.massage(), clinic.maya(), clinic.at(Clinic.TUESDAY.plusWeeks(2), "10:30")));

        assertThatThrownBy(() -> series.book(of(plan)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("slot-taken"))
                .hasMessageContaining("2026-12-08");
        assertThat(calendar.appointments(AppointmentFilter.of(clinic.ann())).items())
                .isEmpty();
    }

    @Test
    void needsToKnowHowOften() {
        assertThatThrownBy(() -> series.plan(new PlanSeries(
                        clinic.massage(),
                        clinic.maya(),
                        clinic.location(),
                        Clinic.TUESDAY.atTime(10, 0),
                        null,
                        null,
                        1,
                        null,
                        null)))
                .isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> series.plan(weekly("10:00", 500))).isInstanceOf(UnacceptableException.class);
    }

    @Test
    void whatWasCancelledFromOneOnComesBackAsAWholeOrNotAtAll() {
        var booked = series.book(of(series.plan(weekly("10:00", 3))));
        var gone = series.cancelFollowing(booked.get(1).id(), CancelledBy.CLIENT, "Away for a while");
        assertThat(gone).hasSize(2);
        var ids = gone.stream().map(AppointmentInfo::id).toList();
        calendar.book(BookAppointment.of(
                clinic.ben(),
                clinic.massage(),
                clinic.maya(),
                booked.getLast().slot().start()));
        assertThatThrownBy(() -> calendar.takeBack(ids))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("slot-taken"));
        assertThat(calendar.appointment(ids.getFirst()).status()).isEqualTo(VisitStatus.CANCELLED);

        calendar.cancel(
                calendar.appointments(AppointmentFilter.of(clinic.ben()))
                        .items()
                        .getLast()
                        .id(),
                "Made room");
        assertThat(calendar.takeBack(ids)).extracting(AppointmentInfo::status).containsOnly(VisitStatus.BOOKED);
    }

    @Test
    void countsWhyAClientDidNotCome() {
        var booked = series.book(of(series.plan(weekly("10:00", 3))));
        calendar.cancel(booked.get(0).id(), "Has a cold");
        calendar.cancel(booked.get(1).id(), "Has a cold");
        calendar.cancel(booked.get(2).id(), CancelledBy.CLINIC, "Clinic cannot");
        assertThat(calendar.reasons(clinic.ann()))
                .containsExactly(
                        new ReasonCount("Has a cold", VisitStatus.CANCELLED, 2),
                        new ReasonCount("Clinic cannot", VisitStatus.CANCELLED, 1));
    }

    @Test
    void isNotForClients() {
        var booked = series.book(of(series.plan(weekly("10:00", 2)))).getFirst();
        TestActor.client(clinic.ann()).signIn();
        for (var call : List.<ThrowingCallable>of(
                () -> series.plan(weekly("14:00", 2)),
                () -> series.book(of(new SeriesPlan(clinic.zone(), List.of()))),
                () -> series.following(booked.id()),
                () -> series.planMove(booked.id(), booked.slot().start(), null),
                () -> series.move(List.of()),
                () -> calendar.history(booked.id()),
                () -> calendar.attendance(clinic.ann()),
                () -> calendar.reasons(clinic.ann()),
                () -> calendar.takeBack(List.of(booked.id())),
                () -> series.cancelFollowing(booked.id(), CancelledBy.CLIENT, "No"))) {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
    }
}
