package app.afterwell.webui.shell;

import app.afterwell.booking.BookingRules;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Money;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What the small clinics of tests have in common: a place in London and a service of an hour. */
public final class Riverside {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Riverside() {}

    /** @param code that no other clinic has */
    public static LocationInfo location(LocationId id, String code, List<WeeklySpan> hours) {
        return new LocationInfo(
                id,
                0,
                code,
                "Riverside",
                LONDON,
                "GB",
                "+441632960118",
                "4 Mill Lane",
                hours,
                BookingRules.usual(),
                true);
    }

    /** @param code that no other clinic has */
    public static ServiceInfo anHour(
            ServiceId id, String code, String name, Set<PractitionerId> practitioners, Set<RoomId> rooms) {
        return new ServiceInfo(
                id, 0, code, name, "", 60, 0, 0, new Money(6000, "GBP"), true, true, practitioners, rooms);
    }
}
