package app.afterwell.webui.messages;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UserId;
import app.afterwell.webui.security.StaffAddresses;
import app.afterwell.webui.shell.LiveUpdates;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of messages, and what was sent to a client. Nothing here shows what a message says. */
@Service
@Transactional
public class Messages {

    /** The topic of live updates. */
    static final String LIVE = "messages";

    private static final int MOST = 200;
    private static final int LONGEST_DETAIL = 500;

    private final JdbcClient sql;
    private final ClientDirectory clients;
    private final SchedulerClient scheduler;
    private final StaffAddresses staff;
    private final LiveUpdates live;
    private final AuditTrail audit;
    private final Clock clock;

    Messages(
            JdbcClient sql,
            ClientDirectory clients,
            SchedulerClient scheduler,
            StaffAddresses staff,
            LiveUpdates live,
            AuditTrail audit,
            Clock clock) {
        this.sql = sql;
        this.clients = clients;
        this.scheduler = scheduler;
        this.staff = staff;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which part of the queue. */
    enum Part {
        DUE("state in ('WAITING', 'SENDING') and (send_at <= :now or attempts > 0)", "send_at, id"),
        LATER("state = 'WAITING' and send_at > :now and attempts = 0", "send_at, id"),
        FAILED("state = 'FAILED'", "changed_at desc, id"),
        SENT("state = 'SENT'", "changed_at desc, id"),
        DROPPED("state in ('DROPPED', 'CANCELLED')", "changed_at desc, id");

        private final String where;
        private final String order;

        Part(String where, String order) {
            this.where = where;
            this.order = order;
        }
    }

    /**
     * A message as the queue shows it.
     *
     * @param text which wording went out; null before the first attempt
     * @param problem a code: why it waits, was dropped or failed
     * @param detail what the other side said
     * @param user of the staff, whom it goes to instead of the client
     */
    record Line(
            UUID id,
            MessageKind kind,
            @Nullable MessageText text,
            ClientId client,
            MessageState state,
            Instant sendAt,
            int attempts,
            @Nullable Instant triedAt,
            @Nullable Instant sentAt,
            @Nullable String channel,
            @Nullable String address,
            @Nullable String problem,
            @Nullable String detail,
            Instant changedAt,
            @Nullable UserId user) {}

    /** A message with the name of whom it is for. */
    record Named(Line line, String clientName) {}

    /** How many stand where. */
    record Counts(long due, long later, long failed, long sent, long dropped) {

        long of(Part part) {
            return switch (part) {
                case DUE -> due;
                case LATER -> later;
                case FAILED -> failed;
                case SENT -> sent;
                case DROPPED -> dropped;
            };
        }
    }

    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    List<Named> list(Part part) {
        return lines("where " + part.where + " order by " + part.order + " limit " + MOST, null);
    }

    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    Counts counts() {
        return sql.sql("select " + count(Part.DUE) + ", " + count(Part.LATER) + ", " + count(Part.FAILED) + ", "
                        + count(Part.SENT) + ", " + count(Part.DROPPED) + " from message")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    private static String count(Part part) {
        return "count(*) filter (where " + part.where + ")";
    }

    /** What was sent to a client or could not be, the latest first. */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    @Transactional(readOnly = true)
    List<Named> of(ClientId client, int most) {
        return lines("""
                where client_id = :client and user_id is null and (state in ('SENT', 'FAILED', 'SENDING') or attempts > 0)
                order by changed_at desc, id limit\s""" + Math.min(most, MOST), client);
    }

    /** How many messages of a client did not reach them since then, for whoever is about to see them. */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    @Transactional(readOnly = true)
    public int failed(ClientId client, Instant since) {
        return sql.sql("""
            select count(*) from message where client_id = :client and state = 'FAILED' and changed_at > :since
            """)
                .param("client", client.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Tries a message now, whatever hindered it; it is still looked at whether it is true. */
    @PreAuthorize("hasRole('OWNER')")
    void retry(UUID id) {
        var now = clock.instant();
        int changed =
                sql.sql("""
                    update message set state = 'WAITING', send_at = :now, changed_at = :now, problem = null, detail = null
                    where id = :id and state in ('WAITING', 'FAILED', 'CANCELLED')
                    """).param("now", Timestamp.from(now)).param("id", id).update();
        if (changed == 0) {
            throw new NotFoundException("message " + id);
        }
        start(id, now);
        audit.record("message.retry", "message:" + id, null, null);
    }

    /**
     * Tries everything now that waits for another attempt or has failed for want of a channel.
     *
     * @return how many
     */
    @PreAuthorize("hasRole('OWNER')")
    int drain() {
        var now = clock.instant();
        var ids =
                sql.sql("""
                    update message set state = 'WAITING', send_at = :now, changed_at = :now
                    where state = 'WAITING' and (attempts > 0 or send_at <= :now)
                        or state = 'FAILED' and problem in ('no-mail-server', 'no-sms-provider', 'given-up')
                    returning id
                    """).param("now", Timestamp.from(now)).query(UUID.class).list();
        ids.forEach(id -> start(id, now));
        if (!ids.isEmpty()) {
            audit.record("message.drain", "messages", null, null);
        }
        return ids.size();
    }

    /** Takes a message out of the queue. */
    @PreAuthorize("hasRole('OWNER')")
    void cancel(UUID id) {
        int changed = sql.sql("""
            update message set state = 'CANCELLED', changed_at = :now where id = :id and state in ('WAITING', 'FAILED')
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new NotFoundException("message " + id);
        }
        audit.record("message.cancel", "message:" + id, null, null);
    }

    /**
     * Marks that a message was sent and came back.
     *
     * @return false if it had come back before, or is none of ours
     */
    boolean cameBack(Bounce bounce) {
        int changed = sql.sql("""
            update message set state = 'FAILED', problem = 'bounced', detail = :said, changed_at = :now
            where id = :id and state = 'SENT'
            """)
                .param("said", bounce.said().substring(0, Math.min(bounce.said().length(), LONGEST_DETAIL)))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", bounce.message())
                .update();
        if (changed > 0) {
            live.announce(LIVE);
        }
        return changed > 0;
    }

    private void start(UUID id, Instant at) {
        var job = MessageJobs.SEND.instance(id.toString());
        if (!scheduler.scheduleIfNotExists(job.build(), at)) {
            scheduler.reschedule(job.build(), at);
        }
    }

    private List<Named> lines(String rest, @Nullable ClientId client) {
        var lines = sql.sql("select * from message " + rest)
                .param("now", Timestamp.from(clock.instant()))
                .param("client", client == null ? null : client.value(), java.sql.Types.OTHER)
                .query((row, number) -> {
                    @Nullable String text = row.getString("text");
                    @Nullable Timestamp tried = row.getTimestamp("tried_at");
                    @Nullable Timestamp sent = row.getTimestamp("sent_at");
                    return new Line(
                            row.getObject("id", UUID.class),
                            MessageKind.valueOf(row.getString("kind")),
                            text == null ? null : MessageText.valueOf(text),
                            new ClientId(row.getObject("client_id", UUID.class)),
                            MessageState.valueOf(row.getString("state")),
                            row.getTimestamp("send_at").toInstant(),
                            row.getInt("attempts"),
                            tried == null ? null : tried.toInstant(),
                            sent == null ? null : sent.toInstant(),
                            row.getString("channel"),
                            row.getString("address"),
                            row.getString("problem"),
                            row.getString("detail"),
                            row.getTimestamp("changed_at").toInstant(),
                            user(row.getObject("user_id", UUID.class)));
                })
                .list();
        var cards = clients.cards(lines.stream().map(Line::client).collect(Collectors.toSet()));
        var names = staff.names(
                lines.stream().map(Line::user).filter(Objects::nonNull).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> {
                    @Nullable UserId user = line.user();
                    @Nullable ClientCard card = cards.get(line.client());
                    if (user != null) {
                        return new Named(line, names.getOrDefault(user, "–"));
                    }
                    return new Named(line, card == null ? "–" : card.name());
                })
                .toList();
    }

    private static @Nullable UserId user(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }
}
