package app.afterwell.webui.shell;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends what has changed to all instances, by one thread at a time: what piles up while one message is under way goes
 * out with the next, each topic once. A message that is lost costs a late refresh and nothing else.
 */
@Component
class LiveSender {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSender.class);

    private final JdbcClient jdbc;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock sending = new ReentrantLock();

    LiveSender(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns at once; the message is on its way a moment later. */
    void send(Collection<String> topics) {
        pending.addAll(topics);
        if (asked.compareAndSet(false, true)) {
            Thread.ofVirtual().name("live-updates-sender").start(this::sendPending);
        }
    }

    private void sendPending() {
        sending.lock();
        try {
            // From here on whoever has more asks again.
            asked.set(false);
            var topics = pending.toArray(String[]::new);
            for (var topic : topics) {
                pending.remove(topic);
            }
            if (topics.length > 0) {
                jdbc.sql("select pg_notify(:channel, topic) from unnest(:topics) topic")
                        .param("channel", LiveUpdates.CHANNEL)
                        .param("topics", topics)
                        .query((row, index) -> true)
                        .list();
            }
        } catch (DataAccessException e) {
            LOG.warn("Open pages were not told of a change: {}", e.getMessage());
        } finally {
            sending.unlock();
        }
    }
}
