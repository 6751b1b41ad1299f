package app.afterwell.webui.portal;

import static app.afterwell.webui.shell.Riverside.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.ImportedAppointment;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.booking.WorkingSpan;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.ClientImport;
import app.afterwell.intake.ImportedClient;
import app.afterwell.webui.api.ApiTests;
import app.afterwell.webui.shell.PageTests;
import app.afterwell.webui.shell.Riverside;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

/** Somebody who was here on a Thursday at ten, and comes again. */
class BookAgainViewTests extends PageTests {

    /** Four days after every test begins, a week after the last visit. */
    private static final Instant THURSDAY = Instant.parse("2026-11-26T10:00:00Z");

    @Autowired
    private BookingImport booking;

    @Autowired
    private ClientImport clients;

    @Autowired
    private Calendar calendar;

    private final PractitionerId maya = PractitionerId.next();
    private final ServiceId service = ServiceId.next();
    private final ClientId marta = ClientId.next();
    private final ClientId ben = ClientId.next();

    @BeforeEach
    void martaWasHereOnThursday() {
        var location = LocationId.next();
        var code = UUID.randomUUID().toString();
        var nine = LocalTime.of(9, 0);
        var five = LocalTime.of(17, 0);
        TestActor.owner().run(() -> {
            booking.directory(
                    List.of(Riverside.location(
                            location,
                            code,
                            Arrays.stream(DayOfWeek.values())
                                    .map(day -> new WeeklySpan(day, nine, five))
                                    .toList())),
                    List.of(),
                    List.of(new PractitionerInfo(
                            maya,
                            0,
                            "Maya",
                            Arrays.stream(DayOfWeek.values())
                                    .map(day -> new WorkingSpan(location, day, nine, five, null))
                                    .toList(),
                            List.of(),
                            null,
                            true)),
                    List.of(Riverside.anHour(service, code, "Swedish", Set.of(maya), Set.of())));
            clients.add(List.of(person(marta, "Marta Silva"), person(ben, "Ben Brook")));
            booking.appointments(List.of(new ImportedAppointment(
                    AppointmentId.next(),
                    marta,
                    service,
                    maya,
                    location,
                    null,
                    TimeSlot.of(THURSDAY.minus(Duration.ofDays(7)), Duration.ofHours(1)),
                    VisitStatus.COMPLETED,
                    null,
                    ApiTests.START.minus(Duration.ofDays(9)))));
        });
    }

    private static ImportedClient person(ClientId id, String name) {
        return new ImportedClient(id, name, null, "+441632960001", null, LONDON, Locale.UK, ApiTests.START, null);
    }

    private String page() {
        return textOf(find(BookAgainView.class).single());
    }

    private void tap(String text) {
        test(find(NativeButton.class).withText(text).all().getFirst()).click();
        roundTrip();
    }

    private List<AppointmentInfo> toCome() {
        return TestActor.client(marta).call(() -> calendar.appointments(AppointmentFilter.of(marta))).items().stream()
                .filter(visit -> visit.slot().start().isAfter(ApiTests.START))
                .toList();
    }

    @Test
    void theSameDayAndHourIsProposedBookedAndTakenBack() {
        signIn(TestActor.client(marta));
        UI.getCurrent().navigate("portal/book");
        assertThat(page()).contains("This could suit you", "Thursday", "10:00", "Swedish", "Maya", "Riverside");

        tap("Book this time");

        assertThat(page()).contains("See you then", "Thursday", "10:00");
        assertThat(toCome()).singleElement().satisfies(visit -> {
            assertThat(visit.slot().start()).isEqualTo(THURSDAY);
            assertThat(visit.practitioner()).isEqualTo(maya);
        });

        tap("Take it back");

        assertThat(page()).contains("Taken back.", "This could suit you");
        assertThat(toCome()).extracting(AppointmentInfo::status).containsExactly(VisitStatus.CANCELLED);
    }

    @Test
    void aTimeThatHasGoneMeanwhileIsSaidAndOthersAreProposed() {
        signIn(TestActor.client(marta));
        UI.getCurrent().navigate("portal/book");
        TestActor.desk().run(() -> calendar.book(BookAppointment.of(ben, service, maya, THURSDAY)));

        tap("Book this time");

        assertThat(page()).contains("This time has just gone.", "This could suit you");
        assertThat(toCome()).isEmpty();
    }

    @Test
    void staffMayNotOpenIt() {
        signIn(TestActor.desk());
        UI.getCurrent().navigate("portal/book");
        assertThat(find(BookAgainView.class).all()).isEmpty();
    }
}
