package app.afterwell.aftercare.note;

import java.time.Instant;

/**
 * A photo or paper of a note, without its content.
 *
 * @param bytes how large it is
 * @param hash SHA-256 of the content, in hexadecimal
 */
public record Attachment(
        AttachmentId id, String name, String mediaType, int bytes, String hash, Instant addedAt, String addedBy) {

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    /** A file to be handed out. */
    public record Content(Attachment about, byte[] bytes) {}
}
