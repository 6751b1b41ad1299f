package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calendars that programs subscribe to. Whoever holds the token reads, so it is long, kept only as a hash, and can be
 * revoked; a new one is made rather than an old one shown again.
 */
@Service
public class CalendarFeeds {

    private static final int TOKEN_BYTES = 32;
    private static final Duration PAST = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final CalendarTable table;
    private final DirectoryReader directories;
    private final ClientDirectory clients;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            JdbcClient jdbc,
            CalendarTable table,
            DirectoryReader directories,
            ClientDirectory clients,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.directories = directories;
        this.clients = clients;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a token for a therapist's calendar. It is told this once. */
    @PreAuthorize("hasRole('OWNER') or principal.is(#practitioner)")
    @Transactional
    public String issue(PractitionerId practitioner) {
        directories.current().practitioner(practitioner);
        return issue(practitioner.value(), null);
    }

    /** Makes a token for a client's calendar. It is told this once. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST') or principal.actsFor(#client)")
    @Transactional
    public String issue(ClientId client) {
        if (!clients.cards(Set.of(client)).containsKey(client)) {
            throw new NotFoundException("client " + client);
        }
        return issue(null, client.value());
    }

    private String issue(@Nullable UUID practitioner, @Nullable UUID client) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = Ids.next();
        jdbc.sql("""
                insert into calendar_feed (id, token_hash, practitioner_id, client_id, made_at, made_by)
                values (?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        hash(token),
                        practitioner,
                        client,
                        CalendarTable.time(clock.instant()),
                        currentActor.require().userId().value()))
                .update();
        audit.record("calendar-feed.issued", "calendar-feed:" + id, client == null ? null : new ClientId(client), null);
        return token;
    }

    /** The addresses of a therapist's calendar that work, the newest first. */
    @PreAuthorize("hasRole('OWNER') or principal.is(#practitioner)")
    @Transactional(readOnly = true)
    public List<CalendarFeed> of(PractitionerId practitioner) {
        return list("practitioner_id", practitioner.value());
    }

    /** The addresses of a client's calendar that work, the newest first. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST') or principal.actsFor(#client)")
    @Transactional(readOnly = true)
    public List<CalendarFeed> of(ClientId client) {
        return list("client_id", client.value());
    }

    private List<CalendarFeed> list(String column, UUID id) {
        return jdbc.sql("select id, made_at, read_at from calendar_feed where revoked_at is null and " + column
                        + " = ? order by made_at desc, id")
                .param(id)
                .query((row, number) -> {
                    var read = row.getObject("read_at", OffsetDateTime.class);
                    return new CalendarFeed(
                            row.getObject("id", UUID.class),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    /** Makes all addresses of a therapist's calendar invalid. */
    @PreAuthorize("hasRole('OWNER') or principal.is(#practitioner)")
    @Transactional
    public void revoke(PractitionerId practitioner) {
        revoke("practitioner_id", practitioner.value(), null);
    }

    /** Makes all addresses of a client's calendar invalid. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST') or principal.actsFor(#client)")
    @Transactional
    public void revoke(ClientId client) {
        revoke("client_id", client.value(), client);
    }

    private void revoke(String column, UUID id, @Nullable ClientId client) {
        jdbc.sql("update calendar_feed set revoked_at = ? where revoked_at is null and " + column + " = ?")
                .params(CalendarTable.time(clock.instant()), id)
                .update();
        audit.record("calendar-feed.revoked", "calendar-feeds-of:" + id, client, null);
    }

    /**
     * What the calendar with this token holds: two months back and a little more than a year ahead.
     *
     * @throws NotFoundException if there is none, or it was revoked
     */
    @PreAuthorize("permitAll()")
    @Transactional
    public FeedContent read(String token) {
        record Owner(
                UUID id,
                @Nullable UUID practitioner,
                @Nullable UUID client) {}
        var owner = jdbc.sql("""
                        select id, practitioner_id, client_id from calendar_feed
                        where token_hash = ? and revoked_at is null""")
                .param(hash(token))
                .query((row, number) -> new Owner(
                        row.getObject("id", UUID.class),
                        row.getObject("practitioner_id", UUID.class),
                        row.getObject("client_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFoundException("calendar feed"));
        var now = clock.instant();
        jdbc.sql("update calendar_feed set read_at = ? where id = ?")
                .params(CalendarTable.time(now), owner.id())
                .update();
        var rows = owner.practitioner() != null
                ? table.feed("practitioner_id", owner.practitioner(), now.minus(PAST), now.plus(AHEAD))
                : table.feed("client_id", owned(owner.client()), now.minus(PAST), now.plus(AHEAD));
        return content(owner.practitioner(), owner.client(), rows);
    }

    private static UUID owned(@Nullable UUID client) {
        if (client == null) {
            throw new IllegalStateException("a feed belongs to somebody");
        }
        return client;
    }

    private FeedContent content(@Nullable UUID practitioner, @Nullable UUID client, List<CalendarRow> rows) {
        var directory = directories.current();
        var ids = rows.stream().map(row -> new ClientId(row.client())).collect(Collectors.toSet());
        if (client != null) {
            ids.add(new ClientId(client));
        }
        var cards = clients.cards(ids);
        var moves = table.lastMoves(rows.stream().map(CalendarRow::id).toList());
        boolean therapist = practitioner != null;
        var ownCard = client == null ? null : cards.get(new ClientId(client));
        var name = practitioner != null
                ? directory.practitioner(new PractitionerId(practitioner)).name()
                : ownCard == null ? "" : ownCard.name();
        return new FeedContent(
                name,
                therapist,
                rows.stream()
                        .map(row -> {
                            var card = cards.get(new ClientId(row.client()));
                            var location = directory.location(new LocationId(row.location()));
                            var moved = moves.getOrDefault(row.id(), Instant.MIN);
                            var since = moved.isAfter(row.statusSince()) ? moved : row.statusSince();
                            return new FeedContent.Visit(
                                    new AppointmentId(row.id()),
                                    row.version(),
                                    since,
                                    new TimeSlot(row.start(), row.end()),
                                    location.zone(),
                                    row.status(),
                                    therapist ? initials(card == null ? "" : card.name()) : null,
                                    therapist
                                            ? null
                                            : directory
                                                    .practitioner(new PractitionerId(row.practitioner()))
                                                    .name(),
                                    location.name(),
                                    location.address(),
                                    row.room() == null
                                            ? null
                                            : directory
                                                    .room(new RoomId(row.room()))
                                                    .name());
                        })
                        .toList());
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toString(part.codePointAt(0)) + ".")
                .collect(Collectors.joining(" "));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
