package app.afterwell.intake;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One condition as a row. */
record StoredCondition(ClientId client, ConditionEntry entry) {

    static final String INSERT = """
            insert into safety_condition (client_id, code, areas, since, until, cleared_by, pending)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    static Stream<StoredCondition> of(ClientId client, List<ConditionEntry> entries) {
        return entries.stream().map(entry -> new StoredCondition(client, entry));
    }

    void set(PreparedStatement row) throws SQLException {
        var areas = entry.areas().stream()
                .sorted()
                .map(area -> area.region() + ":" + area.side())
                .toArray();
        row.setObject(1, client.value());
        row.setString(2, entry.code().name());
        row.setArray(3, row.getConnection().createArrayOf("text", areas));
        row.setObject(4, entry.since());
        row.setObject(5, entry.until());
        row.setString(6, entry.clearedBy());
        row.setBoolean(7, entry.pending());
    }

    static ConditionEntry entry(ResultSet row) throws SQLException {
        var areas = Arrays.stream((String[]) row.getArray("areas").getArray())
                .map(StoredCondition::area)
                .collect(Collectors.toSet());
        return new ConditionEntry(
                Condition.valueOf(row.getString("code")),
                areas,
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("cleared_by"),
                row.getBoolean("pending"));
    }

    private static BodyArea area(String text) {
        int colon = text.indexOf(':');
        return new BodyArea(Region.valueOf(text.substring(0, colon)), Side.valueOf(text.substring(colon + 1)));
    }
}
