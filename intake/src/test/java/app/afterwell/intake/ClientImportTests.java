package app.afterwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfileChanged;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Side;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

class ClientImportTests extends IntakeTests {

    @Autowired
    ClientImport clientImport;

    @Autowired
    SafetyProfiles profiles;

    @Test
    void clientsComeInWithTheirProfilesAndNothingIsPublished() {
        var surgery = new ConditionEntry(
                Condition.RECENT_SURGERY,
                Set.of(new BodyArea(Region.KNEE, Side.LEFT)),
                TODAY.minusDays(40),
                null,
                "Dr Grey",
                false);
        var many = IntStream.range(0, 2500)
                .mapToObj(i -> imported(i, List.of(surgery)))
                .toList();
        TestActor.owner().run(() -> clientImport.add(many));
        var last = many.getLast().id();
        assertThat(TestActor.desk().call(() -> clients.get(last)).since())
                .isEqualTo(Instant.parse("2025-11-01T09:00:00Z"));
        assertThat(profiles.of(last).orElseThrow().conditions()).containsExactly(surgery);
        assertThat(events.stream(SafetyProfileChanged.class)).isEmpty();
    }

    @Test
    void allComeInOrNone() {
        var good = imported(1, List.of());
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> TestActor.owner().run(() -> clientImport.add(List.of(good, good))));
        assertThat(profiles.of(good.id())).isEmpty();
    }

    @Test
    void onlyTheOwnerImports() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> TestActor.desk().run(() -> clientImport.add(List.of())));
    }

    private static ImportedClient imported(int i, List<ConditionEntry> conditions) {
        return new ImportedClient(
                ClientId.next(),
                "Imported " + i,
                "imported" + i + "@example.com",
                "+44791112%04d".formatted(i),
                TODAY.minusYears(40),
                LONDON,
                Locale.UK,
                Instant.parse("2025-11-01T09:00:00Z"),
                new ImportedClient.ImportedProfile(TODAY.minusDays(20), conditions, ""));
    }
}
