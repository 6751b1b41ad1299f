package app.afterwell.webui.api;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers to requests with an idempotency key, as they are kept for two days. */
@Component
class Replies {

    static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Replies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the key is new; it waits while another request with this key is at work */
    boolean begin(UUID account, String key, byte[] hash) {
        return jdbc.sql("""
                insert into api_reply (account_id, idempotency_key, request_hash, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """).params(account, key, hash, at(clock.instant())).update() == 1;
    }

    Reply find(UUID account, String key, byte[] hash) {
        return jdbc.sql("""
                select request_hash, status, location, content_type, body from api_reply
                where account_id = ? and idempotency_key = ?
                """)
                .params(account, key)
                .query((row, number) -> new Reply(
                        Arrays.equals(hash, row.getBytes("request_hash")),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("content_type"),
                        row.getBytes("body")))
                .single();
    }

    void keep(
            UUID account,
            String key,
            int status,
            @Nullable String location,
            @Nullable String contentType,
            byte[] body) {
        jdbc.sql("""
                update api_reply set status = ?, location = ?, content_type = ?, body = ?
                where account_id = ? and idempotency_key = ?
                """)
                .param(1, status)
                .param(2, location, Types.VARCHAR)
                .param(3, contentType, Types.VARCHAR)
                .param(4, body)
                .param(5, account)
                .param(6, key)
                .update();
    }

    int forgetOld() {
        return jdbc.sql("delete from api_reply where created_at < ?")
                .param(at(clock.instant().minus(KEPT)))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** @param same whether the request is the one that was answered */
    @SuppressWarnings("ArrayRecordComponent") // it only passes through
    record Reply(
            boolean same,
            int status,
            @Nullable String location,
            @Nullable String contentType,
            byte[] body) {}
}
