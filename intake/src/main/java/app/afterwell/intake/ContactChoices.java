package app.afterwell.intake;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants to hear of what.
 *
 * @param ways of every topic
 * @param careAt when to be reminded of the day's care, by the client's clock; null if they have not said
 */
public record ContactChoices(Map<Topic, Way> ways, @Nullable LocalTime careAt) {

    /** When somebody is reminded who did not choose an hour. */
    public static final LocalTime USUAL_CARE = LocalTime.of(18, 0);

    public ContactChoices {
        var all = new EnumMap<Topic, Way>(Topic.class);
        for (var topic : Topic.values()) {
            var way = ways.getOrDefault(topic, topic.usual());
            all.put(topic, topic.necessary() && way == Way.OFF ? topic.usual() : way);
        }
        ways = Map.copyOf(all);
    }

    public Way way(Topic topic) {
        return ways.getOrDefault(topic, topic.usual());
    }

    /** When to be reminded of the day's care. */
    public LocalTime careTime() {
        return careAt == null ? USUAL_CARE : careAt;
    }
}
