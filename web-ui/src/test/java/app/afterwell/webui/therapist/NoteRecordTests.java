package app.afterwell.webui.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.note.AmendNote;
import app.afterwell.aftercare.note.Attachments;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.webui.record.RecordPdf;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be done with a note once it is signed, on its page. */
class NoteRecordTests extends VisitPages {

    @Autowired
    SignedNotes later;

    @Autowired
    Attachments attachments;

    @Autowired
    RecordPdf pdf;

    @Test
    void theSignedPageSaysWhoWhenAndTheHash() {
        var signature = signed().note().signature();
        open();
        assertThat(textOf(find(SignedNote.class).single()))
                .contains("Signed by Theo Therapist", signature.hash(), "Added afterwards", "Nothing so far.");
        assertThat(link("Download PDF").getHref()).isNotBlank();
    }

    @Test
    void anAddendumIsAddedAndWhatIsMissingIsSaidWhileTheTextStays() {
        signed();
        open();
        press("Add to this note");
        var text = find(TextArea.class).withLabel("What is to be added").single();
        test(text).setValue("She rang: better.");
        press("Add it");
        var reason = find(TextField.class).withLabel("Why").single();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(text.getValue()).isEqualTo("She rang: better.");

        test(reason).setValue("Forgotten");
        press("Add it");
        assertThat(textOf(find(NoteRecord.class).single())).contains("She rang: better.", "Forgotten");
        assertThat(therapist.call(() -> notes.open(visit)).addenda()).hasSize(1);
    }

    @Test
    void anAmendmentBeginsWithAReasonAndCanBeLetGo() {
        signed();
        open();
        press("Amend this note");
        test(find(TextField.class).withLabel("Why").single()).setValue("It was the right leg.");
        press("Begin the new version");

        assertThat(find(NoteEditor.class).exists()).isTrue();
        assertThat(textOf(find(AmendmentNotice.class).single()))
                .contains("version 2", "It was the right leg.", "Nothing so far");

        press("Let go of this version");
        assertThat(find(SignedNote.class).exists()).isTrue();
        assertThat(therapist.call(() -> notes.open(visit)).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void anEarlierVersionIsMarkedAndComparedWithTheOneInForce() {
        signed();
        therapist.run(() -> {
            var begun = later.amend(new AmendNote(visit, "She said more."));
            var saved = notes.save(new app.afterwell.aftercare.note.SaveDraft(
                    visit, begun.version(), draft("Tight since the hill walk, and the stairs.")));
            var decisions = saved.preview().plan().review().stream()
                    .map(item -> new app.afterwell.aftercare.engine.Decision(
                            item.item(), null, app.afterwell.aftercare.engine.Decision.Kind.DROP, null))
                    .toList();
            notes.sign(new SignNote(visit, saved.version(), saved.preview().digest(), decisions));
        });
        open();
        assertThat(textOf(find(NoteRecord.class).single()))
                .contains("Version 1", "Version 2", "In force", "Superseded", "She said more.");

        UI.getCurrent().navigate("sessions/" + visit + "/versions/1");
        assertThat(textOf(find(SignedNote.class).single())).contains("Version 1 is superseded");
        assertThat(find(Button.class).withText("Amend this note").exists()).isFalse();

        UI.getCurrent()
                .navigate(
                        "clients/" + client + "/compare",
                        QueryParameters.simple(Map.of("left", visit + "~1", "right", visit + "~2")));
        assertThat(textOf(find(CompareView.class).single()))
                .contains("Tight since the hill walk.", "and the stairs.", "differs", "version 1, superseded");
    }

    @Test
    void aPhotoStandsWithTheVersionItWasSignedWithAndInItsDocument() throws IOException {
        var photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB), "png", photo);
        therapist.run(() -> attachments.add(visit, "left calf.png", photo.toByteArray()));
        signed(1);
        therapist.run(() -> {
            var begun = later.amend(new AmendNote(visit, "The photo was of somebody else."));
            attachments.remove(visit, attachments.of(visit).getFirst().id());
            notes.sign(new SignNote(
                    visit,
                    begun.version(),
                    begun.preview().digest(),
                    begun.preview().decisions()));
        });
        open();
        assertThat(textOf(find(SignedNote.class).single())).doesNotContain("left calf.png");
        UI.getCurrent().navigate("sessions/" + visit + "/versions/1");
        assertThat(textOf(find(SignedNote.class).single())).contains("left calf.png");

        try (var document = Loader.loadPDF(therapist.call(() -> pdf.ofNote(visit, Locale.UK)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("left calf.png", "SHA-256 of the file");
            var pictures = new ArrayList<PDImageXObject>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
                        pictures.add(picture);
                    }
                }
            }
            assertThat(pictures).singleElement().satisfies(picture -> {
                assertThat(picture.getWidth()).isEqualTo(1300);
                assertThat(picture.getHeight()).isEqualTo(650);
            });
        }
        try (var document = Loader.loadPDF(therapist.call(() -> pdf.ofChart(client, Locale.UK)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("left calf.png");
        }
    }

    private void open() {
        signIn(therapist);
        UI.getCurrent().navigate("sessions/" + visit);
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
