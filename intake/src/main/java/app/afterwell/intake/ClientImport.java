package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over many clients at once. Nothing is published: whoever imports imports what follows from it as well. */
@Service
public class ClientImport {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    ClientImport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the clients and their safety profiles, all or none. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void add(List<ImportedClient> clients) {
        jdbc.batchUpdate("""
                insert into client (id, name, email, phone, birth_date, zone, language, created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0)
                """, clients, BATCH, (row, client) -> {
            row.setObject(1, client.id().value());
            row.setString(2, client.name());
            row.setString(3, client.email());
            row.setString(4, client.phone());
            row.setObject(5, client.birthDate());
            row.setString(6, client.zone().getId());
            row.setString(7, client.language().toLanguageTag());
            row.setTimestamp(8, Timestamp.from(client.since()));
        });
        List<Profile> profiles = new ArrayList<>();
        List<StoredCondition> conditions = new ArrayList<>();
        for (var client : clients) {
            var profile = client.profile();
            if (profile != null) {
                profiles.add(new Profile(client.id(), profile));
                StoredCondition.of(client.id(), profile.conditions()).forEach(conditions::add);
            }
        }
        jdbc.batchUpdate("""
                insert into safety_profile (client_id, version, confirmed_on, notes, changed_at)
                values (?, 1, ?, ?, ?::timestamp at time zone 'UTC')
                """, profiles, BATCH, (row, profile) -> {
            row.setObject(1, profile.client().value());
            row.setObject(2, profile.imported().confirmedOn());
            row.setString(3, profile.imported().notes());
            row.setObject(4, profile.imported().confirmedOn().atTime(12, 0));
        });
        jdbc.batchUpdate(StoredCondition.INSERT, conditions, BATCH, (row, condition) -> condition.set(row));
    }

    private record Profile(ClientId client, ImportedClient.ImportedProfile imported) {}
}
