package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.History.PastVisit;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plans in short, many at once and in a constant number of queries, and the history that the engine makes of them. It
 * asks nobody's leave: its callers have.
 */
@Component
public class Summaries {

    /** How many earlier visits the engine is told of; its longest look back is over four. */
    static final int VISITS_IN_HISTORY = 12;

    private static final String COLUMNS = """
            p.id, p.note_id, p.appointment_id, p.client_id, p.issued_at, p.starts_on, p.ends_on, p.zone,
            p.superseded_by is not null as superseded, p.baseline, p.peak, p.band_end_hours, p.max_pressure,
            (p.session ->> 'minutes')::int as minutes,
            (p.session ->> 'painBefore')::int as pain_before,
            (p.session ->> 'painAfter')::int as pain_after,
            (select jsonb_agg(jsonb_build_object('item', i ->> 'item', 'title', i ->> 'title', 'days', i -> 'days'))
             from jsonb_array_elements(coalesce(p.decided, p.engine_result) -> 'offered') i) as items,
            (select jsonb_agg(jsonb_build_object('hours', c.hours, 'pain', c.pain, 'outcome', c.outcome,
                                                 'remark', nullif(c.remark, ''))
                              order by c.hours)
             from check_in c where c.plan_id = p.id and c.status = 'ANSWERED') as points,
            (select count(*) from check_in c
             where c.plan_id = p.id and (c.status = 'UNKNOWN' or c.status = 'ASKED')) as unanswered,
            (select jsonb_agg(jsonb_build_object('item', t.item, 'day', t.day, 'kept', t.state))
             from plan_tick t where t.plan_id = p.id) as ticks,
            (select jsonb_agg(jsonb_build_object('item', u.item,
                        'from', (u.paused_at at time zone p.zone)::date - p.starts_on,
                        'to', (u.resumed_at at time zone p.zone)::date - p.starts_on))
             from plan_pause u where u.plan_id = p.id) as holds,
            exists (select 1 from plan_pause u where u.plan_id = p.id and u.resumed_at is null) as paused
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Summaries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What came before a visit. */
    public record Past(History history, @Nullable PlanSummary last) {

        public static final Past NONE = new Past(History.NONE, null);
    }

    /**
     * A client's plans from {@code before} back, newest first.
     *
     * @param limit how many at most
     */
    List<PlanSummary> ofClient(ClientId client, Instant before, int limit) {
        return sql
                .sql("select " + COLUMNS + """
                , '' as key, 0 as earlier from aftercare_plan p
                where p.client_id = :client and p.visit_start < :before and p.superseded_by is null
                order by p.visit_start desc, p.id limit :limit
                """)
                .param("client", client.value())
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query(this::row)
                .list()
                .stream()
                .map(Row::summary)
                .toList();
    }

    /** The plans in force of these visits, in one query. */
    public List<PlanSummary> ofAppointments(Collection<AppointmentId> appointments) {
        return sql
                .sql("select " + COLUMNS + """
                , '' as key, 0 as earlier from aftercare_plan p
                where p.appointment_id = any(:appointments::uuid[]) and p.superseded_by is null
                order by p.visit_start desc, p.id
                """)
                .param(
                        "appointments",
                        appointments.stream().map(AppointmentId::toString).toArray(String[]::new))
                .query(this::row)
                .list()
                .stream()
                .map(Row::summary)
                .toList();
    }

    /** What came before one visit of a client. */
    public Past before(ClientId client, Instant visitStart, LocalDate visitDay) {
        return beforeEach(Map.of(client, new Before(client, visitStart, visitDay)))
                .getOrDefault(client, Past.NONE);
    }

    /** A visit's client, its start and its day in the location's calendar. */
    public record Before(ClientId client, Instant start, LocalDate day) {}

    /** What came before each of several visits, in one query. */
    public <K> Map<K, Past> beforeEach(Map<K, Before> visits) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        var keys =
                Map.copyOf(visits).keySet().stream().collect(Collectors.toMap(Object::toString, Function.identity()));
        var names = List.copyOf(keys.keySet());
        var moments = names.stream()
                .map(name -> Objects.requireNonNull(visits.get(keys.get(name))))
                .toList();
        var rows = sql.sql("select " + COLUMNS + """
                , v.key, (select count(*) from aftercare_plan e
                   where e.client_id = p.client_id and e.visit_start < v.start and e.superseded_by is null) as earlier
                from unnest(:keys::text[], :clients::uuid[], :starts::timestamptz[]) as v (key, client, start)
                cross join lateral (
                    select * from aftercare_plan q
                    where q.client_id = v.client and q.visit_start < v.start and q.superseded_by is null
                    order by q.visit_start desc, q.id limit :limit) p
                order by p.visit_start desc, p.id
                """)
                .param("keys", names.toArray(String[]::new))
                .param(
                        "clients",
                        moments.stream().map(it -> it.client().toString()).toArray(String[]::new))
                .param(
                        "starts",
                        moments.stream().map(it -> it.start().toString()).toArray(String[]::new))
                .param("limit", VISITS_IN_HISTORY)
                .query(this::row)
                .list();
        var byKey = rows.stream().collect(Collectors.groupingBy(Row::key));
        var result = new HashMap<K, Past>();
        visits.forEach((key, moment) -> {
            var past = byKey.get(key.toString());
            if (past != null) {
                result.put(key, past(past, moment.day()));
            }
        });
        return result;
    }

    private static Past past(List<Row> newestFirst, LocalDate day) {
        var visits = newestFirst.stream()
                .map(row -> pastVisit(
                        row.summary().startsOn(),
                        day,
                        row.summary().minutes(),
                        row.summary().maxPressure(),
                        row.painBefore(),
                        row.painAfter(),
                        row.summary().curve()))
                .toList();
        return new Past(
                new History(newestFirst.getFirst().earlier(), visits),
                newestFirst.getFirst().summary());
    }

    /** One earlier visit as the engine wants to know it. */
    public static PastVisit pastVisit(
            LocalDate visitDay,
            LocalDate day,
            int minutes,
            @Nullable Integer maxPressure,
            @Nullable Integer painBefore,
            @Nullable Integer painAfter,
            Curve curve) {
        return new PastVisit(
                (int) ChronoUnit.DAYS.between(visitDay, day),
                minutes,
                maxPressure,
                painBefore,
                painAfter,
                sorenessHours(curve),
                gravest(curve));
    }

    /** Hours until the client was back at the pain they left with, as far as their answers tell; null if they don't. */
    static @Nullable Integer sorenessHours(Curve curve) {
        @Nullable Integer back = null;
        boolean above = true;
        for (var point : curve.points()) {
            boolean aboveNow = point.pain() > curve.band().baseline();
            if (aboveNow || above) {
                back = (int) Math.round(point.hours());
            }
            above = aboveNow;
        }
        return back;
    }

    static @Nullable Outcome gravest(Curve curve) {
        return curve.points().stream()
                .map(Curve.Point::outcome)
                .max(Outcome::compareTo)
                .orElse(null);
    }

    private record Row(
            String key,
            PlanSummary summary,
            int earlier,
            @Nullable Integer painBefore,
            @Nullable Integer painAfter) {}

    private record ItemDays(String item, String title, List<Integer> days) {}

    private record TickedDay(String item, int day, Kept kept) {}

    /** @param to the day on which it went on; null if it has not */
    private record Hold(String item, int from, @Nullable Integer to) {

        boolean on(String other, int day) {
            return item.equals(other) && day >= from && (to == null || day <= to);
        }
    }

    private record Told(
            double hours,
            int pain,
            Outcome outcome,
            @Nullable String remark) {}

    private Row row(ResultSet row, int number) throws SQLException {
        var band = new ExpectedBand(row.getInt("baseline"), row.getInt("peak"), row.getInt("band_end_hours"));
        var answers = CareJson.readList(row.getString("points"), Told.class);
        var curve = new Curve(
                band,
                answers.stream()
                        .map(told -> new Curve.Point(
                                told.hours(), told.pain(), band.upperEdge(told.hours()), told.outcome()))
                        .toList());
        var startsOn = row.getObject("starts_on", LocalDate.class);
        var endsOn = row.getObject("ends_on", LocalDate.class);
        var today = clock.instant().atZone(ZoneId.of(row.getString("zone"))).toLocalDate();
        var summary = new PlanSummary(
                new PlanId(row.getObject("id", UUID.class)),
                new NoteId(row.getObject("note_id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getTimestamp("issued_at").toInstant(),
                startsOn,
                endsOn,
                state(row.getBoolean("superseded"), row.getBoolean("paused"), today.isAfter(endsOn)),
                row.getInt("minutes"),
                row.getObject("max_pressure", Integer.class),
                adherence(
                        CareJson.readList(row.getString("items"), ItemDays.class),
                        CareJson.readList(row.getString("ticks"), TickedDay.class),
                        CareJson.readList(row.getString("holds"), Hold.class),
                        (int) ChronoUnit.DAYS.between(startsOn, today)),
                curve,
                gravest(curve),
                row.getInt("unanswered"),
                remarks(answers));
        return new Row(
                row.getString("key"),
                summary,
                row.getInt("earlier"),
                row.getObject("pain_before", Integer.class),
                row.getObject("pain_after", Integer.class));
    }

    private static List<PlanSummary.Remark> remarks(List<Told> answers) {
        var remarks = new ArrayList<PlanSummary.Remark>();
        for (var answer : answers) {
            var text = answer.remark();
            if (text != null && !text.isBlank()) {
                remarks.add(new PlanSummary.Remark(answer.hours(), text.strip()));
            }
        }
        return remarks;
    }

    static PlanState state(boolean superseded, boolean paused, boolean over) {
        if (superseded) {
            return PlanState.SUPERSEDED;
        }
        if (over) {
            return PlanState.ENDED;
        }
        return paused ? PlanState.PAUSED : PlanState.OPEN;
    }

    private static List<Adherence> adherence(
            List<ItemDays> items, Collection<TickedDay> ticks, Collection<Hold> holds, int today) {
        var answers = ticks.stream()
                .collect(Collectors.groupingBy(
                        TickedDay::item, Collectors.toMap(TickedDay::day, TickedDay::kept, (one, other) -> one)));
        return items.stream()
                .filter(item -> !item.item().equals(IssuedPlans.NEVER_DONE))
                .map(item -> Adherence.of(
                        item.item(),
                        item.title(),
                        item.days(),
                        answers.getOrDefault(item.item(), Map.of()),
                        day -> holds.stream().anyMatch(hold -> hold.on(item.item(), day)),
                        today))
                .toList();
    }
}
