package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.SafetyProfiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The safety profiles as they are kept. Whether a client is a minor follows from the date of birth where it is known, so
 * it is never kept and never out of date.
 */
@Component
class StoredProfiles implements SafetyProfiles {

    private static final int OF_AGE = 18;
    private static final Comparator<ConditionEntry> BY_CODE = Comparator.comparing(ConditionEntry::code);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    StoredProfiles(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SafetyProfile> of(ClientId client) {
        return Optional.ofNullable(of(List.of(client)).get(client));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ClientId, SafetyProfile> of(Collection<ClientId> clients) {
        if (clients.isEmpty()) {
            return Map.of();
        }
        Map<ClientId, Kept> kept = new HashMap<>();
        jdbc.sql("""
                select p.client_id, p.version, p.confirmed_on, p.notes, c.birth_date, c.zone,
                       s.code, s.areas, s.since, s.until, s.cleared_by, s.pending
                from safety_profile p join client c on c.id = p.client_id
                left join safety_condition s on s.client_id = p.client_id
                where p.client_id = any(?)
                """)
                .param(clients.stream().map(ClientId::value).distinct().toArray(UUID[]::new))
                .query(row -> {
                    var client = new ClientId(row.getObject("client_id", UUID.class));
                    var profile = kept.get(client);
                    if (profile == null) {
                        profile = kept(row);
                        kept.put(client, profile);
                    }
                    if (row.getString("code") != null) {
                        profile.conditions().add(StoredCondition.entry(row));
                    }
                });
        Map<ClientId, SafetyProfile> profiles = new HashMap<>();
        kept.forEach((client, profile) ->
                profiles.put(client, new SafetyProfile(profile.version(), profile.confirmedOn(), withAge(profile))));
        return profiles;
    }

    /** The profile for a change: nobody else changes it before this transaction ends. */
    Optional<Kept> lock(ClientId client) {
        return jdbc.sql("""
                select p.version, p.confirmed_on, p.notes, c.birth_date, c.zone
                from safety_profile p join client c on c.id = p.client_id where p.client_id = ? for update of p
                """)
                .param(client.value())
                .query((row, number) -> kept(row))
                .optional()
                .map(profile -> {
                    profile.conditions().addAll(conditions(client));
                    return profile;
                });
    }

    String notes(ClientId client) {
        return jdbc.sql("select notes from safety_profile where client_id = ?")
                .param(client.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** @return false if somebody else put the first one on file meanwhile */
    boolean putFirst(ClientId client, LocalDate confirmedOn, String notes, List<ConditionEntry> conditions) {
        boolean first = jdbc.sql("""
                insert into safety_profile (client_id, version, confirmed_on, notes, changed_at)
                values (?, 1, ?, ?, ?) on conflict do nothing
                """)
                        .params(client.value(), confirmedOn, notes, at(clock.instant()))
                        .update()
                == 1;
        if (first) {
            insert(client, conditions);
        }
        return first;
    }

    void put(ClientId client, int version, LocalDate confirmedOn, String notes) {
        jdbc.sql(
                        "update safety_profile set version = ?, confirmed_on = ?, notes = ?, changed_at = ? where client_id = ?")
                .params(version, confirmedOn, notes, at(clock.instant()), client.value())
                .update();
    }

    void replace(ClientId client, List<ConditionEntry> conditions) {
        jdbc.sql("delete from safety_condition where client_id = ?")
                .param(client.value())
                .update();
        insert(client, conditions);
    }

    /** Those among these clients who have any condition on file, or are minors. */
    Set<ClientId> withConditions(Collection<ClientId> clients) {
        Set<ClientId> found = new HashSet<>();
        of(clients).forEach((client, profile) -> {
            if (!profile.conditions().isEmpty()) {
                found.add(client);
            }
        });
        return found;
    }

    private void insert(ClientId client, List<ConditionEntry> conditions) {
        batches.batchUpdate(
                StoredCondition.INSERT,
                StoredCondition.of(client, conditions).toList(),
                100,
                (row, condition) -> condition.set(row));
    }

    private List<ConditionEntry> conditions(ClientId client) {
        return jdbc.sql(
                        "select code, areas, since, until, cleared_by, pending from safety_condition where client_id = ?")
                .param(client.value())
                .query((row, number) -> StoredCondition.entry(row))
                .list();
    }

    private List<ConditionEntry> withAge(Kept profile) {
        List<ConditionEntry> conditions = new ArrayList<>(profile.conditions());
        var born = profile.birthDate();
        if (born != null) {
            conditions.removeIf(entry -> entry.code() == Condition.MINOR);
            if (born.plusYears(OF_AGE).isAfter(LocalDate.ofInstant(clock.instant(), profile.zone()))) {
                conditions.add(ConditionEntry.of(Condition.MINOR));
            }
        }
        conditions.sort(BY_CODE);
        return conditions;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getInt("version"),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("notes"),
                row.getObject("birth_date", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                new ArrayList<>());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** @param conditions may be added to while it is read */
    record Kept(
            int version,
            LocalDate confirmedOn,
            String notes,
            @Nullable LocalDate birthDate,
            ZoneId zone,
            List<ConditionEntry> conditions) {}
}
