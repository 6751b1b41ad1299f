package app.afterwell.webui.shell;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.lock.ScreenLocks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open screens that something they show has changed, on every instance of the application: what is announced in
 * a transaction goes out through the database when it has committed.
 */
@org.springframework.stereotype.Component
public class LiveUpdates {

    /** The appointments of the calendar, at whatever location. */
    public static final String DAY = "day";

    /** What staff owe. */
    public static final String TASKS = "tasks";

    static final String CHANNEL = "afterwell";

    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private final LiveSender sender;
    private final Map<String, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();

    LiveUpdates(LiveSender sender) {
        this.sender = sender;
    }

    /** All that concerns one client: appointments, plans, check-ins, intake. */
    public static String client(ClientId client) {
        return "client:" + client;
    }

    /** The note of one visit. */
    public static String note(AppointmentId appointment) {
        return "note:" + appointment;
    }

    /**
     * Says that the topic has changed, once the current transaction has committed or, without one, at once. The message
     * goes out on a connection of its own: a transaction that notifies takes a lock at its commit that all others wait
     * for, and bookings would go one by one.
     */
    public void announce(String topic) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            sender.send(Set.of(topic));
            return;
        }
        var registered = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Announcement.class::isInstance)
                .map(Announcement.class::cast)
                .findFirst();
        if (registered.isPresent()) {
            registered.get().topics.add(topic);
        } else {
            var announcement = new Announcement();
            announcement.topics.add(topic);
            TransactionSynchronizationManager.registerSynchronization(announcement);
        }
    }

    /** What one transaction has changed. */
    private final class Announcement implements TransactionSynchronization {

        private final Set<String> topics = new LinkedHashSet<>();

        @Override
        public void afterCommit() {
            sender.send(topics);
        }
    }

    /**
     * Calls {@code onChange} with the topic, inside the owner's UI, whenever the topic has changed, as long as the owner
     * is attached. After the connection to the database was lost it is called once more, since something may have been
     * missed.
     */
    public Registration subscribe(Component owner, String topic, SerializableConsumer<String> onChange) {
        var subscription = new Subscription(topic, onChange);
        var attached = owner.addAttachListener(event -> listen(subscription, event.getUI()));
        var detached = owner.addDetachListener(event -> forget(subscription));
        owner.getUI().ifPresent(ui -> listen(subscription, ui));
        return Registration.once(() -> {
            attached.remove();
            detached.remove();
            forget(subscription);
        });
    }

    /** Passes what came from the database on to the screens of this instance. */
    void deliver(Collection<String> topics) {
        Set.copyOf(topics)
                .forEach(topic -> subscriptions.getOrDefault(topic, Set.of()).forEach(this::deliver));
    }

    /** Makes every screen look again. */
    void deliverAll() {
        List.copyOf(subscriptions.values()).forEach(all -> all.forEach(this::deliver));
    }

    private void deliver(Subscription subscription) {
        @Nullable UI ui = subscription.ui;
        if (ui == null) {
            return;
        }
        try {
            ui.access(() -> tell(subscription, ui));
        } catch (UIDetachedException e) {
            LOG.debug("A screen that listened to {} has gone", subscription.topic);
            forget(subscription);
        }
    }

    /** Nothing new reaches a locked screen; it looks again when it is opened. */
    private static void tell(Subscription subscription, UI ui) {
        if (ScreenLocks.isLocked(ui.getSession())) {
            subscription.missed = true;
        } else {
            subscription.onChange.accept(subscription.topic);
        }
    }

    /** Makes a screen that was locked look at what has changed meanwhile. */
    void catchUp(UI ui) {
        List.copyOf(subscriptions.values()).stream()
                .flatMap(all -> all.stream())
                .filter(subscription -> ui.equals(subscription.ui) && subscription.missed)
                .forEach(subscription -> {
                    subscription.missed = false;
                    subscription.onChange.accept(subscription.topic);
                });
    }

    private void listen(Subscription subscription, UI ui) {
        subscription.ui = ui;
        subscriptions
                .computeIfAbsent(subscription.topic, topic -> ConcurrentHashMap.newKeySet())
                .add(subscription);
    }

    private void forget(Subscription subscription) {
        subscription.ui = null;
        subscriptions.computeIfPresent(subscription.topic, (topic, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    private static final class Subscription {

        private final String topic;
        private final SerializableConsumer<String> onChange;
        private volatile @Nullable UI ui;
        private volatile boolean missed;

        Subscription(String topic, SerializableConsumer<String> onChange) {
            this.topic = topic;
            this.onChange = onChange;
        }
    }
}
