package app.afterwell.aftercare.note;

import app.afterwell.domain.Ids;
import java.util.UUID;

/** Names a snippet. */
public record SnippetId(UUID value) {

    public static SnippetId next() {
        return new SnippetId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
