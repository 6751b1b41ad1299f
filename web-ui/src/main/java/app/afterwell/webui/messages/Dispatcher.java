package app.afterwell.webui.messages;

import app.afterwell.intake.Way;
import app.afterwell.webui.shell.LiveUpdates;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends one message: looks whether it is still true, hands it over outside any transaction, and writes down what came of
 * it. Cut short between the two it is handed over again, with the same id: more than that SMTP does not let anybody know.
 */
@Component
class Dispatcher {

    /** Attempts wait one minute, two, four and so on, but never longer than this. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** What could not be sent for so long is given up. */
    static final Duration GIVEN_UP = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int LONGEST_DETAIL = 500;

    private final Composer composer;
    private final Map<Way, Channel> channels = new EnumMap<>(Way.class);
    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final LiveUpdates live;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Dispatcher(
            Composer composer,
            List<Channel> channels,
            JdbcClient sql,
            TransactionOperations transactions,
            LiveUpdates live,
            Clock clock) {
        this.composer = composer;
        channels.forEach(channel -> this.channels.put(channel.way(), channel));
        this.sql = sql;
        this.transactions = transactions;
        this.live = live;
        this.clock = clock;
    }

    /** @return when to try again; empty if there is nothing more to do */
    Optional<Instant> deliver(UUID id) {
        var taken = Objects.requireNonNull(transactions.execute(status -> take(id)));
        var ready = taken.ready();
        if (ready == null) {
            return Optional.ofNullable(taken.next());
        }
        try {
            Objects.requireNonNull(channels.get(ready.way())).send(ready.letter());
        } catch (NotTakenException e) {
            LOG.warn("Message {} was not taken ({}) at attempt {}", id, e.code(), taken.attempts());
            return Objects.requireNonNull(transactions.execute(status -> notTaken(id, taken.attempts(), e)));
        }
        transactions.executeWithoutResult(status -> sent(id, ready));
        return Optional.empty();
    }

    /** @param next when to look again; null if not at all, or because there is something to send now */
    private record Taken(
            Composed.@Nullable Ready ready,
            int attempts,
            @Nullable Instant next) {

        static final Taken NOTHING = new Taken(null, 0, null);
    }

    private Taken take(UUID id) {
        var now = clock.instant();
        var found = sql.sql("select * from message where id = :id for update")
                .param("id", id)
                .query(MessageRow::of)
                .optional();
        if (found.isEmpty()
                || found.get().state() != MessageState.WAITING && found.get().state() != MessageState.SENDING) {
            return Taken.NOTHING;
        }
        var message = found.get();
        if (message.state() == MessageState.WAITING && message.sendAt().isAfter(now)) {
            return new Taken(null, 0, message.sendAt());
        }
        return switch (composer.compose(message)) {
            case Composed.Drop drop -> {
                end(id, MessageState.DROPPED, drop.why(), null);
                yield Taken.NOTHING;
            }
            case Composed.Stuck stuck -> {
                end(id, MessageState.FAILED, stuck.why(), null);
                yield Taken.NOTHING;
            }
            case Composed.Later later -> {
                sql.sql("update message set send_at = :at, changed_at = :now where id = :id")
                        .param("at", Timestamp.from(later.when()))
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update();
                yield new Taken(null, 0, later.when());
            }
            case Composed.Ready ready -> {
                sql.sql("""
                        update message set state = 'SENDING', attempts = attempts + 1, tried_at = :now, changed_at = :now,
                            text = :text, channel = :channel, address = :address, subject = :subject
                        where id = :id
                        """)
                        .param("now", Timestamp.from(now))
                        .param("text", ready.text().name())
                        .param("channel", ready.way().name())
                        .param("address", ready.letter().to())
                        .param("subject", ready.letter().subject())
                        .param("id", id)
                        .update();
                yield new Taken(ready, message.attempts() + 1, null);
            }
        };
    }

    private void sent(UUID id, Composed.Ready ready) {
        var now = Timestamp.from(clock.instant());
        sql.sql("""
                update message set state = 'SENT', sent_at = :now, changed_at = :now, problem = null, detail = null
                where id = :id
                """).param("now", now).param("id", id).update();
        var told = ready.told();
        if (told != null) {
            sql.sql("""
                    insert into appointment_told (appointment_id, starts_at, ends_at, practitioner_id, location_id,
                        cancelled, sequence, told_at)
                    values (:id, :start, :end, :practitioner, :location, :cancelled, :sequence, :now)
                    on conflict (appointment_id) do update set starts_at = excluded.starts_at,
                        ends_at = excluded.ends_at, practitioner_id = excluded.practitioner_id,
                        location_id = excluded.location_id, cancelled = excluded.cancelled,
                        sequence = excluded.sequence, told_at = excluded.told_at
                    """)
                    .param("id", told.visit().id().value())
                    .param("start", Timestamp.from(told.visit().slot().start()))
                    .param("end", Timestamp.from(told.visit().slot().end()))
                    .param("practitioner", told.visit().practitioner().value())
                    .param("location", told.visit().location().value())
                    .param("cancelled", told.cancelled())
                    .param("sequence", told.sequence())
                    .param("now", now)
                    .update();
        }
        live.announce(Messages.LIVE);
    }

    private Optional<Instant> notTaken(UUID id, int attempts, NotTakenException e) {
        var now = clock.instant();
        var created = sql.sql("select created_at from message where id = :id")
                .param("id", id)
                .query(Timestamp.class)
                .single()
                .toInstant();
        if (e.forGood() || created.plus(GIVEN_UP).isBefore(now)) {
            end(id, MessageState.FAILED, e.forGood() ? e.code() : "given-up", e.getMessage());
            return Optional.empty();
        }
        var next = now.plus(wait(attempts));
        sql.sql("""
                update message set state = 'WAITING', send_at = :next, changed_at = :now, problem = :problem,
                    detail = :detail where id = :id and state = 'SENDING'
                """)
                .param("next", Timestamp.from(next))
                .param("now", Timestamp.from(now))
                .param("problem", e.code())
                .param("detail", cut(e.getMessage()))
                .param("id", id)
                .update();
        live.announce(Messages.LIVE);
        return Optional.of(next);
    }

    /** Twice as long as the time before, and up to a fifth more or less, so that not all come back at once. */
    private Duration wait(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        long millis = Math.min(wait.toMillis(), LONGEST_WAIT.toMillis());
        return Duration.ofMillis(Math.min(LONGEST_WAIT.toMillis(), Math.round(millis * random.nextDouble(0.8, 1.2))));
    }

    private void end(UUID id, MessageState state, String problem, @Nullable String detail) {
        sql.sql("""
                update message set state = :state, problem = :problem, detail = :detail, changed_at = :now where id = :id
                """)
                .param("state", state.name())
                .param("problem", problem)
                .param("detail", cut(detail))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        live.announce(Messages.LIVE);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
    }
}
