package app.afterwell.webui.calendarfile;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.TimeSlot;
import app.afterwell.webui.calendarfile.IcsEvent.Party;
import app.afterwell.webui.calendarfile.IcsEvent.Status;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneInfo;
import biweekly.util.DateTimeComponents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by somebody else's parser. */
class IcsWriterTests {

    private static final Instant STAMP = Instant.parse("2026-11-22T15:00:00Z");

    private static IcsEvent event(String uid, Instant start, String zone) {
        return IcsEvent.of(
                uid,
                3,
                STAMP,
                TimeSlot.of(start, Duration.ofHours(1)),
                ZoneId.of(zone),
                "Appointment",
                "1 Quay, Dublin",
                Status.CONFIRMED);
    }

    private static ICalendar read(String text) {
        var parsed = Biweekly.parse(text).first();
        assertThat(parsed).isNotNull();
        assertThat(parsed.validate(biweekly.ICalVersion.V2_0).getWarnings())
                .as("warnings")
                .isEmpty();
        return parsed;
    }

    /** The parser's own arithmetic knows whole hours of summer time only, so the odd zones are left to the next test. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Dublin", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "UTC"
            })
    void aYearOfMorningsIsReadBackAtTheSameInstants(String zone) {
        var events = IntStream.range(0, 365)
                .mapToObj(day -> event(
                        "visit-" + day,
                        LocalDate.of(2026, 1, 5)
                                .plusDays(day)
                                .atTime(10, 0)
                                .atZone(ZoneId.of(zone))
                                .toInstant(),
                        zone))
                .toList();

        var read = read(IcsWriter.write(IcsCalendar.feed("Maya", events)));

        assertThat(read.getEvents())
                .extracting(each -> each.getDateStart().getValue().toInstant())
                .isEqualTo(events.stream().map(each -> each.slot().start()).toList());
        assertThat(read.getEvents())
                .extracting(each -> each.getDateEnd().getValue().toInstant())
                .isEqualTo(events.stream().map(each -> each.slot().end()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu",
                "Pacific/Apia", "America/St_Johns", "Africa/Casablanca", "Antarctica/Troll", "Asia/Tehran"
            })
    void theZoneThatIsWrittenTellsEveryHourOfAYear(String zone) {
        var first = Instant.parse("2026-01-05T02:30:00Z");
        var events = IntStream.range(0, 365)
                .mapToObj(day -> event("visit-" + day, first.plus(Duration.ofHours(25L * day)), zone))
                .toList();

        var read = read(IcsWriter.write(IcsCalendar.feed("Maya", events)));

        var described = read.getTimezoneInfo().getTimezoneById(zone).getComponent();
        assertThat(described).isNotNull();
        for (int index = 0; index < events.size(); index++) {
            var start = read.getEvents().get(index).getDateStart().getValue().getRawComponents();
            assertThat(instant(start, described))
                    .as("start of %s", index)
                    .isEqualTo(events.get(index).slot().start());
        }
    }

    /** RFC 5545, 3.6.5, by the letter: the observance with the latest onset not after the local time. */
    private static Instant instant(DateTimeComponents shown, VTimezone zone) {
        var local = local(shown);
        if (shown.isUtc()) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return Stream.concat(zone.getStandardTimes().stream(), zone.getDaylightSavingsTime().stream())
                .sorted(Comparator.comparing(each -> local(onset(each))))
                .filter(each -> !local(onset(each)).isAfter(local))
                .reduce((earlier, later) -> later)
                .map(each -> local.minus(Duration.ofMillis(
                                each.getTimezoneOffsetTo().getValue().getMillis()))
                        .toInstant(ZoneOffset.UTC))
                .orElseThrow();
    }

    private static DateTimeComponents onset(Observance observance) {
        return observance.getDateStart().getValue().getRawComponents();
    }

    private static LocalDateTime local(DateTimeComponents of) {
        return LocalDateTime.of(
                of.getYear(), of.getMonth(), of.getDate(), of.getHour(), of.getMinute(), of.getSecond());
    }

    @Test
    void theLocalTimeStaysTheSameWhenTheClocksChange() {
        var before = Instant.parse("2026-10-24T09:00:00Z");
        var after = Instant.parse("2026-10-25T10:00:00Z");

        var text = IcsWriter.write(IcsCalendar.feed(
                "Maya", List.of(event("one", before, "Europe/Dublin"), event("two", after, "Europe/Dublin"))));

        assertThat(text)
                .contains(
                        "DTSTART;TZID=Europe/Dublin:20261024T100000\r\n",
                        "DTSTART;TZID=Europe/Dublin:20261025T100000\r\n",
                        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n");
        var read = read(text);
        TimezoneInfo zones = read.getTimezoneInfo();
        TimeZone described = zones.getTimezoneById("Europe/Dublin").getTimeZone();
        assertThat(described.getOffset(Date.from(before).getTime())).isEqualTo(3_600_000);
        assertThat(described.getOffset(Date.from(after).getTime())).isZero();
    }

    @Test
    void aCancellationCarriesTheSameIdAndAHigherNumber() {
        var cancelled = new IcsEvent(
                "visit@afterwell",
                4,
                STAMP,
                TimeSlot.of(STAMP, Duration.ofMinutes(30)),
                ZoneId.of("Europe/Dublin"),
                "Cancelled: appointment",
                null,
                null,
                "https://clinic.example/portal",
                Status.CANCELLED,
                new Party("Riverside \"Quay\"", "desk@clinic.example"),
                new Party("Ruth", "ruth@example.com"));

        var read = read(IcsWriter.write(IcsCalendar.mail(cancelled)));

        VEvent event = read.getEvents().getFirst();
        assertThat(read.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event.getUid().getValue()).isEqualTo("visit@afterwell");
        assertThat(event.getSequence().getValue()).isEqualTo(4);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo("ruth@example.com");
    }

    @Test
    void longTextsAreFoldedByOctetsAndComeBackWhole() {
        var name = "Größe, Łódź; „Übung“ \\ 治療\n".repeat(12);
        var event = IcsEvent.of(
                "one",
                0,
                STAMP,
                TimeSlot.of(STAMP, Duration.ofHours(1)),
                ZoneId.of("UTC"),
                name,
                null,
                Status.CONFIRMED);

        var text = IcsWriter.write(IcsCalendar.mail(event));

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(Biweekly.parse(text)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getSummary()
                        .getValue())
                .isEqualTo(name);
    }
}
