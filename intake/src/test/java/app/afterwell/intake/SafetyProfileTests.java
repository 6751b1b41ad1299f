package app.afterwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfileChanged;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Side;
import app.afterwell.domain.UnacceptableException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

class SafetyProfileTests extends IntakeTests {

    private static final BodyArea LEFT_KNEE = new BodyArea(Region.KNEE, Side.LEFT);
    private static final BodyArea RIGHT_KNEE = new BodyArea(Region.KNEE, Side.RIGHT);

    @Autowired
    SafetyProfileService profiles;

    @Autowired
    SafetyProfiles port;

    @Test
    void whatIsPutIsConfirmedTodayAndCounts() {
        var client = someClient();
        var view = put(therapistOf(client), client, 0, of(Condition.ANTICOAGULANTS));
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.confirmedOn()).isEqualTo(TODAY);
        assertThat(port.of(client)).hasValueSatisfying(profile -> {
            assertThat(profile.has(Condition.ANTICOAGULANTS)).isTrue();
            assertThat(profile.confirmedOn()).isEqualTo(TODAY);
        });
        assertThat(changesOf(client)).containsExactly(1);
    }

    @Test
    void nothingOnFileIsVersionNought() {
        var client = someClient();
        assertThat(TestActor.client(client).call(() -> profiles.get(client)))
                .isEqualTo(new SafetyProfileView(client, 0, null, List.of(), ""));
        assertThat(port.of(client)).isEmpty();
    }

    @Test
    void aMereConfirmationIsNoChange() {
        var client = someClient();
        var therapist = therapistOf(client);
        put(therapist, client, 0, of(Condition.DIABETES));
        var again = put(therapist, client, 1, of(Condition.DIABETES));
        assertThat(again.version()).isEqualTo(2);
        assertThat(changesOf(client)).containsExactly(1);
    }

    @Test
    void whatTheClientAddsCountsAtOnce() {
        var client = someClient();
        put(TestActor.client(client), client, 0);
        put(TestActor.client(client), client, 1, of(Condition.PREGNANCY));
        assertThat(codes(client)).containsExactly(Condition.PREGNANCY);
        assertThat(changesOf(client)).containsExactly(1, 2);
    }

    @Test
    void whatTheClientTakesAwayCountsUntilTheTherapistAgrees() {
        var client = someClient();
        var me = TestActor.client(client);
        put(me, client, 0, of(Condition.EPILEPSY), of(Condition.VERTIGO));
        var without = put(me, client, 1, of(Condition.VERTIGO));
        assertThat(without.conditions())
                .extracting(it -> it.condition().code(), it -> it.condition().pending())
                .containsExactly(tuple(Condition.EPILEPSY, true), tuple(Condition.VERTIGO, false));
        assertThat(codes(client)).contains(Condition.EPILEPSY);
        put(therapistOf(client), client, 2, of(Condition.VERTIGO));
        assertThat(codes(client)).containsExactly(Condition.VERTIGO);
    }

    @Test
    void theClientCanThinkBetterOfIt() {
        var client = someClient();
        var me = TestActor.client(client);
        put(me, client, 0, of(Condition.EPILEPSY));
        put(me, client, 1);
        var back = put(me, client, 2, of(Condition.EPILEPSY));
        assertThat(back.conditions()).extracting(it -> it.condition().pending()).containsExactly(false);
    }

    @Test
    void whatTheClientNarrowsStaysAsWideAsItWas() {
        var client = someClient();
        var me = TestActor.client(client);
        put(me, client, 0, at(Condition.VARICOSE_VEINS, LEFT_KNEE, RIGHT_KNEE));
        var narrowed = put(me, client, 1, at(Condition.VARICOSE_VEINS, LEFT_KNEE));
        var entry = narrowed.conditions().getFirst().condition();
        assertThat(entry.areas()).containsExactlyInAnyOrder(LEFT_KNEE, RIGHT_KNEE);
        assertThat(entry.pending()).isTrue();
    }

    @Test
    void aClearanceIsNotTheClientsToGive() {
        var client = someClient();
        var cleared = new ConditionEntry(Condition.STROKE_OR_TIA, Set.of(), null, null, "Dr Grey", false);
        put(TestActor.client(client), client, 0, cleared);
        assertThat(port.of(client).orElseThrow().conditions().getFirst().clearedBy())
                .isNull();
        put(therapistOf(client), client, 1, cleared);
        put(TestActor.client(client), client, 2, of(Condition.STROKE_OR_TIA));
        assertThat(port.of(client).orElseThrow().conditions().getFirst().clearedBy())
                .isEqualTo("Dr Grey");
    }

    @Test
    void anAcuteConditionAsksForItsDatesAndCountsMeanwhile() {
        var client = someClient();
        var therapist = therapistOf(client);
        var undated = put(therapist, client, 0, of(Condition.RECENT_SURGERY));
        assertThat(undated.conditions().getFirst().ask()).isTrue();
        assertThat(codes(client)).containsExactly(Condition.RECENT_SURGERY);
        var dated = put(therapist, client, 1, dated(TODAY.minusDays(9), TODAY.plusDays(9)));
        assertThat(dated.conditions().getFirst().ask()).isFalse();
        var over = put(therapist, client, 2, dated(TODAY.minusDays(9), TODAY.minusDays(1)));
        assertThat(over.conditions().getFirst().ask()).isTrue();
        assertThat(codes(client)).containsExactly(Condition.RECENT_SURGERY);
    }

    @Test
    void everyEntryThatCannotBeSoIsNamed() {
        var client = someClient();
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> put(
                        therapistOf(client),
                        client,
                        0,
                        of(Condition.DIABETES),
                        of(Condition.DIABETES),
                        dated(TODAY.plusDays(1), TODAY)))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(it -> it.field() + " " + it.code())
                        .containsExactly(
                                "conditions[1] duplicate",
                                "conditions[2].since future",
                                "conditions[2].until before-since"));
    }

    @Test
    void ofTwoWhoSayTheSecondIsTold() {
        var client = someClient();
        var therapist = therapistOf(client);
        put(therapist, client, 0, of(Condition.DIABETES));
        for (int stale : new int[] {0, 2}) {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> put(therapist, client, stale, of(Condition.EPILEPSY)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("stale-version"));
        }
        assertThat(codes(client)).containsExactly(Condition.DIABETES);
    }

    @Test
    void aMinorIsKnownByTheDateOfBirth() {
        var client = TestActor.desk()
                .call(() -> clients.add(new ClientDetails(
                        "Minnie", null, null, null, TODAY.minusYears(18).plusDays(1), LONDON, Locale.UK)));
        put(therapistOf(client), client, 0);
        assertThat(codes(client)).containsExactly(Condition.MINOR);
        var grown = someClient();
        put(therapistOf(grown), grown, 0, of(Condition.MINOR));
        assertThat(codes(grown)).isEmpty();
    }

    @Test
    void theDeskLearnsThatCareIsNeededAndNeverWhy() {
        var careful = someClient();
        var free = someClient();
        put(TestActor.client(careful), careful, 0, of(Condition.EPILEPSY));
        put(TestActor.client(free), free, 0);
        assertThat(TestActor.desk().call(() -> profiles.takeCare(List.of(careful, free))))
                .containsExactly(careful);
        for (var nobody : List.of(TestActor.desk(), TestActor.owner())) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> nobody.run(() -> profiles.get(careful)));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> put(nobody, careful, 1));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> TestActor.client(careful).run(() -> profiles.takeCare(List.of(free))));
    }

    @Test
    void aTherapistSeesOnlyThoseTheyTreat() {
        var client = someClient();
        var stranger = TestActor.therapist(PractitionerId.next());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> stranger.run(() -> profiles.get(client)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> put(stranger, client, 0));
    }

    @Test
    void aClientCannotTellWhetherSomebodyElseExists() {
        var me = TestActor.client(someClient());
        for (var other : List.of(someClient(), ClientId.next())) {
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> me.run(() -> profiles.get(other)));
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> put(me, other, 0));
        }
    }

    @Test
    void readingSomebodyElsesProfileIsRecorded() {
        var client = someClient();
        TestActor.client(client).run(() -> profiles.get(client));
        assertThat(reads(client)).isZero();
        therapistOf(client).run(() -> profiles.get(client));
        assertThat(reads(client)).isOne();
    }

    private SafetyProfileView put(TestActor who, ClientId client, int version, ConditionEntry... conditions) {
        return who.call(() -> profiles.put(new PutSafetyProfile(client, version, Arrays.asList(conditions), null)));
    }

    private List<Condition> codes(ClientId client) {
        return port.of(client).orElseThrow().conditions().stream()
                .map(ConditionEntry::code)
                .toList();
    }

    private List<Integer> changesOf(ClientId client) {
        return events.stream(SafetyProfileChanged.class)
                .filter(event -> event.client().equals(client))
                .map(SafetyProfileChanged::version)
                .toList();
    }

    private long reads(ClientId client) {
        return audit.entries().stream()
                .filter(entry -> entry.action().equals("safety-profile.read") && client.equals(entry.client()))
                .count();
    }

    private static ConditionEntry of(Condition code) {
        return ConditionEntry.of(code);
    }

    private static ConditionEntry at(Condition code, BodyArea... areas) {
        return new ConditionEntry(code, Set.of(areas), null, null, null, false);
    }

    private static ConditionEntry dated(@Nullable LocalDate since, @Nullable LocalDate until) {
        return new ConditionEntry(Condition.RECENT_SURGERY, Set.of(LEFT_KNEE), since, until, null, false);
    }
}
