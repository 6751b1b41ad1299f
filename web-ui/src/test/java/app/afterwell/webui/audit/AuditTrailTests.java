package app.afterwell.webui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.api.ApiTests;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.TestActor;

class AuditTrailTests extends ApiTests {

    @Autowired
    AuditTrail audit;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatWasWrittenIsNeitherChangedNorTakenAway() {
        var subject = "test:" + UUID.randomUUID();
        TestActor.desk().run(() -> audit.record("test.look", subject, null, null));
        for (var attempt : List.of(
                "update audit_entry set action = 'nothing'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(attempt).update())
                    .withMessageContaining("append-only");
        }
        assertThat(actions(subject)).containsExactly("test.look");
    }

    @Test
    void anEntryIsPartOfWhatItTellsOf() {
        var subject = "test:" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            audit.record("test.change", subject, ClientId.next(), "because");
            status.setRollbackOnly();
        });
        assertThat(actions(subject)).isEmpty();
    }

    @Test
    void anEntrySaysWhoAndWhen() {
        var subject = "test:" + UUID.randomUUID();
        var desk = desk();
        desk.actor().run(() -> audit.record("test.look", subject, null, null));
        TestActor.signOut();
        audit.record("test.look", subject, null, null);
        assertThat(jdbc.sql("select actor_name, at from audit_entry where subject = ? order by id")
                        .param(subject)
                        .query((row, number) -> row.getString("actor_name") + " "
                                + row.getObject("at", OffsetDateTime.class).toInstant())
                        .list())
                .containsExactly("Test DESK " + START, "system " + START);
    }

    @Test
    void theOwnerReadsAllOfItAndTheClientWhoSawTheirRecord() {
        var client = ClientId.next();
        var word = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            TestActor.desk().run(() -> audit.record("test.look", "test:x", client, word));
        }
        var first = TestActor.owner().call(() -> log.find(word, null, 2));
        assertThat(first).hasSize(2);
        assertThat(TestActor.owner().call(() -> log.find(word, first.getLast().id(), 2)))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first);
        assertThat(TestActor.client(client).call(() -> log.of(client))).hasSize(3);
    }

    @Test
    void nobodyElseReadsIt() {
        var client = ClientId.next();
        for (var who : List.of(TestActor.desk(), TestActor.client(ClientId.next()))) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> who.run(() -> log.find("", null, 10)));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> who.run(() -> log.of(client)));
        }
    }

    private List<String> actions(String subject) {
        return jdbc.sql("select action from audit_entry where subject = ?")
                .param(subject)
                .query(String.class)
                .list();
    }
}
