package app.afterwell.webui.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.webui.api.ApiTests;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstStartTests extends ApiTests {

    private static final List<String> TABLES = List.of("account", "account_role", "account_client");

    @Autowired
    StoredAccounts storedAccounts;

    @Autowired
    NewAccounts newAccounts;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void ofManyFirstOwnersAtOnceOneIsMade() throws Exception {
        // Everybody is set aside, so that the system is empty for a while, and comes back afterwards.
        for (var table : TABLES) {
            jdbc.sql("create table aside_" + table + " as table " + table).update();
        }
        jdbc.sql("delete from account").update();
        try {
            var firstStart = new FirstStart(jdbc, storedAccounts, newAccounts, audit);
            var transaction = new TransactionTemplate(transactions);
            List<Callable<Object>> attempts = IntStream.range(0, 8)
                    .<Callable<Object>>mapToObj(i -> () -> transaction.execute(status -> firstStart.begin(
                            new FirstStart.FirstOwner("Owner " + i, "owner" + i + "@example.com", PASSWORD))))
                    .toList();
            try (var pool = Executors.newFixedThreadPool(8)) {
                var results = pool.invokeAll(attempts);
                assertThat(results)
                        .filteredOn(result -> refusal(result) == null)
                        .hasSize(1);
                assertThat(results)
                        .extracting(FirstStartTests::refusal)
                        .filteredOn(refusal -> refusal != null)
                        .hasSize(7)
                        .allMatch(ConflictException.class::isInstance);
            }
        } finally {
            jdbc.sql("delete from account").update();
            for (var table : TABLES) {
                jdbc.sql("insert into " + table + " select * from aside_" + table)
                        .update();
                jdbc.sql("drop table aside_" + table).update();
            }
        }
    }

    private static @Nullable Throwable refusal(Future<?> result) {
        try {
            result.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
