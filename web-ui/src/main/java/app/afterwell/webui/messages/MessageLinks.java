package app.afterwell.webui.messages;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.intake.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links in messages; only their hash is stored. */
@Component
@Transactional
class MessageLinks {

    /** Somebody may end a topic by an old message too. */
    private static final Duration STOPS = Duration.ofDays(400);

    private static final int BYTES = 24;

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MessageLinks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a link stands for. */
    record Visiting(ClientId client, AppointmentId appointment) {}

    /** A time that is offered, and to whom. */
    record Offering(ClientId client, UUID offer) {}

    /** What a link ends. */
    record Stopping(ClientId client, Topic topic) {}

    /** The path of a link to one appointment, good until it begins. */
    String visit(UUID message, ClientId client, AppointmentId appointment, Instant until) {
        return "/visit/" + make(message, "VISIT", client, appointment, null, null, until);
    }

    /** The path of a link to a time that is offered, good as long as it is held. */
    String offer(UUID message, ClientId client, UUID offer, Instant until) {
        return "/offer/" + make(message, "OFFER", client, null, null, offer, until);
    }

    /** The path of a link that ends a topic. */
    String stop(UUID message, ClientId client, Topic topic) {
        return "/stop/"
                + make(
                        message,
                        "STOP",
                        client,
                        null,
                        topic,
                        null,
                        clock.instant().plus(STOPS));
    }

    /** @throws NotFoundException for a link that is outdated or unknown */
    @Transactional(readOnly = true)
    public Visiting visiting(String token) {
        return linked(
                token,
                "VISIT",
                (client, row) -> new Visiting(client, new AppointmentId(row.getObject("appointment_id", UUID.class))));
    }

    /** @throws NotFoundException for a link that is outdated or unknown */
    @Transactional(readOnly = true)
    public Offering offering(String token) {
        return linked(token, "OFFER", (client, row) -> new Offering(client, row.getObject("offer_id", UUID.class)));
    }

    /** @throws NotFoundException for a link that is outdated or unknown */
    @Transactional(readOnly = true)
    public Stopping stopping(String token) {
        return linked(token, "STOP", (client, row) -> new Stopping(client, Topic.valueOf(row.getString("topic"))));
    }

    private interface Reader<T> {
        T read(ClientId client, ResultSet row) throws SQLException;
    }

    private <T> T linked(String token, String purpose, Reader<T> reader) {
        return sql.sql("""
            select client_id, appointment_id, offer_id, topic from message_link
            where token_hash = :hash and purpose = :purpose and good_until > :now
            """)
                .param("hash", hash(token))
                .param("purpose", purpose)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> reader.read(new ClientId(row.getObject("client_id", UUID.class)), row))
                .optional()
                .orElseThrow(() -> new NotFoundException(purpose.toLowerCase(Locale.ROOT) + " link"));
    }

    private String make(
            UUID message,
            String purpose,
            ClientId client,
            @Nullable AppointmentId appointment,
            @Nullable Topic topic,
            @Nullable UUID offer,
            Instant until) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
            insert into message_link (token_hash, message_id, purpose, client_id, appointment_id, topic, offer_id,
                good_until)
            values (:hash, :message, :purpose, :client, :appointment, :topic, :offer, :until)
            """)
                .param("hash", hash(token))
                .param("message", message)
                .param("purpose", purpose)
                .param("client", client.value())
                .param("appointment", appointment == null ? null : appointment.value(), java.sql.Types.OTHER)
                .param("topic", topic == null ? null : topic.name())
                .param("offer", offer, java.sql.Types.OTHER)
                .param("until", Timestamp.from(until))
                .update();
        return token;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
