package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.BookingRules;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.LocationId;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTests {

    @ParameterizedTest
    @CsvSource({"5, 15", "6, 30", "10, 20", "15, 15", "20, 20", "30, 30", "60, 60", "25, 15", "45, 15"})
    void timesAreOfferedOnThePlacesStepWhereThatMakesAList(int step, int offered) {
        var place = new LocationInfo(
                LocationId.next(),
                0,
                "place",
                "Place",
                ZoneId.of("Europe/Dublin"),
                "IE",
                "+35312345678",
                "",
                List.of(),
                new BookingRules(step, 120, 90, 24),
                true);
        var field = new TimePicker();
        WallClock.of(place, Locale.ENGLISH).offer(field);
        assertThat(field.getStep()).isEqualTo(Duration.ofMinutes(offered));
    }
}
