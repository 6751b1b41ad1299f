package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Asks for changes to be made to a draft, whatever else was changed in it meanwhile. */
public record ChangeNote(
        AppointmentId appointment, @Size(max = MOST) List<@Valid NoteChange> changes) {

    private static final int MOST = 3000;

    public ChangeNote {
        changes = List.copyOf(changes);
    }
}
