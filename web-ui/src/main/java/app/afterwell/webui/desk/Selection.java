package app.afterwell.webui.desk;

import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.PractitionerId;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the board says to show; the page can be bookmarked and opened again.
 *
 * @param date null for whatever day it is
 * @param therapists whose columns; empty for all. A week is the first one's
 * @param visit to be shown close up at once
 */
record Selection(
        LocationInfo place,
        @Nullable LocalDate date,
        BoardView view,
        Set<PractitionerId> therapists,
        @Nullable AppointmentId visit) {

    private static final String LOCATION = "location";
    private static final String DATE = "date";
    private static final String VIEW = "view";
    private static final String THERAPIST = "therapist";
    private static final String VISIT = "visit";

    /** Reads it leniently: what makes no sense is left out. Null if there is no place yet. */
    static @Nullable Selection read(QueryParameters query, List<LocationInfo> places) {
        var code = query.getSingleParameter(LOCATION);
        var place = places.stream()
                .filter(each -> code.filter(each.code()::equals).isPresent())
                .findFirst()
                .or(() -> places.stream().findFirst());
        var therapists = query.getParameters(THERAPIST).stream()
                .flatMap(id -> parsed(id, PractitionerId::of).stream())
                .collect(Collectors.toUnmodifiableSet());
        return place.map(found -> new Selection(
                        found,
                        query.getSingleParameter(DATE).flatMap(Selection::day).orElse(null),
                        query.getSingleParameter(VIEW).flatMap(BoardView::of).orElse(BoardView.THERAPISTS),
                        therapists,
                        query.getSingleParameter(VISIT)
                                .flatMap(id -> parsed(id, AppointmentId::of))
                                .orElse(null)))
                .orElse(null);
    }

    QueryParameters query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put(LOCATION, List.of(place.code()));
        if (date != null) {
            query.put(DATE, List.of(date.toString()));
        }
        if (view != BoardView.THERAPISTS) {
            query.put(VIEW, List.of(view.code()));
        }
        if (!therapists.isEmpty()) {
            query.put(
                    THERAPIST,
                    therapists.stream().map(PractitionerId::toString).sorted().toList());
        }
        return new QueryParameters(new TreeMap<>(query));
    }

    Selection at(LocationInfo other) {
        // Other therapists work there.
        return new Selection(other, date, view, Set.of(), null);
    }

    Selection on(LocalDate other) {
        return new Selection(place, other, view, therapists, null);
    }

    Selection as(BoardView other) {
        return new Selection(place, date, other, other == BoardView.WEEK ? therapists : Set.of(), null);
    }

    /** The same, as a day where it would be a week of nobody. */
    Selection daily() {
        return view == BoardView.WEEK ? as(BoardView.THERAPISTS) : this;
    }

    Selection of(Set<PractitionerId> whom) {
        return new Selection(place, date, view, Set.copyOf(whom), null);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> read) {
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
