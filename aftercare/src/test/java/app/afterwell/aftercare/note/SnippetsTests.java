package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

@CareTest
class SnippetsTests {

    @Autowired
    Snippets snippets;

    private final TestActor maya = TestActor.therapist(PractitionerId.next());
    private final TestActor theo = TestActor.therapist(PractitionerId.next());
    private final TestActor lead = TestActor.clinicalLead(PractitionerId.next());

    private static Snippet own(String name, String text) {
        return new Snippet(SnippetId.next(), name, text, false);
    }

    private List<String> names(TestActor who) {
        return who.call(snippets::mine).stream().map(Snippet::name).toList();
    }

    @Test
    void ones_own_are_ones_own_and_the_clinics_are_everybodys() {
        var slr = own("slr", "Straight leg raise to … degrees.");
        var consent = new Snippet(SnippetId.next(), "consent", "Consent given by word of mouth.", true);
        maya.run(() -> snippets.save(slr));
        lead.run(() -> snippets.save(consent));

        assertThat(names(maya)).contains("slr", "consent");
        assertThat(names(theo)).contains("consent").doesNotContain("slr");

        maya.run(() -> snippets.save(new Snippet(slr.id(), "slr", "SLR to … degrees.", false)));
        assertThat(maya.call(snippets::mine))
                .filteredOn(each -> each.id().equals(slr.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.text()).isEqualTo("SLR to … degrees."));
        maya.run(() -> snippets.remove(slr.id()));
        assertThat(names(maya)).doesNotContain("slr");
        lead.run(() -> snippets.remove(consent.id()));
    }

    @Test
    void two_of_one_name_are_refused() {
        maya.run(() -> snippets.save(own("rom", "Range of motion free.")));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> maya.run(() -> snippets.save(own("ROM", "Other."))))
                .matches(conflict -> conflict.code().equals("snippet-name"));
        theo.run(() -> snippets.save(own("rom", "Mine.")));
    }

    @Test
    void nobody_changes_what_is_not_theirs() {
        var hers = own("hers", "Text.");
        var clinics = new Snippet(SnippetId.next(), "clinics", "Text.", true);
        maya.run(() -> snippets.save(hers));
        lead.run(() -> snippets.save(clinics));

        assertThatThrownBy(() -> theo.run(() -> snippets.remove(hers.id()))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theo.run(() -> snippets.save(new Snippet(hers.id(), "x", "y", false))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theo.run(() -> snippets.remove(clinics.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> theo.run(() -> snippets.save(new Snippet(clinics.id(), "x", "y", false))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestActor.desk().run(snippets::mine)).isInstanceOf(AccessDeniedException.class);
        lead.run(() -> snippets.remove(clinics.id()));
    }

    @Test
    void an_empty_one_is_refused() {
        assertThatThrownBy(() -> maya.run(() -> snippets.save(own(" ", "Text."))))
                .isInstanceOf(ConstraintViolationException.class);
    }
}
