package app.afterwell.webui.messages;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as it is stored. */
record MessageRow(
        UUID id,
        MessageKind kind,
        ClientId client,
        @Nullable AppointmentId appointment,
        @Nullable CheckInId checkIn,
        @Nullable PlanId plan,
        @Nullable Instant about,
        MessageState state,
        Instant sendAt,
        Instant createdAt,
        int attempts) {

    static MessageRow of(ResultSet row, int number) throws SQLException {
        @Nullable UUID appointment = row.getObject("appointment_id", UUID.class);
        @Nullable UUID checkIn = row.getObject("check_in_id", UUID.class);
        @Nullable UUID plan = row.getObject("plan_id", UUID.class);
        @Nullable Timestamp about = row.getTimestamp("about");
        return new MessageRow(
                row.getObject("id", UUID.class),
                MessageKind.valueOf(row.getString("kind")),
                new ClientId(row.getObject("client_id", UUID.class)),
                appointment == null ? null : new AppointmentId(appointment),
                checkIn == null ? null : new CheckInId(checkIn),
                plan == null ? null : new PlanId(plan),
                about == null ? null : about.toInstant(),
                MessageState.valueOf(row.getString("state")),
                row.getTimestamp("send_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"));
    }
}
