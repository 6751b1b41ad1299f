package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.plan.NewPlan;
import app.afterwell.domain.UserId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** What a signature covers. */
final class Signing {

    private Signing() {}

    /** SHA-256 over all that was signed, in hexadecimal: who, when, what was written, said and decided. */
    static String hash(NewPlan plan, NoteDraft draft, List<Attachment> files, UserId by) {
        var content = new LinkedHashMap<String, Object>();
        content.put("note", plan.note());
        content.put("appointment", plan.appointment());
        content.put("client", plan.client());
        content.put("session", draft.session());
        content.put("text", draft.text());
        if (!draft.strokes().isEmpty()) {
            content.put("strokes", draft.strokes());
        }
        if (!files.isEmpty()) {
            var hashes = new TreeMap<String, String>();
            files.forEach(file -> hashes.put(file.id().toString(), file.hash()));
            content.put("files", hashes);
        }
        content.put("plan", plan.id());
        content.put("said", plan.plan().said());
        content.put("decided", plan.plan().decided());
        content.put("decisions", plan.decisions());
        content.put("by", by);
        // As exact as the database keeps it, so that it can be checked from what is stored.
        content.put("at", plan.issuedAt().truncatedTo(ChronoUnit.MICROS));
        return CareJson.hash(content);
    }
}
