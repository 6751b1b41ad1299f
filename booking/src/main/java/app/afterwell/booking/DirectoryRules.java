package app.afterwell.booking;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.LocationId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must hold in the directory beyond a field's own form. */
final class DirectoryRules {

    private DirectoryRules() {}

    private record Span(Object where, DayOfWeek day, LocalTime from, LocalTime to) {

        boolean empty() {
            return !to.isAfter(from) && !to.equals(LocalTime.MIDNIGHT);
        }

        boolean overlaps(Span other) {
            return where.equals(other.where)
                    && day == other.day
                    && (to.equals(LocalTime.MIDNIGHT) || other.from.isBefore(to))
                    && (other.to.equals(LocalTime.MIDNIGHT) || from.isBefore(other.to));
        }
    }

    static void check(LocationInfo location, List<FieldProblem> problems) {
        if (!Set.of(Locale.getISOCountries()).contains(location.country())) {
            problems.add(new FieldProblem("country", "unknown", "This is no country's code."));
        }
        checkSpans(
                "hours",
                location.hours().stream()
                        .map(span -> new Span("", span.day(), span.from(), span.to()))
                        .toList(),
                problems);
    }

    static void check(RoomInfo room, DirectorySnapshot directory, List<FieldProblem> problems) {
        checkLocation("location", room.location(), directory, problems);
        var before = directory.findRoom(room.id());
        if (before != null && !before.location().equals(room.location())) {
            problems.add(new FieldProblem("location", "fixed", "A room stays where it is."));
        }
    }

    static void check(ServiceInfo service, DirectorySnapshot directory, List<FieldProblem> problems) {
        if (service.price().minor() < 0) {
            problems.add(new FieldProblem("price.minor", "min", "A price is not negative."));
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(currency ->
                        currency.getCurrencyCode().equals(service.price().currency()))) {
            problems.add(new FieldProblem("price.currency", "unknown", "This is no currency's code."));
        }
        if (service.practitioners().stream().anyMatch(id -> directory.findPractitioner(id) == null)) {
            problems.add(new FieldProblem("practitioners", "unknown", "One of these therapists is not there."));
        }
        if (service.rooms().stream().anyMatch(id -> directory.findRoom(id) == null)) {
            problems.add(new FieldProblem("rooms", "unknown", "One of these rooms is not there."));
        }
    }

    static void check(PractitionerInfo practitioner, DirectorySnapshot directory, List<FieldProblem> problems) {
        checkSpans(
                "hours",
                practitioner.hours().stream()
                        .map(span -> new Span(span.location(), span.day(), span.from(), span.to()))
                        .toList(),
                problems);
        checkSpans(
                "breaks",
                practitioner.breaks().stream()
                        .map(span -> new Span(span.location(), span.day(), span.from(), span.to()))
                        .toList(),
                problems);
        for (int index = 0; index < practitioner.hours().size(); index++) {
            var span = practitioner.hours().get(index);
            checkLocation("hours[" + index + "].location", span.location(), directory, problems);
            if (span.usualRoom() != null) {
                var room = directory.findRoom(span.usualRoom());
                if (room == null || !room.location().equals(span.location())) {
                    problems.add(new FieldProblem(
                            "hours[" + index + "].usualRoom", "unknown", "This room is not at that location."));
                }
            }
        }
        for (int index = 0; index < practitioner.breaks().size(); index++) {
            checkLocation(
                    "breaks[" + index + "].location",
                    practitioner.breaks().get(index).location(),
                    directory,
                    problems);
        }
    }

    private static void checkLocation(
            String field, LocationId location, DirectorySnapshot directory, List<FieldProblem> problems) {
        if (directory.findLocation(location) == null) {
            problems.add(new FieldProblem(field, "unknown", "This location is not there."));
        }
    }

    private static void checkSpans(String field, List<Span> spans, List<FieldProblem> problems) {
        for (int index = 0; index < spans.size(); index++) {
            var span = spans.get(index);
            if (span.empty()) {
                problems.add(new FieldProblem(
                        field + "[" + index + "].to", "end-before-start", "It ends before it starts."));
            }
            if (spans.subList(0, index).stream().anyMatch(span::overlaps)) {
                problems.add(new FieldProblem(field + "[" + index + "].from", "overlap", "It overlaps another one."));
            }
        }
    }
}
