package app.afterwell.booking;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the directory's tables, one or many of a kind at a time. */
@Component
class DirectoryWriter {

    private final JdbcTemplate jdbc;

    DirectoryWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are new are added, those that are known are changed if they still have the version that is given. */
    void locations(Collection<LocationInfo> all) {
        var rows = rows(all, each -> new @Nullable Object[] {
            each.id().value(),
            each.version(),
            each.code(),
            each.name(),
            each.zone().getId(),
            each.country(),
            each.phone(),
            each.address(),
            each.rules().stepMinutes(),
            each.rules().leadMinutes(),
            each.rules().horizonDays(),
            each.rules().noticeHours(),
            each.active()
        });
        upsert(
                "location",
                "code, name, zone, country, phone, address, step_minutes, lead_minutes, horizon_days, notice_hours, active",
                rows);
        replace(
                "location_hours",
                "location_id",
                "weekday, from_time, to_time",
                ids(all, each -> each.id().value()),
                all.stream()
                        .flatMap(each -> each.hours().stream().map(span -> new @Nullable Object[] {
                            each.id().value(), span.day().getValue(), span.from(), span.to()
                        }))
                        .toList());
    }

    void rooms(Collection<RoomInfo> all) {
        upsert("room", "location_id, name, lanes, turnover_minutes, active", rows(all, each -> new @Nullable Object[] {
            each.id().value(),
            each.version(),
            each.location().value(),
            each.name(),
            each.lanes(),
            each.turnoverMinutes(),
            each.active()
        }));
    }

    void practitioners(Collection<PractitionerInfo> all) {
        upsert(
                "practitioner", "name, daily_limit, active", rows(all, each -> new @Nullable Object[] {
                    each.id().value(), each.version(), each.name(), each.dailyLimit(), each.active()
                }));
        var ids = ids(all, each -> each.id().value());
        replace(
                "practitioner_hours",
                "practitioner_id",
                "location_id, weekday, from_time, to_time, usual_room_id",
                ids,
                all.stream()
                        .flatMap(each -> each.hours().stream().map(span -> new @Nullable Object[] {
                            each.id().value(),
                            span.location().value(),
                            span.day().getValue(),
                            span.from(),
                            span.to(),
                            span.usualRoom() == null ? null : span.usualRoom().value()
                        }))
                        .toList());
        replace(
                "practitioner_break",
                "practitioner_id",
                "location_id, weekday, from_time, to_time, label",
                ids,
                all.stream()
                        .flatMap(each -> each.breaks().stream().map(span -> new @Nullable Object[] {
                            each.id().value(),
                            span.location().value(),
                            span.day().getValue(),
                            span.from(),
                            span.to(),
                            span.label()
                        }))
                        .toList());
    }

    void services(Collection<ServiceInfo> all) {
        upsert(
                "service",
                "code, name, description, minutes, buffer_before, buffer_after, price_minor, currency, online_bookable, active",
                rows(all, each -> new @Nullable Object[] {
                    each.id().value(),
                    each.version(),
                    each.code(),
                    each.name(),
                    each.description(),
                    each.minutes(),
                    each.bufferBefore(),
                    each.bufferAfter(),
                    each.price().minor(),
                    each.price().currency(),
                    each.onlineBookable(),
                    each.active()
                }));
        var ids = ids(all, each -> each.id().value());
        replace(
                "service_practitioner",
                "service_id",
                "practitioner_id",
                ids,
                all.stream()
                        .flatMap(each -> each.practitioners().stream()
                                .map(other -> new @Nullable Object[] {each.id().value(), other.value()}))
                        .toList());
        replace(
                "service_room",
                "service_id",
                "room_id",
                ids,
                all.stream()
                        .flatMap(each -> each.rooms().stream()
                                .map(other -> new @Nullable Object[] {each.id().value(), other.value()}))
                        .toList());
    }

    /** @param columns all but {@code id} and {@code version}, which come first in each row */
    private void upsert(String table, String columns, List<@Nullable Object[]> rows) {
        var sets = new ArrayList<String>();
        for (var column : columns.split(", ")) {
            sets.add(column + " = excluded." + column);
        }
        var sql =
                "insert into %1$s (id, version, %2$s) values (%3$s) on conflict (id) do update set version = %1$s.version + 1, %4$s where %1$s.version = excluded.version"
                        .formatted(table, columns, marks(sets.size() + 2), String.join(", ", sets));
        try {
            for (int written : jdbc.batchUpdate(sql, rows)) {
                if (written == 0) {
                    throw new ConflictException("stale-version", "Somebody has changed this meanwhile.");
                }
            }
        } catch (DuplicateKeyException e) {
            var field = table.equals("room") ? "name" : "code";
            throw UnacceptableException.field(field, "taken", "There is already one with this " + field + ".");
        }
    }

    /** @param rows starting with the owner */
    private void replace(String table, String owner, String columns, UUID[] owners, List<@Nullable Object[]> rows) {
        jdbc.update("delete from " + table + " where " + owner + " = any(?)", (Object) owners);
        jdbc.batchUpdate(
                "insert into %s (%s, %s) values (%s)"
                        .formatted(table, owner, columns, marks(columns.split(", ").length + 1)),
                rows);
    }

    private static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    private static <T> List<@Nullable Object[]> rows(Collection<T> all, Function<T, @Nullable Object[]> row) {
        return all.stream().map(row).toList();
    }

    private static <T> UUID[] ids(Collection<T> all, Function<T, UUID> id) {
        return all.stream().map(id).toArray(UUID[]::new);
    }
}
