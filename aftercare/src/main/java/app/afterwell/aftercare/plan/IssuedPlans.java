package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Ids;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The plans as the rest of aftercare writes and reads them, inside its transactions. A plan itself is never changed;
 * ticks and pauses stand beside it. It asks nobody's leave: its callers have.
 */
@Component
public class IssuedPlans {

    /** What stays open when all else is on hold: how to reach the clinic. */
    private static final String NEVER_PAUSED = "ask-your-therapist";

    /** And it is nothing that one does and ticks. */
    static final String NEVER_DONE = NEVER_PAUSED;

    private static final int BATCH = 500;

    static final String BASIS = """
            select id, note_id, appointment_id, client_id, practitioner_id, protocol_version, starts_on, ends_on,
                   visit_end, zone, session, safety, history, engine_result, decided, baseline, peak, band_end_hours
            from aftercare_plan
            """;

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    IssuedPlans(JdbcClient sql, JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Issues plans to their clients and says so. */
    public void issue(NewPlan plan) {
        insert(List.of(plan));
        events.publishEvent(new PlanIssued(plan.id(), plan.client()));
    }

    /** Writes plans without a word to anybody. */
    public void insert(Collection<NewPlan> plans) {
        jdbc.batchUpdate("""
                insert into aftercare_plan (id, note_id, appointment_id, client_id, practitioner_id, protocol_version,
                    issued_at, starts_on, ends_on, visit_start, visit_end, zone, session, safety, history,
                    engine_result, decisions, decided, overrides, digest, baseline, peak, band_end_hours, max_pressure)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb,
                    ?::jsonb, ?, ?, ?, ?, ?)
                """, plans, BATCH, (statement, plan) -> {
            int at = 0;
            statement.setObject(++at, plan.id().value());
            statement.setObject(++at, plan.note().value());
            statement.setObject(++at, plan.appointment().value());
            statement.setObject(++at, plan.client().value());
            statement.setObject(++at, plan.practitioner().value());
            statement.setInt(++at, plan.plan().said().protocol().version());
            statement.setTimestamp(++at, Timestamp.from(plan.issuedAt()));
            statement.setObject(++at, plan.startsOn());
            statement.setObject(++at, plan.endsOn());
            statement.setTimestamp(++at, Timestamp.from(plan.slot().start()));
            statement.setTimestamp(++at, Timestamp.from(plan.slot().end()));
            statement.setString(++at, plan.zone().getId());
            statement.setString(++at, CareJson.write(plan.session()));
            statement.setString(++at, CareJson.writeOrNull(plan.safety()));
            statement.setString(++at, CareJson.write(plan.history()));
            statement.setString(++at, CareJson.write(plan.plan().said()));
            statement.setString(++at, CareJson.write(plan.decisions()));
            var changed = !plan.plan().decided().equals(plan.plan().said());
            statement.setString(++at, changed ? CareJson.write(plan.plan().decided()) : null);
            statement.setString(++at, CareJson.write(plan.plan().overrides()));
            statement.setString(++at, plan.digest());
            statement.setInt(++at, plan.band().baseline());
            statement.setInt(++at, plan.band().peak());
            statement.setInt(++at, plan.band().endHours());
            statement.setObject(++at, plan.maxPressure());
        });
    }

    /**
     * What a plan stands on.
     *
     * @throws NotFoundException if there is no such plan
     */
    public PlanBasis basis(PlanId plan) {
        return sql.sql(BASIS + " where id = :plan")
                .param("plan", plan.value())
                .query(IssuedPlans::basis)
                .optional()
                .orElseThrow(() -> new NotFoundException("plan " + plan));
    }

    /**
     * Keeps what is said about a plan in order until the transaction ends: two answers at the same moment, or an answer
     * and the amendment that puts another plan in its place, come one after the other.
     *
     * @return the plan that stands in this one's place by now, itself if none does
     */
    public PlanId lockInForce(PlanId plan) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 5))")
                .param("key", plan.toString())
                .query((row, number) -> true)
                .single();
        return sql.sql("select superseded_by from aftercare_plan where id = :plan and superseded_by is not null")
                .param("plan", plan.value())
                .query(UUID.class)
                .optional()
                .map(by -> lockInForce(new PlanId(by)))
                .orElse(plan);
    }

    /** What the therapist decided about a plan. */
    public List<Decision> decisions(PlanId plan) {
        return CareJson.readList(
                sql.sql("select decisions from aftercare_plan where id = :plan")
                        .param("plan", plan.value())
                        .query(String.class)
                        .single(),
                Decision.class);
    }

    /** The plans of a client that were not over on {@code day}, newest first. */
    List<PlanBasis> openOn(ClientId client, LocalDate day) {
        return sql.sql(BASIS + """
                 where client_id = :client and ends_on >= :day and superseded_by is null
                 order by visit_start desc
                """)
                .param("client", client.value())
                .param("day", day)
                .query(IssuedPlans::basis)
                .list();
    }

    /**
     * Puts all self-care of a plan on hold until the therapist has looked.
     *
     * @return whether anything is newly on hold
     */
    public boolean pauseSelfCare(PlanBasis plan, Instant at) {
        var items = Stream.concat(plan.decided().offered().stream(), plan.decided().later().stream())
                .map(item -> item.item())
                .distinct()
                .filter(item -> !item.equals(NEVER_PAUSED))
                .toList();
        return pause(plan, items, PlanView.PauseCause.CHECK_IN, at);
    }

    boolean pause(PlanBasis plan, List<String> items, PlanView.PauseCause cause, Instant at) {
        int[][] counts = jdbc.batchUpdate("""
                insert into plan_pause (id, plan_id, item, cause, paused_at) values (?, ?, ?, ?, ?)
                on conflict (plan_id, item, cause) where resumed_at is null do nothing
                """, items, BATCH, (statement, item) -> {
            statement.setObject(1, Ids.next());
            statement.setObject(2, plan.id().value());
            statement.setString(3, item);
            statement.setString(4, cause.name());
            statement.setTimestamp(5, Timestamp.from(at));
        });
        boolean changed =
                Stream.of(counts).flatMapToInt(java.util.stream.IntStream::of).sum() > 0;
        if (changed) {
            events.publishEvent(new PlanChanged(plan.id(), plan.client()));
        }
        return changed;
    }

    /** Lets go on what is on hold, but for these items. */
    void resume(PlanBasis plan, Collection<String> stillUnsafe, UserId by, Instant at) {
        int count = sql.sql("""
                update plan_pause set resumed_at = :at, resumed_by = :by
                where plan_id = :plan and resumed_at is null
                  and (cause = 'CHECK_IN' or not item = any(:unsafe))
                """)
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("plan", plan.id().value())
                .param("unsafe", stillUnsafe.toArray(String[]::new))
                .update();
        if (count > 0) {
            events.publishEvent(new PlanChanged(plan.id(), plan.client()));
        }
    }

    /** Whether anything of the plan is on hold. */
    public boolean paused(PlanId plan) {
        return sql.sql("select exists (select 1 from plan_pause where plan_id = :plan and resumed_at is null)")
                .param("plan", plan.value())
                .query(Boolean.class)
                .single();
    }

    /** Notes that items were done on a day; what the plan does not have then is left out. */
    public void tick(PlanBasis plan, Collection<String> items, int day, Instant at) {
        var due = Stream.concat(plan.decided().offered().stream(), plan.decided().later().stream())
                .filter(item -> item.days().contains(day))
                .map(item -> item.item())
                .filter(items::contains)
                .distinct()
                .toList();
        for (String item : due) {
            tick(plan, item, day, Kept.DONE, at);
        }
    }

    void tick(PlanBasis plan, String item, int day, Kept kept, Instant at) {
        int count = sql.sql("""
                insert into plan_tick (plan_id, item, day, ticked_at, state) values (:plan, :item, :day, :at, :state)
                on conflict (plan_id, item, day) do update
                set state = excluded.state, ticked_at = excluded.ticked_at where plan_tick.state <> excluded.state
                """)
                .param("state", kept.name())
                .param("plan", plan.id().value())
                .param("item", item)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .update();
        if (count > 0) {
            events.publishEvent(new PlanChanged(plan.id(), plan.client()));
        }
    }

    void untick(PlanBasis plan, String item, int day) {
        int count = sql.sql("delete from plan_tick where plan_id = :plan and item = :item and day = :day")
                .param("plan", plan.id().value())
                .param("item", item)
                .param("day", day)
                .update();
        if (count > 0) {
            events.publishEvent(new PlanChanged(plan.id(), plan.client()));
        }
    }

    /** One past tick. */
    public record Tick(PlanId plan, String item, int day, Instant at, Kept kept) {

        public Tick(PlanId plan, String item, int day, Instant at) {
            this(plan, item, day, at, Kept.DONE);
        }
    }

    /** Writes ticks in bulk. */
    public void insertTicks(List<Tick> ticks) {
        jdbc.update(
                """
                insert into plan_tick (plan_id, item, day, ticked_at, state)
                select * from unnest(?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::text[]) on conflict do nothing
                """,
                ticks.stream().map(tick -> tick.plan().toString()).toArray(String[]::new),
                ticks.stream().map(Tick::item).toArray(String[]::new),
                ticks.stream().map(Tick::day).toArray(Integer[]::new),
                ticks.stream().map(tick -> tick.at().toString()).toArray(String[]::new),
                ticks.stream().map(tick -> tick.kept().name()).toArray(String[]::new));
    }

    /** The plan that a note issued; null if none did. */
    @Nullable
    PlanId ofAppointment(AppointmentId appointment) {
        return sql.sql("select id from aftercare_plan where appointment_id = :id and superseded_by is null")
                .param("id", appointment.value())
                .query(UUID.class)
                .optional()
                .map(PlanId::new)
                .orElse(null);
    }

    /**
     * Says that an amended note issued another plan in the place of this one. What the client ticked and what is on
     * hold go on, as far as the new plan has it.
     */
    public void supersede(PlanId before, PlanBasis by) {
        sql.sql("update aftercare_plan set superseded_by = :by where id = :plan")
                .param("by", by.id().value())
                .param("plan", before.value())
                .update();
        var ticked = sql.sql("select item, day, ticked_at, state from plan_tick where plan_id = :plan")
                .param("plan", before.value())
                .query((row, number) -> new Tick(
                        by.id(),
                        row.getString("item"),
                        row.getInt("day"),
                        row.getTimestamp("ticked_at").toInstant(),
                        Kept.valueOf(row.getString("state"))))
                .list();
        insertTicks(
                ticked.stream().filter(tick -> by.has(tick.item(), tick.day())).toList());
        var held = sql.sql("select item, cause, paused_at from plan_pause where plan_id = :plan and resumed_at is null")
                .param("plan", before.value())
                .query((row, number) -> new Held(
                        row.getString("item"),
                        PlanView.PauseCause.valueOf(row.getString("cause")),
                        row.getTimestamp("paused_at").toInstant()))
                .list();
        held.stream()
                .filter(hold -> hold.cause() == PlanView.PauseCause.CHECK_IN)
                .findFirst()
                .ifPresent(hold -> pauseSelfCare(by, hold.at()));
        held.stream()
                .filter(hold -> hold.cause() == PlanView.PauseCause.SAFETY_PROFILE && by.has(hold.item()))
                .forEach(hold -> pause(by, List.of(hold.item()), hold.cause(), hold.at()));
        events.publishEvent(new PlanChanged(before, by.client()));
    }

    private record Held(String item, PlanView.PauseCause cause, Instant at) {}

    private static PlanBasis basis(ResultSet row, int number) throws SQLException {
        var said = CareJson.read(row.getString("engine_result"), PlanResult.class);
        @Nullable String decided = row.getString("decided");
        return new PlanBasis(
                new PlanId(row.getObject("id", UUID.class)),
                new NoteId(row.getObject("note_id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                row.getInt("protocol_version"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getTimestamp("visit_end").toInstant(),
                ZoneId.of(row.getString("zone")),
                CareJson.read(row.getString("session"), SessionFindings.class),
                CareJson.readOrNull(row.getString("safety"), SafetyProfile.class),
                CareJson.read(row.getString("history"), History.class),
                said,
                decided == null ? said : CareJson.read(decided, PlanResult.class),
                new ExpectedBand(row.getInt("baseline"), row.getInt("peak"), row.getInt("band_end_hours")));
    }
}
