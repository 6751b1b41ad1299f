package app.afterwell.webui.admin.protocol;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolStatus;
import app.afterwell.domain.Actor;
import app.afterwell.domain.Role;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of the page know.
 *
 * @param shown the version that is looked at
 * @param inForce the version by which plans are made; the shipped one while none is approved
 * @param written null if the shown version cannot be read
 */
record Page(
        Actor actor,
        Locale locale,
        ZoneId zone,
        List<ProtocolInfo> versions,
        ProtocolInfo shown,
        ProtocolInfo inForce,
        @Nullable ProtocolDefinition written,
        Tab tab,
        Map<String, String> also,
        Runnable refresh) {

    static final String PATH = "admin/protocol";

    /** A part of the page. */
    enum Tab {
        ITEMS,
        TABLES,
        DRAFT,
        DIFFERENCE,
        TRY,
        REPLAY,
        VERSIONS,
        OVERRIDES
    }

    boolean edits() {
        return actor.has(Role.OWNER) || actor.clinicalLead();
    }

    boolean tries() {
        return actor.has(Role.OWNER) || actor.has(Role.THERAPIST);
    }

    boolean isDraft() {
        return shown.status() == ProtocolStatus.DRAFT;
    }

    /** The version that comes with the software is never written over. */
    boolean isWritable() {
        return isDraft() && edits() && shown.lastEditorId() != null;
    }

    /** "draft 4", "version 3" */
    static String name(ProtocolInfo version) {
        return I18NProvider.translate(
                version.status() == ProtocolStatus.DRAFT && version.lastEditorId() != null
                        ? "admin.protocol.name.draft"
                        : "admin.protocol.name.version",
                String.valueOf(version.number()));
    }

    String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    String to(Tab other) {
        return to(other, shown.number());
    }

    static String to(Tab tab, int version, String... also) {
        var address = new StringJoiner("&", PATH + "?", "");
        address.add("view=" + tab.name().toLowerCase(Locale.ROOT)).add("version=" + version);
        for (int i = 0; i + 1 < also.length; i += 2) {
            address.add(also[i] + "=" + also[i + 1]);
        }
        return address.toString();
    }
}
