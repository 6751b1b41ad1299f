package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ContactWishes;
import app.afterwell.domain.QuestionsDeclined;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where is written down how clients want to hear from the clinic, for whoever writes to them. It asks nobody's leave. */
@Component
@Transactional
public class PreferenceBook implements ContactWishes {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PreferenceBook(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** What the client chose; whoever took back their consent to messages gets what is necessary and nothing else. */
    @Transactional(readOnly = true)
    public ContactChoices of(ClientId client) {
        return of(java.util.Set.of(client)).getOrDefault(client, new ContactChoices(Map.of(), null));
    }

    /** Those of several clients, in one query; a client without a choice is left out. */
    @Transactional(readOnly = true)
    public Map<ClientId, ContactChoices> of(Collection<ClientId> clients) {
        var ids = clients.stream().map(ClientId::value).toArray(UUID[]::new);
        Map<ClientId, Map<Topic, Way>> ways = new HashMap<>();
        Map<ClientId, LocalTime> times = new HashMap<>();
        sql.sql("""
                select client_id, topic, way, at_time from contact_preference where client_id = any(:ids)
                union all
                select client_id, 'WITHDRAWN', 'OFF', null from consent where client_id = any(:ids) and kind = 'MESSAGES'
                group by client_id having bool_and(withdrawn_at is not null)
                """)
                .param("ids", ids)
                .query((row, number) -> {
                    var client = new ClientId(row.getObject("client_id", UUID.class));
                    var chosen = ways.computeIfAbsent(client, key -> new EnumMap<>(Topic.class));
                    if ("WITHDRAWN".equals(row.getString("topic"))) {
                        for (var topic : Topic.values()) {
                            chosen.put(topic, Way.OFF);
                        }
                        return client;
                    }
                    chosen.merge(
                            Topic.valueOf(row.getString("topic")),
                            Way.valueOf(row.getString("way")),
                            (one, other) -> one == Way.OFF ? one : other);
                    @Nullable Time at = row.getTime("at_time");
                    if (at != null) {
                        times.put(client, at.toLocalTime());
                    }
                    return client;
                })
                .list();
        Map<ClientId, ContactChoices> all = new HashMap<>();
        ways.forEach((client, chosen) -> all.put(client, new ContactChoices(chosen, times.get(client))));
        return all;
    }

    /** Ends a topic, by the link in a message. Said twice, it is said once. */
    public void stop(ClientId client, Topic topic) {
        var before = of(client);
        var ways = new EnumMap<Topic, Way>(Topic.class);
        ways.putAll(before.ways());
        ways.put(topic, Way.OFF);
        keep(client, new ContactChoices(ways, before.careAt()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean declinesQuestions(ClientId client) {
        return of(client).way(Topic.CHECK_INS) == Way.OFF;
    }

    /** @return whether anything is different now */
    boolean keep(ClientId client, ContactChoices choices) {
        var before = of(client);
        if (before.equals(choices)) {
            return false;
        }
        for (var topic : Topic.values()) {
            sql.sql("""
                    insert into contact_preference (client_id, topic, way, at_time, changed_at)
                    values (:client, :topic, :way, :at, :now)
                    on conflict (client_id, topic) do update set way = excluded.way, at_time = excluded.at_time,
                        changed_at = excluded.changed_at
                    """)
                    .param("client", client.value())
                    .param("topic", topic.name())
                    .param("way", choices.way(topic).name())
                    .param("at", topic == Topic.CARE_PLAN ? choices.careAt() : null)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        if (before.way(Topic.CHECK_INS) != Way.OFF && choices.way(Topic.CHECK_INS) == Way.OFF) {
            events.publishEvent(new QuestionsDeclined(client));
        }
        events.publishEvent(new ContactChoicesChanged(client));
        return true;
    }
}
