package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.DayBoard;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows at once. The calendar draws one day; the columns of a week are drawn side by side on one of its
 * days, the base.
 *
 * @param only the therapists to show; empty for all
 */
record BoardSheet(BoardView view, List<DayBoard> days, Set<PractitionerId> only, LocalDate base) {

    static BoardSheet day(BoardView view, DayBoard day, Set<PractitionerId> only) {
        return new BoardSheet(view, List.of(day), only, day.day());
    }

    /** The base is today if that is in the week, so that the now-line is drawn. */
    static BoardSheet week(List<DayBoard> days, LocalDate today) {
        var base = days.stream()
                .map(DayBoard::day)
                .filter(today::equals)
                .findFirst()
                .orElse(days.getFirst().day());
        return new BoardSheet(BoardView.WEEK, days, Set.of(), base);
    }

    List<Lane> lanes() {
        var lanes = new ArrayList<Lane>();
        for (var day : days) {
            switch (view) {
                case WEEK -> lanes.add(Lane.dayOf(day));
                case THERAPISTS ->
                    day.columns().stream()
                            .filter(column -> only.isEmpty() || only.contains(column.practitioner()))
                            .forEach(column -> lanes.add(Lane.of(day, column)));
                case ROOMS -> {
                    day.rooms().forEach(room -> lanes.add(Lane.of(day, room)));
                    var without = Lane.withoutRoom(day);
                    if (without.appointments().stream()
                            .anyMatch(appointment -> !appointment.status().frees())) {
                        lanes.add(without);
                    }
                }
            }
        }
        return lanes;
    }

    Optional<Lane> lane(String id) {
        return lanes().stream().filter(lane -> lane.id().equals(id)).findFirst();
    }

    /** Each once, as long as it has a column. */
    List<AppointmentInfo> appointments() {
        return lanes().stream()
                .flatMap(lane -> lane.appointments().stream())
                .distinct()
                .toList();
    }

    @Nullable
    AppointmentInfo appointment(String entry) {
        return find(DayBoard::appointments, appointment -> BoardDays.entryOf(appointment), entry);
    }

    DayBoard.@Nullable Block block(String entry) {
        return find(DayBoard::blocks, block -> BoardDays.entryOf(block), entry);
    }

    private <T> @Nullable T find(Function<DayBoard, List<T>> parts, Function<T, String> name, String entry) {
        return days.stream()
                .flatMap(day -> parts.apply(day).stream())
                .filter(part -> name.apply(part).equals(entry))
                .findFirst()
                .orElse(null);
    }

    Set<ClientId> clients() {
        return appointments().stream().map(AppointmentInfo::client).collect(Collectors.toSet());
    }

    /** Where the calendar draws what is at this time of the lane's day. */
    LocalDateTime onBase(Lane lane, LocalDateTime wall) {
        return wall.plusDays(ChronoUnit.DAYS.between(lane.day().day(), base));
    }

    /** What time of the lane's day stands there on the calendar. */
    LocalDateTime fromBase(Lane lane, LocalDateTime drawn) {
        return drawn.plusDays(ChronoUnit.DAYS.between(base, lane.day().day()));
    }

    /** Why the place is closed on a day shown. */
    List<String> closed() {
        return days.stream()
                .map(DayBoard::closed)
                .flatMap(label -> label == null ? Stream.empty() : Stream.of(label))
                .distinct()
                .toList();
    }
}
