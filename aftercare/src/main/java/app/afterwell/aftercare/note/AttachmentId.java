package app.afterwell.aftercare.note;

import app.afterwell.domain.Ids;
import java.util.UUID;

/** Names a file that belongs to a note. */
public record AttachmentId(UUID value) {

    public static AttachmentId next() {
        return new AttachmentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
