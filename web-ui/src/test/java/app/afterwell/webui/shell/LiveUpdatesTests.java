package app.afterwell.webui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.AppointmentBooked;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.TestActor;

class LiveUpdatesTests extends PageTests {

    @Autowired
    LiveUpdates updates;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        signIn(TestActor.therapist(PractitionerId.next()));
    }

    @Test
    void anOpenPageHearsOfAChangeWhenItIsCommittedAndNotBefore() {
        var client = ClientId.next();
        updates.subscribe(attached(), LiveUpdates.client(client), heard::add);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new AppointmentBooked(AppointmentId.next(), client, 0));
            assertThat(heard).isEmpty();
        });
        awaitLive(() -> heard.contains("client:" + client));
    }

    @Test
    void nobodyHearsOfAChangeThatWasTakenBack() {
        var takenBack = ClientId.next();
        var kept = ClientId.next();
        updates.subscribe(attached(), LiveUpdates.client(takenBack), heard::add);
        updates.subscribe(attached(), LiveUpdates.client(kept), heard::add);
        transaction.executeWithoutResult(status -> {
            updates.announce(LiveUpdates.client(takenBack));
            status.setRollbackOnly();
        });
        updates.announce(LiveUpdates.client(kept));
        awaitLive(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("client:" + kept);
    }

    @Test
    void aPageThatHasGoneHearsNothing() {
        var topic = LiveUpdates.client(ClientId.next());
        var other = LiveUpdates.client(ClientId.next());
        var gone = attached();
        updates.subscribe(gone, topic, heard::add);
        updates.subscribe(attached(), other, heard::add);
        UI.getCurrent().remove(gone);
        updates.announce(topic);
        updates.announce(other);
        awaitLive(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(other);
    }

    @Test
    void aLostConnectionIsTakenUpAgainAndEveryPageLooksOnceMore() {
        var topic = LiveUpdates.client(ClientId.next());
        updates.subscribe(attached(), topic, heard::add);
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'afterwell live updates' and datname = current_database()")
                .query()
                .listOfRows();
        awaitLive(() -> heard.contains(topic));
        heard.clear();
        updates.announce(topic);
        awaitLive(() -> heard.contains(topic));
    }

    private static Div attached() {
        var part = new Div();
        UI.getCurrent().add(part);
        return part;
    }
}
