package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UnacceptableException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;
import testsupport.TestSecurity.RecordedAudit;

@CareTest
class AttachmentsTests {

    @Autowired
    Attachments attachments;

    @Autowired
    SessionNotes notes;

    @Autowired
    SignedNotes later;

    @Autowired
    Charts charts;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    RecordedAudit audit;

    @Autowired
    JdbcClient sql;

    private static byte[] image(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG of a camera that was held upright, with a word of its maker. */
    private static byte[] photo() {
        var plain = image("jpeg");
        var tiff = new byte[] {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0,
            0, 'S', 'e', 'c', 'r', 'e', 't', 'C', 'a', 'm'
        };
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (tiff.length + 2)});
        out.writeBytes(tiff);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static byte[] pdf() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor("Dr Secret");
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Attachment add(Case it, String name, byte[] content) {
        return it.therapist().call(() -> attachments.add(it.appointment(), name, content));
    }

    private byte[] read(Case it, Attachment file) {
        return it.therapist()
                .call(() -> attachments.read(it.appointment(), file.id()))
                .bytes();
    }

    private List<Attachment> of(Case it) {
        return it.therapist().call(() -> attachments.of(it.appointment()));
    }

    private void sign(Case it) {
        forms.confirm(it.clientId());
        it.therapist().run(() -> {
            var version = notes.open(it.appointment()).version();
            var note = notes.save(new SaveDraft(it.appointment(), version, Clinic.hamstrings(2)));
            notes.sign(new SignNote(
                    it.appointment(), note.version(), note.preview().digest(), List.of()));
        });
    }

    @Test
    void a_photo_stands_upright_and_says_nothing_of_its_camera() throws IOException {
        var it = calendar.visitJustOver();
        assertThat(new String(photo(), StandardCharsets.ISO_8859_1)).contains("SecretCam");
        var file = add(it, "C:\\photos\\left calf.jpg", photo());

        var kept = read(it, file);
        assertThat(file.mediaType()).isEqualTo("image/jpeg");
        assertThat(file.name()).isEqualTo("left calf.jpg");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("SecretCam", "Exif");
        var image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(of(it)).containsExactly(file);
        assertThat(audit.entries())
                .contains(new RecordedAudit.Entry("attachment.read", "note:" + it.appointment(), it.clientId(), null));
    }

    @Test
    void a_pdf_says_nothing_of_who_made_it() throws IOException {
        var it = calendar.visitJustOver();
        var file = add(it, "letter.pdf", pdf());
        try (var kept = Loader.loadPDF(read(it, file))) {
            assertThat(kept.getNumberOfPages()).isEqualTo(1);
            assertThat(kept.getDocumentInformation().getAuthor()).isNull();
        }
    }

    @Test
    void what_a_file_is_is_decided_by_its_content() {
        var it = calendar.visitJustOver();
        assertThat(add(it, "drawing.txt", image("png")).mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg onload='alert(1)'/>", "MZ an executable", "GIF89a", "%PDF-nothing", "%PD"})
    void what_is_neither_photo_nor_pdf_is_refused(String content) {
        var it = calendar.visitJustOver();
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> add(it, "photo.jpg", content.getBytes(StandardCharsets.US_ASCII)))
                .matches(refused -> refused.code().startsWith("file-"));
        assertThat(of(it)).isEmpty();
    }

    @Test
    void what_is_too_large_is_refused() {
        var it = calendar.visitJustOver();
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> add(it, "photo.jpg", new byte[CleanFile.MOST_BYTES + 1]))
                .matches(refused -> refused.code().equals("file-size"));
    }

    @Test
    void what_was_taken_away_can_be_put_back_until_the_note_is_signed() {
        var it = calendar.visitJustOver();
        var stays = add(it, "a.png", image("png"));
        var goes = add(it, "b.png", image("png"));
        it.therapist().run(() -> attachments.remove(it.appointment(), stays.id()));
        assertThat(of(it)).containsExactly(goes);
        it.therapist().run(() -> attachments.putBack(it.appointment(), stays.id()));
        it.therapist().run(() -> attachments.remove(it.appointment(), goes.id()));
        assertThat(of(it)).containsExactly(stays);

        sign(it);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> it.therapist().run(() -> attachments.remove(it.appointment(), stays.id())))
                .matches(conflict -> conflict.code().equals("note-signed"));
        assertThatThrownBy(() -> read(it, goes)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sql.sql("delete from note_attachment where file_id = ?")
                        .param(stays.id().value())
                        .update())
                .hasMessageContaining("signed");
        assertThatThrownBy(() -> sql.sql("update note_file set name = 'x' where id = ?")
                        .param(stays.id().value())
                        .update())
                .hasMessageContaining("never changes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note_attachment", "note_file"})
    void nobody_empties_the_table_of_what_was_signed(String table) {
        var it = calendar.visitJustOver();
        add(it, "a.png", image("png"));
        sign(it);
        assertThatThrownBy(() -> sql.sql("truncate " + table + " cascade").update())
                .hasMessageContaining("never deleted");
        assertThatThrownBy(() -> sql.sql("delete from note_file where appointment_id = ?")
                        .param(it.appointment().value())
                        .update())
                .hasMessageContaining("note_attachment");
        assertThat(of(it)).hasSize(1);
    }

    @Test
    void each_version_keeps_the_files_that_were_signed_with_it() {
        var it = calendar.visitJustOver();
        var first = add(it, "a.png", image("png"));
        sign(it);
        it.therapist().run(() -> later.amend(new AmendNote(it.appointment(), "The other side.")));
        var second = add(it, "b.png", image("png"));
        it.therapist().run(() -> attachments.remove(it.appointment(), first.id()));
        sign(it);
        assertThat(it.therapist().call(() -> attachments.of(it.appointment(), 1)))
                .containsExactly(first);
        assertThat(it.therapist().call(() -> attachments.of(it.appointment(), 2)))
                .containsExactly(second);
        assertThat(it.therapist().call(() -> charts.export(it.appointment())))
                .extracting(RecordedNote::files)
                .containsExactly(List.of(second), List.of(first));
        var stranger = TestActor.therapist(PractitionerId.next());
        assertThatThrownBy(() -> stranger.run(() -> attachments.of(it.appointment(), 1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_amendment_begins_with_the_files_of_the_signed_note() {
        var it = calendar.visitJustOver();
        var file = add(it, "a.png", image("png"));
        sign(it);
        it.therapist().run(() -> later.amend(new AmendNote(it.appointment(), "The other side.")));
        assertThat(of(it)).containsExactly(file);
        it.therapist().run(() -> attachments.remove(it.appointment(), file.id()));
        assertThat(of(it)).isEmpty();
        assertThat(read(it, file)).isNotEmpty();
    }

    @Test
    void nobody_but_the_clients_therapist_sees_or_changes_files() {
        var it = calendar.visitJustOver();
        var file = add(it, "a.png", image("png"));
        var stranger = TestActor.therapist(PractitionerId.next());
        assertThatThrownBy(() -> stranger.run(() -> attachments.of(it.appointment())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> stranger.run(() -> attachments.read(it.appointment(), file.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> stranger.run(() -> attachments.add(it.appointment(), "x", image("png"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestActor.desk().run(() -> attachments.read(it.appointment(), file.id())))
                .isInstanceOf(AccessDeniedException.class);
        var other = calendar.visit(
                it.clientId(),
                it.visit().practitioner(),
                it.visit().slot().start(),
                it.visit().status());
        assertThatThrownBy(() -> it.therapist().run(() -> attachments.read(other.appointment(), file.id())))
                .isInstanceOf(NotFoundException.class);
    }
}
