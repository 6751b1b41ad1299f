package app.afterwell.aftercare.outcome;

import app.afterwell.aftercare.outcome.OutcomeReport.Adherence;
import app.afterwell.aftercare.outcome.OutcomeReport.AdherenceFigures;
import app.afterwell.aftercare.outcome.OutcomeReport.Alert;
import app.afterwell.aftercare.outcome.OutcomeReport.AlertFigures;
import app.afterwell.aftercare.outcome.OutcomeReport.Alerts;
import app.afterwell.aftercare.outcome.OutcomeReport.Resolved;
import app.afterwell.aftercare.outcome.OutcomeReport.Silence;
import app.afterwell.aftercare.outcome.OutcomeReport.SilenceFigures;
import app.afterwell.aftercare.outcome.OutcomeReport.Soreness;
import app.afterwell.aftercare.outcome.OutcomeReport.SorenessFigures;
import app.afterwell.aftercare.outcome.OutcomeReport.When;
import app.afterwell.domain.Technique;
import app.afterwell.domain.UnacceptableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came of the aftercare, for the owner: numbers only, and none that is about so few people that one could tell who.
 * However many visits there are, it takes the same number of queries.
 */
@Service
@Transactional
@PreAuthorize("hasRole('OWNER')")
public class Outcomes {

    private static final int MOST_MONTHS = 36;
    private static final String ALL = Suppression.ALL;

    private final JdbcClient sql;
    private final PlanPlaces places;
    private final Clock clock;

    Outcomes(JdbcClient sql, PlanPlaces places, Clock clock) {
        this.sql = sql;
        this.places = places;
        this.clock = clock;
    }

    /**
     * @throws UnacceptableException {@code period} if it ends before it begins or is longer than three years
     */
    public OutcomeReport report(OutcomeFilter filter) {
        long months = ChronoUnit.MONTHS.between(filter.from(), filter.to()) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            throw UnacceptableException.field("to", "period", "A report covers 1 to " + MOST_MONTHS + " months.");
        }
        places.learn(filter.from().atDay(1), filter.to().atEndOfMonth());
        int threshold = sql.sql("select min_people from report_rules")
                .query(Integer.class)
                .single();
        var place = filter.location() == null ? ALL : filter.location().toString();
        var look = new Look(filter, threshold, place);

        var visits = look.at(OutcomeQueries.VISITS, (cell, row) -> row.getLong("visits"));
        var soreness = look.at(
                OutcomeQueries.SORENESS,
                (cell, row) -> new SorenessFigures(
                        row.getLong("visits"),
                        row.getDouble("rise"),
                        row.getDouble("expected"),
                        row.getDouble("above")));
        var resolved = look.at(
                OutcomeQueries.RESOLVED,
                (cell, row) -> new Back(
                        row.getLong("visits"),
                        cell.part().equals(ALL) && row.getObject("hours") != null ? row.getDouble("hours") : null));
        var adherence = look.at(
                OutcomeQueries.ADHERENCE,
                (cell, row) -> new AdherenceFigures(
                        row.getLong("done"), row.getLong("partly"), row.getLong("not_done"), row.getLong("unknown")));
        var silence = look.at(
                OutcomeQueries.SILENCE, (cell, row) -> new SilenceFigures(row.getLong("asked"), row.getLong("silent")));
        var alerts = look.at(
                OutcomeQueries.ALERTS,
                (cell, row) -> new AlertFigures(
                        row.getLong("raised"),
                        row.getLong("closed"),
                        row.getLong("climbed"),
                        row.getObject("minutes") == null ? null : row.getDouble("minutes")));
        return new OutcomeReport(
                threshold,
                visits.isEmpty() ? null : visits.getFirst().figures(),
                soreness.stream()
                        .map(cell -> new Soreness(
                                code(cell.line(), Technique::valueOf),
                                code(cell.part(), Integer::valueOf),
                                cell.figures()))
                        .toList(),
                resolved.stream()
                        .map(cell -> new Resolved(
                                code(cell.line(), Integer::valueOf),
                                code(cell.part(), When::valueOf),
                                cell.figures() == null ? null : cell.figures().visits(),
                                cell.figures() == null ? null : cell.figures().hours()))
                        .toList(),
                adherence.stream()
                        .map(cell -> new Adherence(code(cell.line(), Function.identity()), cell.figures()))
                        .toList(),
                silence.stream()
                        .map(cell -> new Silence(code(cell.line(), Integer::valueOf), cell.figures()))
                        .toList(),
                alerts.stream()
                        .sorted(Comparator.comparing(cell -> order(cell.line())))
                        .map(cell -> new Alerts(code(cell.line(), Alert::valueOf), cell.figures()))
                        .toList());
    }

    private static int order(String alert) {
        return Arrays.stream(Alert.values())
                .filter(known -> known.name().equals(alert))
                .findFirst()
                .map(Alert::ordinal)
                .orElse(Alert.values().length);
    }

    private static <T> @Nullable T code(String text, Function<String, T> reader) {
        return text.equals(ALL) ? null : reader.apply(text);
    }

    private record Back(long visits, @Nullable Double hours) {}

    /** A cell of the place that was asked for; figures null if they are not to be shown. */
    private record Shown<T>(
            String line, String part, @Nullable T figures) {}

    private record Cell(String place, String line, String part) {

        List<String> coordinates() {
            return List.of(place, line, part);
        }
    }

    private interface Reader<T> {
        T read(Cell cell, ResultSet row) throws SQLException;
    }

    /** What is asked of every table. */
    private final class Look {

        private final OutcomeFilter filter;
        private final int threshold;
        private final String place;

        Look(OutcomeFilter filter, int threshold, String place) {
            this.filter = filter;
            this.threshold = threshold;
            this.place = place;
        }

        <T> List<Shown<T>> at(String query, Reader<T> reader) {
            return table(query, filter, threshold, place, reader);
        }
    }

    private <T> List<Shown<T>> table(
            String query, OutcomeFilter filter, int threshold, String place, Reader<T> reader) {
        var figures = new HashMap<List<String>, T>();
        var people = new HashMap<List<String>, Integer>();
        sql.sql(query)
                .param("from", filter.from().atDay(1))
                .param("to", filter.to().atEndOfMonth())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> {
                    @Nullable String at = row.getString("place");
                    var cell = new Cell(at == null ? ALL : at, row.getString("line"), row.getString("part"));
                    people.put(cell.coordinates(), row.getInt("people"));
                    figures.put(cell.coordinates(), reader.read(cell, row));
                    return cell;
                })
                .list();
        Set<List<String>> hidden = Suppression.hidden(people, threshold);
        return figures.entrySet().stream()
                .filter(entry -> entry.getKey().getFirst().equals(place) && people.getOrDefault(entry.getKey(), 0) > 0)
                .map(entry -> shown(entry, hidden))
                .sorted(Comparator.comparing((Shown<T> cell) -> cell.line().equals(ALL))
                        .thenComparing(Shown::line, Outcomes::byNumber)
                        .thenComparing(cell -> cell.part().equals(ALL))
                        .thenComparing(Shown::part))
                .toList();
    }

    private static <T> Shown<T> shown(Map.Entry<List<String>, T> entry, Set<List<String>> hidden) {
        return new Shown<>(
                entry.getKey().get(1),
                entry.getKey().get(2),
                hidden.contains(entry.getKey()) ? null : entry.getValue());
    }

    /** Hours and pressures by their size, names by the alphabet. */
    private static int byNumber(String one, String other) {
        boolean numbers =
                one.chars().allMatch(Character::isDigit) && other.chars().allMatch(Character::isDigit);
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }
}
