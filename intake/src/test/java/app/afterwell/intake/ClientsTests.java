package app.afterwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UnacceptableException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import testsupport.TestActor;

class ClientsTests extends IntakeTests {

    @Autowired
    ClientDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "Zoë Quaintrelle, Zoe Quaintrelle",
        "Quaintrelle-Baptiste, quaintrele",
        "Zbigniew Łukaszewicz, lukaszewicz",
        "Przybyszewski, Przybiszewski",
        "Catherine Wolstenholme, wolstenholm cath",
        "Jonathan Featherstonehaugh, featherstonhaugh",
        "Oonagh Brandenburger-Quist, brandenbruger",
        "Mirta Ossorio, mitra osorio",
        "Jozh Vukmirov, jzoh",
        "Ásdís Þorvaldsdóttir, asdis þorvaldsdotir",
    })
    void aNameIsFoundThoughItIsNotTypedAsItIsWritten(String name, String typed) {
        var client = add(name, null, null);
        assertThat(find(typed)).first().isEqualTo(client);
    }

    @Test
    void aPhoneNumberIsFoundHoweverItIsDialled() {
        var client = add("Petra Phone", null, "(020) 7946 0958");
        assertThat(find("020 7946 0958")).containsExactly(client);
        assertThat(find("+44 20 7946-0958")).containsExactly(client);
        assertThat(find("petra 0958")).containsExactly(client);
    }

    @Test
    void anAddressAndADateOfBirthAreFound() {
        var client = add("Erwin Mail", "erwin.mailbox@example.org", null);
        assertThat(find("erwin.mailbox@example.org")).containsExactly(client);
        assertThat(find("mailbox")).first().isEqualTo(client);
        assertThat(find("erwin 1956-04-30")).containsExactly(client);
        assertThat(find("erwin 1957-04-30")).isEmpty();
    }

    @Test
    void aMistypedAddressIsFoundByWhatStandsBeforeItsAt() {
        var client = add("Someone Else", "winifred.blenkinsop@example.org", null);
        assertThat(find("winifred.blenkisop@exmaple.org")).first().isEqualTo(client);
    }

    @Test
    void oneOrTwoLettersStandForTheBeginningOfAWord() {
        var first = add("Xqiang Wu", null, null);
        var last = add("Nadia Xqara", null, null);
        var joined = add("Bea Moss-Xqent", null, null);
        add("Alexqander Somewhere", null, null);
        assertThat(find("xq")).containsExactly(first, joined, last);
    }

    @Test
    void whoIsCalledSoComesBeforeWhoseNameOnlyHasItInside() {
        var inside = add("Ada Overthwaiting", null, null);
        var second = add("Bea Thwaiting", null, null);
        var begins = add("Thwaiting Zed", null, null);
        assertThat(find("thwaiting")).containsExactly(begins, second, inside);
    }

    @Test
    void thoseWhoOnlyResembleAreNotShownWhereEnoughFit() {
        var resembling = add("Gwendolyn Harcastle", null, null);
        for (int i = 0; i < 9; i++) {
            add("Gwendolyn Hardcastle", null, null);
        }
        assertThat(find("gwendolyn hardcastle")).hasSize(10).last().isEqualTo(resembling);
        add("Gwendolyn Hardcastle", null, null);
        assertThat(find("gwendolyn hardcastle")).hasSize(10).doesNotContain(resembling);
    }

    @Test
    void whoseNameIsSpelledMostAlikeIsMeant() {
        add("Zorka Other", null, null);
        var meant = add("Ada Zorzorka", null, null);
        assertThat(find("zororka")).containsExactly(meant);
    }

    @Test
    void aNameThatNobodyHasAnyMoreIsForgotten() {
        var client = add("Euphemia Quackenbush", null, null);
        assertThat(find("quackenbusch")).containsExactly(client);
        TestActor.desk().run(() -> clients.correct(client, 0, details("Euphemia Tregarthen", null, null)));
        assertThat(find("quackenbusch")).isEmpty();
        assertThat(find("tregarten")).containsExactly(client);
        assertThat(jdbc.sql("select word from client_word where word in ('quackenbush', 'tregarthen', 'euphemia')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("tregarthen", "euphemia");
    }

    @Test
    void whatFitsLetterByLetterComesFirst() {
        var resembling = add("Marianne Tolstrup", null, null);
        var exact = add("Marian Tolstrub", null, null);
        assertThat(find("tolstrub")).containsExactly(exact, resembling);
    }

    @Test
    void wordsThatMeanSomethingToTheDatabaseAreOnlyLetters() {
        add("Percy Wildcard", null, null);
        assertThat(find("100%_\\' or 1=1 --")).isEmpty();
        assertThat(find("2026-99-99")).isEmpty();
    }

    @Test
    void aPageKnowsHowManyThereAre() {
        for (int i = 0; i < 5; i++) {
            add("Pagella Repeated", null, null);
        }
        var page = TestActor.desk().call(() -> clients.find("pagella", 1, 2));
        assertThat(page.clients()).hasSize(2);
        assertThat(page.total()).isEqualTo(5);
        var beyond = TestActor.desk().call(() -> clients.find("pagella", 7, 2));
        assertThat(beyond.clients()).isEmpty();
        assertThat(beyond.total()).isEqualTo(5);
    }

    @Test
    void aPhoneNumberIsKeptAsTheWholeWorldDialsIt() {
        var client = add("Phil Dial", null, "07911 123456");
        assertThat(TestActor.desk().call(() -> clients.get(client)).phone()).isEqualTo("+447911123456");
    }

    @Test
    void everyFieldThatCannotBeSoIsNamed() {
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> add(" ", "nowhere", "12"))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly("name", "email", "phone"));
    }

    @Test
    void ofTwoWhoCorrectTheSecondIsTold() {
        var client = someClient();
        TestActor.desk().run(() -> clients.correct(client, 0, details("Ruth Allison", null, null)));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        TestActor.desk().run(() -> clients.correct(client, 0, details("Ruth Ellis", null, null))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("stale-version"));
        assertThat(directory.cards(Set.of(client, ClientId.next())))
                .hasSize(1)
                .hasEntrySatisfying(client, card -> assertThat(card.name()).isEqualTo("Ruth Allison"));
    }

    @Test
    void aClientSeesAndCorrectsOnlyThemselves() {
        var own = someClient();
        var other = someClient();
        var me = TestActor.client(own);
        assertThat(me.call(() -> clients.get(own)).name()).isEqualTo("Ruth Ellison");
        assertThat(me.call(() -> clients.correct(own, 0, details("Ruthie", null, null)))
                        .name())
                .isEqualTo("Ruthie");
        for (var client : List.of(other, ClientId.next())) {
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> me.run(() -> clients.get(client)));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> me.run(() -> clients.correct(client, 0, details("X", null, null))));
        }
    }

    @Test
    void aClientNeitherSearchesNorAdds() {
        var me = TestActor.client(someClient());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> me.run(() -> clients.find("", 0, 10)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> me.run(() -> clients.lookUp("", 10)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> me.run(() -> clients.add(details("X", null, null))));
    }

    @Test
    void nobodyDoesAnythingWithoutSigningIn() {
        TestActor.signOut();
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                .isThrownBy(() -> clients.find("", 0, 10));
    }

    @Test
    void aTherapistFindsClientsToo() {
        var client = add("Thelma Searchable", null, null);
        assertThat(TestActor.therapist(PractitionerId.next())
                        .call(() -> clients.find("thelma searchable", 0, 10))
                        .clients())
                .extracting(ClientView::id)
                .contains(client);
    }

    /** As a page of a list, and as somebody finds them who is typing. */
    private List<ClientId> find(String typed) {
        var found = TestActor.desk().call(() -> clients.find(typed, 0, 50)).clients();
        assertThat(TestActor.desk().call(() -> clients.lookUp(typed, 50))).isEqualTo(found);
        assertThat(TestActor.desk().call(() -> clients.lookUp(typed, 2)))
                .isEqualTo(found.stream().limit(2).toList());
        return found.stream().map(ClientView::id).toList();
    }
}
