package app.afterwell.webui.messages;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is stored.
 *
 * @param offer a time that is offered
 * @param user of the staff, whom it goes to instead of the client
 */
record MessageRow(
        UUID id,
        MessageKind kind,
        ClientId client,
        @Nullable AppointmentId appointment,
        @Nullable CheckInId checkIn,
        @Nullable PlanId plan,
        @Nullable Instant about,
        @Nullable UUID offer,
        @Nullable TaskId task,
        @Nullable UserId user,
        MessageState state,
        Instant sendAt,
        Instant createdAt,
        int attempts) {

    static MessageRow of(ResultSet row, int number) throws SQLException {
        @Nullable UUID appointment = row.getObject("appointment_id", UUID.class);
        @Nullable UUID checkIn = row.getObject("check_in_id", UUID.class);
        @Nullable UUID plan = row.getObject("plan_id", UUID.class);
        @Nullable Timestamp about = row.getTimestamp("about");
        @Nullable UUID task = row.getObject("task_id", UUID.class);
        @Nullable UUID user = row.getObject("user_id", UUID.class);
        return new MessageRow(
                row.getObject("id", UUID.class),
                MessageKind.valueOf(row.getString("kind")),
                new ClientId(row.getObject("client_id", UUID.class)),
                appointment == null ? null : new AppointmentId(appointment),
                checkIn == null ? null : new CheckInId(checkIn),
                plan == null ? null : new PlanId(plan),
                about == null ? null : about.toInstant(),
                row.getObject("offer_id", UUID.class),
                task == null ? null : new TaskId(task),
                user == null ? null : new UserId(user),
                MessageState.valueOf(row.getString("state")),
                row.getTimestamp("send_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"));
    }
}
