package app.afterwell.aftercare.protocol;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Ids;
import app.afterwell.domain.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of the protocol: its text, who wrote it last and who approved it. */
@Entity
@Table(name = "protocol_version")
class ProtocolVersion {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private int number;

    @Enumerated(EnumType.STRING)
    private ProtocolStatus status;

    @Column(columnDefinition = "text")
    private String yaml;

    private String contentHash;

    private @Nullable Integer basedOn;

    private @Nullable UUID editedBy;

    private String editedByName;

    private Instant editedAt;

    private @Nullable UUID approvedBy;

    private @Nullable String approvedByName;

    private @Nullable Instant approvedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ProtocolVersion() {}

    /** @param editor null for the text that comes with the software */
    ProtocolVersion(
            int number,
            String yaml,
            @Nullable Integer basedOn,
            @Nullable UserId editor,
            String editorName,
            Instant at) {
        id = Ids.next();
        this.number = number;
        status = ProtocolStatus.DRAFT;
        this.yaml = yaml;
        contentHash = hash(yaml);
        this.basedOn = basedOn;
        editedBy = editor == null ? null : editor.value();
        editedByName = editorName;
        editedAt = at;
    }

    void rewrite(String text, UserId editor, String editorName, Instant at) {
        mustBeDraft();
        mustNotBeShipped();
        yaml = text;
        contentHash = hash(text);
        editedBy = editor.value();
        editedByName = editorName;
        editedAt = at;
    }

    void discard() {
        mustBeDraft();
        mustNotBeShipped();
        status = ProtocolStatus.DISCARDED;
    }

    void restore() {
        if (status != ProtocolStatus.DISCARDED) {
            throw new ConflictException("not-discarded", "Version " + number + " was not thrown away.");
        }
        status = ProtocolStatus.DRAFT;
    }

    /** @throws ConflictException {@code own-edit} for its last editor, {@code not-a-draft} */
    void mustBeApprovableBy(UserId lead) {
        mustBeDraft();
        if (lead.value().equals(editedBy)) {
            throw new ConflictException("own-edit", "Somebody else than the last editor approves a protocol.");
        }
    }

    void approve(UserId lead, String name, Instant at) {
        mustBeApprovableBy(lead);
        status = ProtocolStatus.IN_FORCE;
        approvedBy = lead.value();
        approvedByName = name;
        approvedAt = at;
    }

    void retire() {
        status = ProtocolStatus.RETIRED;
    }

    void bringBack() {
        if (status != ProtocolStatus.RETIRED) {
            throw new ConflictException("not-retired", "Only a version that was in force can come back.");
        }
        status = ProtocolStatus.IN_FORCE;
    }

    private void mustBeDraft() {
        if (status != ProtocolStatus.DRAFT) {
            throw new ConflictException("not-a-draft", "Version " + number + " is no draft any more.");
        }
    }

    /** Plans pin the first version even before it is approved, so its text stays as it came. */
    private void mustNotBeShipped() {
        if (editedBy == null) {
            throw new ConflictException(
                    "shipped", "What came with the software stays as it is; start a draft from it to change it.");
        }
    }

    int number() {
        return number;
    }

    String yaml() {
        return yaml;
    }

    static String hash(String yaml) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    ProtocolInfo info() {
        return new ProtocolInfo(
                number,
                status,
                contentHash,
                basedOn,
                editedBy == null ? null : new UserId(editedBy),
                editedByName,
                editedAt,
                approvedByName,
                approvedAt);
    }
}
