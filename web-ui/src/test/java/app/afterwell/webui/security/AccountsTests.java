package app.afterwell.webui.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.api.ApiTests;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

class AccountsTests extends ApiTests {

    @Autowired
    FirstStart firstStart;

    @Test
    void onlyTheOwnerManagesAccounts() {
        var somebody = desk().id();
        for (var who : Set.of(
                desk(),
                therapist(PractitionerId.next()),
                client(ClientId.next()),
                clinicalLead(PractitionerId.next()))) {
            refused(() -> who.actor().run(() -> accounts.create(account("x@example.com", "a few words, please"))));
            refused(() -> who.actor().run(accounts::list));
            refused(() -> who.actor().run(() -> accounts.disable(somebody)));
            refused(() -> who.actor().run(() -> accounts.enable(somebody)));
            refused(() -> who.actor().run(() -> accounts.setClinicalLead(somebody, true)));
            refused(() -> who.actor().run(() -> accounts.resetPassword(somebody, "a few other words")));
        }
    }

    @Test
    void everyFieldThatCannotBeSoIsNamed() {
        var taken = desk();
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> owner().actor().run(() -> accounts.create(account(taken.email(), "short"))))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(FieldProblem::field, FieldProblem::code)
                        .containsExactly(tuple("email", "taken"), tuple("password", "too-short")));
    }

    @Test
    void onlyAClinicianLeads() {
        var lead = new NewAccount("lead@example.com", "Lea", null, Set.of(Role.OWNER), true, null, Set.of());
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> owner().actor().run(() -> accounts.create(lead)));
    }

    @Test
    void theOwnerGivesATherapistTheLeadersRightAndTakesItBack() {
        var owner = owner();
        var therapist = therapist(PractitionerId.next());

        owner.actor().run(() -> accounts.setClinicalLead(therapist.id(), true));
        assertThat(row(owner, therapist).clinicalLead()).isTrue();
        assertThat(row(owner, therapist).clinician()).isTrue();
        owner.actor().run(() -> accounts.setClinicalLead(therapist.id(), false));
        assertThat(row(owner, therapist).clinicalLead()).isFalse();

        var desk = desk();
        assertThat(row(owner, desk).clinician()).isFalse();
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> owner.actor().run(() -> accounts.setClinicalLead(desk.id(), true)))
                .satisfies(e ->
                        assertThat(e.problems()).extracting(FieldProblem::code).containsExactly("clinician"));
        assertThat(row(owner, desk).clinicalLead()).isFalse();
    }

    private Accounts.AccountRow row(Person owner, Person wanted) {
        return owner.actor().call(accounts::list).stream()
                .filter(row -> row.id().equals(wanted.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsIt() {
        var desk = desk();
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> desk.actor().run(() -> accounts.changePassword("guessed", "another few words")))
                .satisfies(e ->
                        assertThat(e.problems()).extracting(FieldProblem::code).containsExactly("wrong"));
    }

    @Test
    void theListShowsEverybodyWithTheirRoles() {
        var desk = desk();
        assertThat(owner().actor().call(accounts::list))
                .filteredOn(row -> row.id().equals(desk.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.roles()).containsExactly(Role.DESK));
    }

    @Test
    void somebodyStaysWhoCanManageAccounts() {
        var last = owner();
        for (var row : last.actor().call(accounts::list)) {
            if (row.enabled() && row.roles().contains(Role.OWNER) && !row.id().equals(last.id())) {
                last.actor().run(() -> accounts.disable(row.id()));
            }
        }
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> last.actor().run(() -> accounts.disable(last.id())))
                .satisfies(e -> assertThat(e.code()).isEqualTo("last-owner"));
    }

    @Test
    void theFirstStartIsOverOnceThereIsAnAccount() {
        desk();
        TestActor.signOut();
        assertThat(firstStart.open()).isFalse();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        firstStart.begin(new FirstStart.FirstOwner("Eve", "eve@example.com", "a few words, please")))
                .satisfies(e -> assertThat(e.code()).isEqualTo("already-set-up"));
        assertThat(owner().actor().call(accounts::list))
                .noneMatch(row -> row.email().equals("eve@example.com"));
    }

    private static NewAccount account(String email, String password) {
        return new NewAccount(email, "X", password, Set.of(Role.DESK), false, null, Set.of());
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(call::call);
    }
}
