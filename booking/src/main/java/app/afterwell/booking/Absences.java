package app.afterwell.booking;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the week's hours do not hold: time off, closures, and days with hours of their own. None of them touches an
 * appointment; each says which ones now stand in its way, for somebody to move.
 */
@Service
public class Absences {

    private static final Set<VisitStatus> TO_COME = Set.of(VisitStatus.BOOKED, VisitStatus.CONFIRMED);

    private final JdbcClient jdbc;
    private final CalendarTable table;
    private final DirectoryReader directories;
    private final AppointmentNames names;
    private final InputCheck input;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Absences(
            JdbcClient jdbc,
            CalendarTable table,
            DirectoryReader directories,
            AppointmentNames names,
            InputCheck input,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.table = table;
        this.directories = directories;
        this.names = names;
        this.input = input;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Adds time off, or changes it if its id is known.
     *
     * @return the appointments that fall into it
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasRole('OWNER') or principal.is(#off.practitioner())")
    @Transactional
    public List<AppointmentInfo> takeOff(TimeOff off) {
        input.check(off);
        if (directories.current().findPractitioner(off.practitioner()) == null) {
            throw UnacceptableException.field("practitioner", "unknown", "This therapist is not there.");
        }
        int written = jdbc.sql("""
                insert into time_off (id, practitioner_id, starts_at, ends_at, label) values (?, ?, ?, ?, ?)
                on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    label = excluded.label where time_off.practitioner_id = excluded.practitioner_id""")
                .params(
                        off.id(),
                        off.practitioner().value(),
                        CalendarTable.time(off.slot().start()),
                        CalendarTable.time(off.slot().end()),
                        off.label())
                .update();
        if (written == 0) {
            throw new NotFoundException("time off " + off.id());
        }
        audit.record("practitioner.time-off", "practitioner:" + off.practitioner(), null, null);
        events.publishEvent(new CalendarChanged());
        return named(table.overlapping(off.practitioner().value(), null, off.slot()));
    }

    /** @throws NotFoundException if it is not there */
    @PreAuthorize("hasRole('OWNER') or principal.is(#practitioner)")
    @Transactional
    public void takeBack(PractitionerId practitioner, UUID timeOff) {
        int deleted = jdbc.sql("delete from time_off where id = ? and practitioner_id = ?")
                .params(timeOff, practitioner.value())
                .update();
        if (deleted == 0) {
            throw new NotFoundException("time off " + timeOff);
        }
        audit.record("practitioner.time-off-back", "practitioner:" + practitioner, null, null);
        events.publishEvent(new CalendarChanged());
    }

    /** A practitioner's time off that has not ended by {@code from}, by start. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<TimeOff> timeOff(PractitionerId practitioner, Instant from) {
        return jdbc.sql("select * from time_off where practitioner_id = ? and ends_at > ? order by starts_at, id")
                .params(practitioner.value(), CalendarTable.time(from))
                .query((row, number) -> new TimeOff(
                        row.getObject("id", UUID.class),
                        practitioner,
                        new TimeSlot(
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant()),
                        row.getString("label")))
                .list();
    }

    /**
     * Adds a closure, or changes it if its id is known.
     *
     * @return the appointments that fall into it
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public List<AppointmentInfo> close(Closure closure) {
        input.check(closure);
        var directory = directories.current();
        if (directory.findLocation(closure.location()) == null) {
            throw UnacceptableException.field("location", "unknown", "This location is not there.");
        }
        if (!closure.from().isBefore(closure.to())) {
            throw UnacceptableException.field("to", "end-before-start", "It ends before it starts.");
        }
        int written = jdbc.sql("""
                insert into closure (id, location_id, starts_at, ends_at, label) values (?, ?, ?, ?, ?)
                on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    label = excluded.label where closure.location_id = excluded.location_id""")
                .params(closure.id(), closure.location().value(), closure.from(), closure.to(), closure.label())
                .update();
        if (written == 0) {
            throw new NotFoundException("closure " + closure.id());
        }
        audit.record("location.closed", "location:" + closure.location(), null, null);
        events.publishEvent(new CalendarChanged());
        var affected = new ArrayList<AppointmentInfo>();
        for (var slot : directory
                .clock(closure.location())
                .between(closure.from(), closure.to())
                .slots()) {
            affected.addAll(named(table.overlapping(null, closure.location().value(), slot)));
        }
        return affected;
    }

    /** @throws NotFoundException if it is not there */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void reopen(UUID closure) {
        if (jdbc.sql("delete from closure where id = ?").param(closure).update() == 0) {
            throw new NotFoundException("closure " + closure);
        }
        audit.record("location.reopened", "closure:" + closure, null, null);
        events.publishEvent(new CalendarChanged());
    }

    /** A location's closures that have not ended by {@code from} on its clock, by start. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<Closure> closures(LocationId location, LocalDateTime from) {
        return jdbc.sql("select * from closure where location_id = ? and ends_at > ? order by starts_at, id")
                .params(location.value(), from)
                .query((row, number) -> new Closure(
                        row.getObject("id", UUID.class),
                        location,
                        row.getObject("starts_at", LocalDateTime.class),
                        row.getObject("ends_at", LocalDateTime.class),
                        row.getString("label")))
                .list();
    }

    /**
     * Sets a date's own hours, in place of those set before.
     *
     * @return the appointments of that date that no longer lie in working hours
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public List<AppointmentInfo> setHours(OwnHours own) {
        var before = directories.current();
        before.practitioner(own.practitioner());
        before.location(own.location());
        for (int index = 0; index < own.hours().size(); index++) {
            var span = own.hours().get(index);
            if (!span.to().isAfter(span.from()) && !span.to().equals(LocalTime.MIDNIGHT)) {
                throw UnacceptableException.field(
                        "hours[" + index + "].to", "end-before-start", "It ends before it starts.");
            }
            if (own.hours().subList(0, index).stream().anyMatch(span::overlaps)) {
                throw UnacceptableException.field("hours[" + index + "].from", "overlap", "It overlaps another one.");
            }
        }
        jdbc.sql("delete from practitioner_day where practitioner_id = ? and location_id = ? and day = ?")
                .params(own.practitioner().value(), own.location().value(), own.day())
                .update();
        for (var span : own.hours()) {
            jdbc.sql("""
                    insert into practitioner_day (practitioner_id, location_id, day, from_time, to_time)
                    values (?, ?, ?, ?, ?)""")
                    .params(own.practitioner().value(), own.location().value(), own.day(), span.from(), span.to())
                    .update();
        }
        audit.record("practitioner.own-hours", "practitioner:" + own.practitioner(), null, null);
        events.publishEvent(new CalendarChanged());
        return outside(own.practitioner(), own.location(), own.day());
    }

    /** A practitioner's dates with hours of their own from {@code first} on, by date and location. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<OwnHours> ownHours(PractitionerId practitioner, LocalDate first) {
        record Day(LocalDate day, LocationId location) {}
        var days = new LinkedHashMap<Day, List<OwnHours.Span>>();
        jdbc.sql("""
                select * from practitioner_day where practitioner_id = ? and day >= ?
                order by day, location_id, from_time""").params(practitioner.value(), first).query(row -> {
            var day = new Day(
                    row.getObject("day", LocalDate.class), new LocationId(row.getObject("location_id", UUID.class)));
            days.computeIfAbsent(day, key -> new ArrayList<>())
                    .add(new OwnHours.Span(
                            row.getObject("from_time", LocalTime.class), row.getObject("to_time", LocalTime.class)));
        });
        return days.entrySet().stream()
                .map(each -> new OwnHours(
                        practitioner, each.getKey().location(), each.getKey().day(), each.getValue()))
                .toList();
    }

    private List<AppointmentInfo> outside(PractitionerId practitioner, LocationId location, LocalDate day) {
        var directory = directories.current();
        var working = directory.working(practitioner, location, day.minusDays(1), day.plusDays(1));
        var outside = new ArrayList<AppointmentInfo>();
        for (var slot : directory.clock(location).day(day).slots()) {
            table.overlapping(practitioner.value(), location.value(), slot).stream()
                    .filter(row -> !working.covers(Spans.floorMinute(row.start()), Spans.ceilMinute(row.end())))
                    .forEach(row -> outside.add(names.name(row, directory, true)));
        }
        return outside.stream()
                .filter(appointment -> TO_COME.contains(appointment.status()))
                .toList();
    }

    private List<AppointmentInfo> named(List<CalendarRow> rows) {
        return names.name(rows, directories.current(), true).stream()
                .filter(appointment -> TO_COME.contains(appointment.status()))
                .toList();
    }
}
