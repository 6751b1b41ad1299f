package app.afterwell.webui.therapist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.afterwell.aftercare.note.Attachments;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.shell.VisitPages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import testsupport.TestActor;

/** What a browser does past its page: saves changes of a note, and fetches the files of one. */
class NoteKeeperControllerTests extends VisitPages {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Attachments attachments;

    private static RequestPostProcessor as(TestActor who) {
        var roles = who.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                who, null, AuthorityUtils.createAuthorityList(roles)));
    }

    private static String changes(String part, String is) {
        return "{\"changes\":[{\"part\":\"" + part + "\",\"was\":null,\"is\":\"" + is + "\"}]}";
    }

    private MvcTestResult put(TestActor who, String body) {
        return mvc.put()
                .uri("/note-keeper/" + visit)
                .with(as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void itSaysWhoIsSignedInAndWhatARequestMustCarry() {
        assertThat(mvc.get().uri("/note-keeper/session").with(as(therapist)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.user",
                        user -> assertThat(user).isEqualTo(therapist.userId().toString()))
                .hasPath("$.token");
        assertThat(mvc.get().uri("/note-keeper/session")).hasStatus3xxRedirection();
    }

    @Test
    void changesAreSavedWhateverBecameOfThePage() {
        assertThat(put(therapist, changes("text/subjective", "From the tunnel.")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.parts['text/subjective']", text -> assertThat(text).isEqualTo("From the tunnel."))
                .hasPathSatisfying("$.copied", copied -> assertThat(copied).isEqualTo(false));
        assertThat(therapist.call(() -> notes.open(visit)).draft().text().subjective())
                .isEqualTo("From the tunnel.");
    }

    @Test
    void whatIsNoPartOfANoteIsRefusedInWordsThatTheKeeperShows() {
        assertThat(put(therapist, changes("area/KNEE_PIT LEFT", "1")))
                .hasStatus(422)
                .headers()
                .containsHeader("X-Refused");
    }

    @Test
    void aSignedNoteTakesNoChangesAndKeepsThemAsACopy() {
        signed();
        assertThat(put(therapist, changes("text/plan", "Too late."))).hasStatus(409);
        assertThat(therapist.call(() -> notes.open(visit)).copies()).hasSize(1);
    }

    @Test
    void aForeignPageCannotMakeTheBrowserSaveAnything() {
        assertThat(mvc.put()
                        .uri("/note-keeper/" + visit)
                        .with(as(therapist))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(changes("text/plan", "Forged.")))
                .hasStatus(403);
    }

    @Test
    void onlyWhoTreatsTheClientSavesChangesAndSeesFiles() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        var file = therapist.call(() -> attachments.add(visit, "calf.png", out.toByteArray()));
        var address = "/note-files/" + visit + "/" + file.id();
        var stranger = TestActor.therapist(PractitionerId.next());

        assertThat(put(stranger, changes("text/plan", "Mine."))).hasStatus(403);
        assertThat(put(desk, changes("text/plan", "Mine."))).hasStatus(403);
        assertThat(mvc.get().uri(address).with(as(stranger))).hasStatus(403);
        assertThat(mvc.get().uri(address).with(as(desk))).hasStatus(403);
        assertThat(mvc.get().uri(address)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(address).with(as(therapist)))
                .hasStatusOk()
                .hasContentType(MediaType.IMAGE_PNG)
                .hasHeader("Cache-Control", "no-store");
    }
}
